using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Auctions;
using MarketingNotebooks.Data.Datasets.Simulation.Weekly;

namespace MarketingNotebooks.Data.Datasets.Simulation.Tables;

/// <summary>One row a week, keyword and bidder.</summary>
internal sealed class KeywordAuctionsTable : ICompanyTable
{
    private const int Last = Weeks.Count - Weeks.FirstOf2025;

    public string Name => "keyword_auctions";

    public string About => "One row a week of 2025, keyword and bidder, as the search engine sees it: a shop knows its own rows. "
        + "Its size does not grow with the number of customers.";

    public IReadOnlyList<ColumnNote> Columns { get; } =
    [
        new("week", CellType.Date, "", "Monday of the week.", "51 weeks"),
        new("keyword", CellType.Text, "", "What was searched for, in English or Chinese.", "written by hand", CellRange.OneOf([.. Keyword.All.Select(keyword => keyword.Text)])),
        new("bidder", CellType.Text, "", "Who bid; `our shop` is the company.", "five", CellRange.OneOf(Auction.Bidders)),
        new("bid", CellType.Number, "EUR", "Most paid for a click.", "share of the click's value, log-normal", CellRange.From(0.1)),
        new("quality", CellType.Number, "1 = average", "Clicks of the advertisement relative to the average.", "uniform, one for a keyword and bidder", CellRange.Between(0.7, 1.3)),
        new("position", CellType.Integer, "", "1 for the top.", "by bid · quality", CellRange.Between(1, Auction.Positions.Length)),
        new("impressions", CellType.Integer, "", "Times shown.", "Poisson, more before holidays", CellRange.From(0)),
        new("clicks", CellType.Integer, "", "Times clicked.", "binomial: click rate · position factor · quality", CellRange.From(0)),
        new("price_per_click", CellType.Number, "EUR", "Paid for a click.", "generalised second price: the next one's bid · quality over own quality, rounded up", CellRange.From(0.01)),
        new("conversions", CellType.Integer, "", "Purchases that followed.", "binomial", CellRange.From(0)),
    ];

    public int Units(World world) => Last;

    public void Rows(World world, int from, int to, RowSink rows)
    {
        var qualities = Auction.Qualities(world);
        for (var week = from; week < to; week++)
            for (var keyword = 0; keyword < Keyword.All.Length; keyword++)
                foreach (var result in Auction.Of(world, Weeks.FirstOf2025 + week, keyword, qualities[keyword]))
                {
                    rows.Date(Weeks.Monday(Weeks.FirstOf2025 + week));
                    rows.Text(Keyword.All[keyword].Text);
                    rows.Text(Auction.Bidders[result.Bidder]);
                    rows.Money(result.Bid);
                    rows.Real(qualities[keyword][result.Bidder], 2);
                    rows.Integer(result.Position);
                    rows.Integer(result.Impressions);
                    rows.Integer(result.Clicks);
                    rows.Money(result.Price);
                    rows.Integer(result.Conversions);
                    rows.EndRow();
                }
    }

    public JsonNode Truth(World world) => Auction.Truth();
}
