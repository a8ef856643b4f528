namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>Order lines of the last half-year as a careless system would export them.</summary>
internal sealed class RawOrderLinesTable() : RawTable(new OrderLinesTable())
{
    public override string About => "A copy of the `order_lines` of orders of the second half of 2025 with planted faults.";

    protected override int First(World world) => world.FirstOrderOn(Period.Day(2025, 7, 1));

    protected override IReadOnlyList<Fault> Faults(World world) =>
    [
        Fault.ExactDuplicate(0.008),
        Fault.Missing(Columns, "quantity", 0.005),
        Fault.Missing(Columns, "unit_price", 0.005),
        Fault.WrongType(Columns, "unit_price", 0.006),
        Fault.Outlier(Columns, "quantity", 0.002),
        Fault.Outlier(Columns, "unit_price", 0.002),
        Fault.Orphan(Columns, "order_id", 0.003, world.Orders),
        Fault.Orphan(Columns, "product_id", 0.003, Catalogue.Products.Length),
    ];
}
