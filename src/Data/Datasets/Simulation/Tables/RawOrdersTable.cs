namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>Orders of the last half-year as a careless system would export them.</summary>
internal sealed class RawOrdersTable() : RawTable(new OrdersTable())
{
    public override string About => "A copy of the `orders` of the second half of 2025 with planted faults.";

    protected override int First(World world) => world.FirstOrderOn(Period.Day(2025, 7, 1));

    protected override IReadOnlyList<Fault> Faults(World world) =>
    [
        Fault.ExactDuplicate(0.010),
        new("near_duplicate", "order_id", 0.008, (row, rng) =>
        {
            // The button was pressed twice: a new key, a few seconds later, all else the same.
            row[0] = $"{world.Orders + long.Parse(row[0])}";
            row[2] = $"{row[2][..^2]}{rng.Next(2, 59):00}";
        }, Repeats: true),
        Fault.Missing(Columns, "customer_id", 0.004),
        Fault.Missing(Columns, "channel", 0.015),
        Fault.Missing(Columns, "amount", 0.006),
        Fault.WrongType(Columns, "amount", 0.008),
        Fault.Outlier(Columns, "amount", 0.004),
        Fault.ImpossibleDate(Columns, "order_date", 0.006),
        Fault.Inconsistent(Columns, "channel", 0.030, Fault.Respell),
        Fault.Inconsistent(Columns, "status", 0.010, Fault.Respell),
        Fault.Orphan(Columns, "customer_id", 0.005, world.Customers),
    ];
}
