namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a product.</summary>
internal sealed class ProductsTable : ICompanyTable
{
    public string Name => "products";

    public string About => "One row a product, in English and Chinese.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("product_id", CellType.Integer, "", "Key.", "1, 2, …", CellRange.Between(1, Catalogue.Products.Length)),
        new("category", CellType.Text, "", "Category.", "written by hand", CellRange.OneOf(Catalogue.Categories)),
        new("name_en", CellType.Text, "", "Name in English.", "written by hand"),
        new("name_zh", CellType.Text, "", "Name in Chinese.", "written by hand"),
        new("description_en", CellType.Text, "", "Description in English.", "written by hand"),
        new("description_zh", CellType.Text, "", "Description in Chinese.", "written by hand"),
        new("list_price", CellType.Number, "EUR", "Price of one before discount, the same over both years.", "written by hand", CellRange.Between(2.6, 200)),
        new("unit_cost", CellType.Number, "EUR", "What one costs the shop.", "written by hand", CellRange.Between(0.5, 100)),
    ];

    public int Units(World world) => Catalogue.Products.Length;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var at = from; at < to; at++)
        {
            var product = Catalogue.Products[at];
            rows.Integer(at + 1);
            rows.Text(Catalogue.Categories[product.Category]);
            rows.Text(product.English);
            rows.Text(product.Chinese);
            rows.Text(product.AboutEnglish);
            rows.Text(product.AboutChinese);
            rows.Money(product.Price);
            rows.Money(product.Cost);
            rows.EndRow();
        }
    }
}
