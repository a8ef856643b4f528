using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Weekly;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a week and region.</summary>
internal sealed class RegionsWeeklyTable : ICompanyTable
{
    public string Name => "regions_weekly";

    public string About => $"One row a week and region of sales through partners; one region got a campaign for {Regions.Length} weeks from "
        + $"{Period.Date(Weeks.Monday(Regions.From)):yyyy-MM-dd} on. Its size does not grow with the number of customers.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("week", CellType.Date, "", "Monday of the week.", "104 weeks"),
        new("region", CellType.Text, "", "City.", "twelve", CellRange.OneOf([.. Regions.All.Select(region => region.Name)])),
        new("sales", CellType.Number, "EUR", "Sales of the week.", "level · exp(trend + holidays + common shock + noise), raised by the campaign", CellRange.From(0)),
        new("campaign_spend", CellType.Number, "EUR", "Spent on the campaign; 0 where there was none.", "the same every week of it", CellRange.From(0)),
    ];

    public int Units(World world) => Weeks.Count;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var sales = Regions.Sales(world);
        for (var week = from; week < to; week++)
            for (var region = 0; region < Regions.All.Length; region++)
            {
                rows.Date(Weeks.Monday(week));
                rows.Text(Regions.All[region].Name);
                rows.Money(sales[week][region]);
                rows.Money(Regions.Spent(region, week));
                rows.EndRow();
            }
    }

    public JsonNode Truth(World world) => Regions.Truth(world);
}
