namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>All products; product p has id p + 1. Within a category they stand in order of popularity.</summary>
internal static class Catalogue
{
    /// <summary>Categories; the position is the code.</summary>
    public static readonly string[] Categories = ["green tea", "black tea", "oolong", "pu-erh", "herbal", "teaware", "home", "gift sets"];

    /// <summary>Code of the first category that is not drunk.</summary>
    public const int FirstGoods = 5;

    /// <summary>Probability that a bought line of each category is returned: pots break, tea hardly ever comes back.</summary>
    public static readonly double[] Returned = [0.008, 0.008, 0.010, 0.012, 0.010, 0.060, 0.050, 0.030];

    public static readonly Product[] Products = [.. CatalogueOfTea.Products, .. CatalogueOfGoods.Products];

    /// <summary>Positions in <see cref="Products"/> by category.</summary>
    public static readonly int[][] InCategory =
        [.. Categories.Select((_, code) => Enumerable.Range(0, Products.Length).Where(p => Products[p].Category == code).ToArray())];

    /// <summary>Price of the cheapest product, in cents.</summary>
    public static readonly int Cheapest = Products.Min(product => product.Price);
}
