using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Weekly;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a product and week.</summary>
internal sealed class PricesWeeklyTable : ICompanyTable
{
    public string Name => "prices_weekly";

    public string About => "One row a week and product sold through a partner, who moves prices with cost and with what he knows of demand. "
        + "Its size does not grow with the number of customers.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("week", CellType.Date, "", "Monday of the week.", "104 weeks"),
        new("product_id", CellType.Integer, "", "`products.product_id`.", "three of each of four categories", CellRange.Between(1, Catalogue.Products.Length)),
        new("price", CellType.Number, "EUR", "Price of one.", "list price, moved by cost and hidden demand", CellRange.From(0.5)),
        new("cost", CellType.Number, "EUR", "Cost of one: the instrument.", "`products.unit_cost`, moved by freight and harvest only", CellRange.From(0.2)),
        new("units", CellType.Integer, "pieces", "Sold in the week.", "Poisson, see `truth.json`", CellRange.From(0)),
        new("holiday", CellType.Number, "share", "Mean lift of demand by holidays, 0 for none.", "`seasons` in `truth.json`", CellRange.Between(0, 3)),
    ];

    public int Units(World world) => PricedProduct.All.Length;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var at = from; at < to; at++)
        {
            var weeks = PricedProduct.Of(world, at);
            for (var week = 0; week < weeks.Length; week++)
            {
                rows.Date(Weeks.Monday(week));
                rows.Integer(PricedProduct.All[at].Product + 1);
                rows.Money(weeks[week].Price);
                rows.Money(weeks[week].Cost);
                rows.Integer(weeks[week].Units);
                rows.Real(Weeks.Holiday(week), 4);
                rows.EndRow();
            }
        }
    }

    public JsonNode Truth(World world) => PricedProduct.Truth();
}
