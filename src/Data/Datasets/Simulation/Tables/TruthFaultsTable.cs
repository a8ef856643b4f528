namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>Where each fault was planted.</summary>
internal sealed class TruthFaultsTable : ICompanyTable
{
    public string Name => "truth_faults";

    public string About => "One row a planted fault, to score detection and repair with.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("table", CellType.Text, "", "The raw table.", "planted"),
        new("row", CellType.Integer, "", "Row of its file, 1 for the first below the header.", "planted", CellRange.Key),
        new("column", CellType.Text, "", "The damaged column; empty for an exact duplicate, the new key's for a near duplicate.", "planted"),
        new("fault", CellType.Text, "", "What kind of fault.", "at most one a row, by the rates of the raw table"),
        new("clean", CellType.Text, "", "What the cell should hold; empty for duplicates.", "the clean table"),
    ];

    public int Units(World world) => world.Faults.Planted.Count;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        for (var at = from; at < to; at++)
        {
            var planted = world.Faults.Planted[at];
            rows.Text(planted.Table);
            rows.Integer(planted.Row);
            rows.Text(planted.Fault.Column);
            rows.Text(planted.Fault.Kind);
            rows.Text(planted.Clean);
            rows.EndRow();
        }
    }
}
