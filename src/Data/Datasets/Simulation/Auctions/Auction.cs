using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Datasets.Simulation.Weekly;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Auctions;

/// <summary>What one bidder got for one keyword in one week. Money in cents.</summary>
/// <param name="Bidder">Position in <see cref="Auction.Bidders"/>.</param>
/// <param name="Bid">Most the bidder pays for a click.</param>
/// <param name="Position">1 for the top.</param>
/// <param name="Impressions">Times shown.</param>
/// <param name="Clicks">Times clicked.</param>
/// <param name="Price">Paid for a click.</param>
/// <param name="Conversions">Purchases that followed.</param>
internal readonly record struct AuctionResult(int Bidder, int Bid, int Position, int Impressions, int Clicks, int Price, int Conversions);

/// <summary>Generalised second-price auctions of keywords: rank by bid times quality, pay what the next one's rank asks for.</summary>
/// <remarks>Source: Edelman, Ostrovsky and Schwarz (2007), American Economic Review 97(1).</remarks>
internal static class Auction
{
    /// <summary>Who bids; the first is the shop.</summary>
    public static readonly string[] Bidders = ["our shop", "leaf & co", "teahaus", "morning cup", "cha market"];

    /// <summary>Clicks in each position relative to the first.</summary>
    public static readonly double[] Positions = [1, 0.62, 0.41, 0.28, 0.20];

    /// <summary>Part of a click's value that each bidder bids on average.</summary>
    public static readonly double[] Shade = [0.62, 0.55, 0.70, 0.45, 0.60];

    /// <summary>Least price of a click, in cents at quality 1.</summary>
    public const int Reserve = 5;

    private const double BidNoise = 0.30; // standard deviation of the logarithm of a bid around its mean
    private const double ValueNoise = 0.20; // of a rival's value around the shop's

    /// <summary>Clicks of each bidder's advertisements relative to the average, known to the search engine: by keyword, then bidder.</summary>
    public static double[][] Qualities(World world)
    {
        var stream = world.Stream("ad quality");
        return [.. Keyword.All.Select((_, keyword) =>
        {
            var rng = stream.Split(keyword);
            return Bidders.Select(_ => Math.Round(rng.NextUniform(0.7, 1.3), 2)).ToArray();
        })];
    }

    /// <summary>The results of a week, from the top position down; always the same for a seed.</summary>
    public static AuctionResult[] Of(World world, int week, int keyword, double[] qualities)
    {
        var key = Keyword.All[keyword];
        var rng = world.Stream("keyword_auctions").Split(week).Split(keyword);
        var bids = new int[Bidders.Length];
        for (var bidder = 0; bidder < bids.Length; bidder++)
        {
            var value = key.Value * (bidder == 0 ? 1 : world.Stream("rivals").Split(keyword).Split(bidder).NextLogNormal(0, ValueNoise));
            bids[bidder] = Math.Max(2 * Reserve, (int)(100 * Shade[bidder] * value * rng.NextLogNormal(-BidNoise * BidNoise / 2, BidNoise) + 0.5));
        }
        int[] order = [.. Enumerable.Range(0, bids.Length).OrderByDescending(bidder => bids[bidder] * qualities[bidder]).ThenBy(bidder => bidder)];
        var searches = rng.NextPoisson(key.Searches * (1 + Weeks.Holiday(week)));
        return [.. order.Select((bidder, position) =>
        {
            var asked = position + 1 < order.Length ? bids[order[position + 1]] * qualities[order[position + 1]] : Reserve;
            var clicks = rng.NextBinomial(searches, key.ClickRate * Positions[position] * qualities[bidder]);
            // Rounded up, as the price must reach the next one's rank; never above the bid.
            var price = Math.Min(bids[bidder], (int)Math.Ceiling(Math.Max(asked, Reserve) / qualities[bidder]));
            return new AuctionResult(bidder, bids[bidder], position + 1, searches, clicks, price, rng.NextBinomial(clicks, key.Converts));
        })];
    }

    /// <summary>The parameters.</summary>
    public static JsonObject Truth() => new()
    {
        ["position_factors"] = TruthNodes.Numbers(Positions),
        ["keywords"] = TruthNodes.List(Keyword.All, keyword => new JsonObject
        {
            ["keyword"] = keyword.Text,
            ["click_rate"] = keyword.ClickRate,
            ["conversion_rate"] = keyword.Converts,
            ["margin"] = keyword.Margin,
            ["value_of_click"] = TruthNodes.Round(keyword.Value),
        }),
        ["share_of_value_bid"] = TruthNodes.Pairs(Bidders, Shade),
        ["reserve"] = Reserve / 100.0,
        ["click_probability"] = "click_rate · position factor · quality",
    };
}
