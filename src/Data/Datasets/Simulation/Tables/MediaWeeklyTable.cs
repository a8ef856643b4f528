using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Weekly;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a week: what was spent on media and what was sold.</summary>
internal sealed class MediaWeeklyTable : ICompanyTable
{
    public string Name => "media_weekly";

    public string About => "One row a week of the shop's sales through partners, whose buyers are not in `customers`, with spend by medium. "
        + "Its size does not grow with the number of customers.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("week", CellType.Date, "", "Monday of the week.", "104 weeks"),
        new("sales", CellType.Number, "EUR", "Sales of the week.", "sum of base, trend, holidays, weather, price and media, see `truth.json`", CellRange.From(0)),
        .. MediaChannel.All.Select(channel => new ColumnNote($"spend_{channel.Name}", CellType.Number, "EUR", $"Spent on {channel.Name}.",
            channel.Demand > 0 ? "log-normal, more before holidays" : $"log-normal, {channel.Flight} weeks on and {channel.Flight} off", CellRange.From(0))),
        new("price_index", CellType.Number, "100 = list prices", "Mean price paid.", "100 less 14 in weeks of promotion, with noise", CellRange.Between(70, 115)),
        new("holiday", CellType.Number, "share", "Mean lift of demand by holidays, 0 for none.", "`seasons` in `truth.json`", CellRange.Between(0, 3)),
        new("temperature", CellType.Number, "°C", "Mean of the week.", "by month, with noise", CellRange.Between(-10, 35)),
    ];

    public int Units(World world) => Weeks.Count;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var market = MediaMarket.Of(world);
        for (var week = from; week < to; week++)
        {
            var row = market.All[week];
            rows.Date(Weeks.Monday(week));
            rows.Money(row.Sales);
            foreach (var spend in row.Spends) rows.Money(spend);
            rows.Real(row.PriceIndex, 1);
            rows.Real(row.Holiday, 4);
            rows.Real(row.Temperature, 1);
            rows.EndRow();
        }
    }

    public JsonNode Truth(World world) => MediaMarket.Of(world).Truth();
}
