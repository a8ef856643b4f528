namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>Customers as a careless system would export them.</summary>
internal sealed class RawCustomersTable() : RawTable(new CustomersTable())
{
    private static readonly Dictionary<string, string[]> _countries = new()
    {
        ["GB"] = ["UK", "gb", "United Kingdom"], ["DE"] = ["Germany", "de", "Deutschland"], ["US"] = ["USA", "us", "United States"],
        ["FR"] = ["France", "fr", "FRA"], ["NL"] = ["Netherlands", "nl", "Holland"], ["SG"] = ["Singapore", "sg", "SGP"],
        ["HK"] = ["Hong Kong", "hk", "香港"], ["TW"] = ["Taiwan", "tw", "台灣"], ["CN"] = ["China", "cn", "中国"],
    };

    public override string About => "A copy of `customers` with planted faults.";

    protected override IReadOnlyList<Fault> Faults(World world) =>
    [
        Fault.ExactDuplicate(0.010),
        new("near_duplicate", "customer_id", 0.012, (row, rng) =>
        {
            // The same person registers again: a new key, the name and the address typed a little differently.
            row[0] = $"{2L * world.Customers + long.Parse(row[0])}";
            row[1] = rng.NextBool() ? row[1].ToUpperInvariant() + " " : " " + row[1];
            row[2] = row[2].ToUpperInvariant();
        }, Repeats: true),
        Fault.Missing(Columns, "country", 0.010),
        Fault.Missing(Columns, "birth_year", 0.030),
        Fault.Cell(Columns, "wrong_type", "birth_year", 0.008, (cell, rng) => rng.Next(3) switch
        {
            0 => "N/A",
            1 => "?",
            _ => "'" + cell[2..],
        }),
        Fault.Cell(Columns, "outlier", "birth_year", 0.005, (_, rng) => rng.NextBool() ? $"{rng.Next(1880, 1905)}" : $"{rng.Next(2030, 2100)}"),
        Fault.ImpossibleDate(Columns, "signup_date", 0.008),
        Fault.Inconsistent(Columns, "country", 0.030, (cell, rng) => rng.Choice<string>(_countries[cell])),
        Fault.Inconsistent(Columns, "channel", 0.020, Fault.Respell),
    ];
}
