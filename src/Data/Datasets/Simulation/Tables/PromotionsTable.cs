namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a promotion.</summary>
internal sealed class PromotionsTable : ICompanyTable
{
    public string Name => "promotions";

    public string About => "One row a promotion: a share off everything for some days. They do not overlap.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("promotion_id", CellType.Integer, "", "Key.", "1, 2, … by date", CellRange.Between(1, Promotion.All.Length)),
        new("name", CellType.Text, "", "What it was called.", "written by hand"),
        new("first_day", CellType.Date, "", "First day.", "written by hand"),
        new("last_day", CellType.Date, "", "Last day, inclusive.", "written by hand"),
        new("discount", CellType.Number, "share", "Part of the list price taken off.", "written by hand", CellRange.Between(0, 1)),
    ];

    public int Units(World world) => Promotion.All.Length;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var at = from; at < to; at++)
        {
            var promotion = Promotion.All[at];
            rows.Integer(at + 1);
            rows.Text(promotion.Name);
            rows.Date(promotion.First);
            rows.Date(promotion.Last);
            rows.Number(promotion.Percent, 2);
            rows.EndRow();
        }
    }
}
