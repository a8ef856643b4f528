using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets;
using MarketingNotebooks.Data.Datasets.Simulation;

namespace MarketingNotebooks.Data.Tests.Datasets;

/// <summary>Companies that several tests look at, each made once.</summary>
internal static class Shops
{
    /// <summary>Customers of <see cref="Large"/>.</summary>
    public const int LargeCustomers = 30_000;

    private static readonly Lazy<CompanyData> Small = new(() => Company.Generate());
    private static readonly Lazy<CompanyData> Big = new(() => Company.Generate(new CompanyOptions { Customers = LargeCustomers }));

    private static readonly Lazy<CompanyData> Precise = new(() => Some(new CompanyOptions { Customers = 150_000 }, "truth_customers", "email_test", "web_events", "survey"));

    /// <summary>A few tables of a company of 150,000, where effects are small.</summary>
    public static CompanyData Huge => Precise.Value;

    /// <summary>Only some tables of a company, and the truth of these.</summary>
    public static CompanyData Some(CompanyOptions options, params string[] names)
    {
        var world = World.Build(options);
        var tables = CompanyTables.All.Where(table => names.Contains(table.Name)).ToList();
        var truth = new JsonObject();
        foreach (var table in tables) truth[table.Name] = table.Truth(world);
        return new CompanyData([.. tables.Select(table =>
        {
            var rows = new FrameSink(table.Columns);
            table.Rows(world, 0, table.Units(world), rows);
            return (table.Name, rows.Build());
        })], new JsonObject { ["tables"] = truth }.ToJsonString());
    }

    /// <summary>The company of the committed folder.</summary>
    public static CompanyData Committed => Small.Value;

    /// <summary>One large enough to recover parameters from.</summary>
    public static CompanyData Large => Big.Value;
}
