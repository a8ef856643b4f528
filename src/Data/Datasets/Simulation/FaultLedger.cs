using System.Text.Json.Nodes;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>A fault where it was planted.</summary>
/// <param name="Table">The raw table.</param>
/// <param name="Row">Row of the raw file, 1 for the first below the header.</param>
/// <param name="Fault">What was planted.</param>
/// <param name="Clean">The cell as it should be; "" for whole rows.</param>
internal readonly record struct PlantedFault(string Table, long Row, Fault Fault, string Clean);

/// <summary>All faults planted in all raw tables.</summary>
internal sealed class FaultLedger
{
    private FaultLedger(List<PlantedFault> planted) => Planted = planted;

    /// <summary>In order of table and row.</summary>
    public IReadOnlyList<PlantedFault> Planted { get; }

    /// <summary>Makes every raw table once and keeps what was planted, about 2 % of the rows.</summary>
    public static FaultLedger Of(World world)
    {
        var planted = new List<PlantedFault>();
        foreach (var table in CompanyTables.All.OfType<RawTable>())
            table.Emit(world, 0, table.Units(world), _ => { }, fault =>
            {
                world.Cancellation.ThrowIfCancellationRequested();
                planted.Add(fault);
            });
        return new FaultLedger(planted);
    }

    /// <summary>Counts by table, fault and column, as <c>truth.json</c> has them.</summary>
    public JsonObject Counts()
    {
        var tables = new JsonObject();
        foreach (var table in Planted.GroupBy(fault => fault.Table))
        {
            var kinds = new JsonObject();
            foreach (var kind in table.GroupBy(fault => fault.Fault.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            {
                var columns = new JsonObject();
                foreach (var column in kind.GroupBy(fault => fault.Fault.Column).OrderBy(column => column.Key, StringComparer.Ordinal))
                    columns[column.Key == "" ? "row" : column.Key] = column.Count();
                kinds[kind.Key] = columns;
            }
            tables[table.Key] = kinds;
        }
        return tables;
    }
}
