using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class KeywordAuctionsTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Committed, "keyword_auctions");
    private static readonly DataFrame Auctions = Shops.Committed["keyword_auctions"];

    [Fact]
    public void Clicks_by_position_find_the_position_factors()
    {
        // Clicks over impressions · click rate · quality is the position's factor; the relative error of a sum of binomials is at most 1/√clicks.
        var rates = Truth.List("keywords").ToDictionary(each => each.GetProperty("keyword").GetString()!, each => each.Number("click_rate"));
        var expected = Auctions.With("exposure", Rows().Select(row => row.Impressions * rates[row.Keyword] * row.Quality));
        var sums = expected.GroupBy("position").Aggregate(("clicks", Agg.Sum("clicks")), ("exposure", Agg.Sum("exposure"))).OrderBy("position").Collect();
        var factors = Truth.List("position_factors");
        for (var position = 0; position < factors.Length; position++)
        {
            var (clicks, exposure) = ((double)sums.Value<long>("clicks", position), sums.Value<double>("exposure", position));
            Recover.Within(factors[position].GetDouble(), clicks / exposure, Math.Sqrt(clicks) / exposure, $"position {position + 1}");
        }
    }

    [Fact]
    public void A_regression_that_knows_no_parameter_finds_them_too()
    {
        // ln(clicks / impressions / quality) on keyword and position; the first position is left out and so is the reference.
        var keywords = Truth.List("keywords").Select(each => each.GetProperty("keyword").GetString()!).ToArray();
        var rows = Rows().ToArray();
        var fit = LeastSquares.Fit([.. rows.Select(row => Math.Log((row.Clicks + 0.5) / row.Impressions / row.Quality))],
            [.. keywords.Select(keyword => rows.Select(row => row.Keyword == keyword ? 1.0 : 0).ToArray()),
                .. Enumerable.Range(2, 4).Select(position => rows.Select(row => row.Position == position ? 1.0 : 0).ToArray())]);
        var factors = Truth.List("position_factors");
        for (var i = 1; i < factors.Length; i++) Recover.Within(Math.Log(factors[i].GetDouble()), fit.Estimates[keywords.Length - 1 + i], fit.Errors[keywords.Length - 1 + i], $"position {i + 1}");
        for (var i = 0; i < keywords.Length; i++) Recover.Within(Math.Log(Truth.List("keywords")[i].Number("click_rate")), fit.Estimates[i], fit.Errors[i], keywords[i]);
    }

    [Fact]
    public void Conversions_follow_clicks_and_bids_follow_values()
    {
        foreach (var keyword in Truth.List("keywords"))
        {
            var rows = Auctions.Where(c => c["keyword"] == keyword.GetProperty("keyword").GetString()!)
                .Aggregate(("clicks", Agg.Sum("clicks")), ("conversions", Agg.Sum("conversions"))).Collect();
            Recover.Share(keyword.Number("conversion_rate"), rows.Value<long>("conversions"), rows.Value<long>("clicks"));
            var bids = Auctions.Where(c => c["keyword"] == keyword.GetProperty("keyword").GetString()! && c["bidder"] == "our shop")["bid"].ToDoubles();
            var mean = Truth.GetProperty("share_of_value_bid").Number("our shop") * keyword.Number("value_of_click");
            Recover.Within(mean, bids.Average(), 0.31 * mean / Math.Sqrt(bids.Length), "bid"); // √(e^0.09 − 1) = 0.307
        }
    }

    [Fact]
    public void Rank_is_by_bid_and_quality_and_prices_are_the_least_that_keep_it()
    {
        foreach (var auction in Rows().GroupBy(row => (row.Week, row.Keyword)))
        {
            var ranked = auction.OrderBy(row => row.Position).ToArray();
            Assert.Equal(5, ranked.Length);
            for (var i = 0; i < ranked.Length; i++)
            {
                Assert.Equal(i + 1, ranked[i].Position);
                var asked = i + 1 < ranked.Length ? ranked[i + 1].Bid * ranked[i + 1].Quality : Truth.Number("reserve");
                if (i + 1 < ranked.Length) Assert.True(ranked[i].Bid * ranked[i].Quality >= asked - 1e-9);
                Assert.InRange(ranked[i].Price, Math.Min(ranked[i].Bid, asked / ranked[i].Quality) - 1e-9, ranked[i].Bid + 1e-9);
                Assert.True(ranked[i].Price < asked / ranked[i].Quality + 0.0100001);
            }
        }
    }

    private static IEnumerable<Row> Rows()
    {
        var (week, keyword, position) = (Auctions.Values("week").ToArray(), Auctions.Text("keyword").ToStrings(), Auctions["position"].ToDoubles());
        var (bid, quality, price) = (Auctions["bid"].ToDoubles(), Auctions["quality"].ToDoubles(), Auctions["price_per_click"].ToDoubles());
        var (impressions, clicks) = (Auctions["impressions"].ToDoubles(), Auctions["clicks"].ToDoubles());
        for (var i = 0; i < bid.Length; i++)
            yield return new Row((DateTime)week[i]!, keyword[i]!, (int)position[i], bid[i], quality[i], price[i], impressions[i], clicks[i]);
    }

    private sealed record Row(DateTime Week, string Keyword, int Position, double Bid, double Quality, double Price, double Impressions, double Clicks);
}
