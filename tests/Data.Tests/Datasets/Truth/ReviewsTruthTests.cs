using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class ReviewsTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Large, "reviews");
    private static readonly DataFrame Reviews = Shops.Large["reviews"]
        .Join(Shops.Large["truth_reviews"], [("customer_id", "customer_id"), ("product_id", "product_id")], Join.Inner, Match.OneToOne).Collect();

    [Fact]
    public void Sentiments_come_with_the_stated_probability_for_each_number_of_stars()
    {
        for (var stars = 1; stars <= 5; stars++)
        {
            var given = Reviews.Where(c => c["rating"] == stars).Collect();
            foreach (var sentiment in Truth.List("sentiment_by_stars")[stars - 1].EnumerateObject())
                Recover.Share(sentiment.Value.GetDouble(), given.Where(c => c["sentiment"] == sentiment.Name).RowCount, given.RowCount, $"{stars} stars, {sentiment.Name}");
        }
    }

    [Fact]
    public void Other_aspects_are_spoken_about_and_agree_as_stated()
    {
        var clear = Reviews.Where(c => c["sentiment"] != "neutral").With(("said", c => Expr.If(c["sentiment"] == "positive", 1, -1))).Collect();
        foreach (var aspect in new[] { "delivery", "packaging", "price" })
        {
            var spoken = clear.Where(c => c[aspect] != 0);
            Recover.Share(Truth.Number("other_aspects_spoken_about"), spoken.RowCount, clear.RowCount, aspect);
            Recover.Share(Truth.Number("other_aspects_agree"), spoken.Where(c => c[aspect] == c["said"]).RowCount, spoken.RowCount, aspect);
        }
        Assert.Equal(0, clear.Where(c => c["product"] != c["said"]).RowCount);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Pairs_of_letters_tell_the_sentiment_of_reviews_not_seen_before(string language)
    {
        // Naive Bayes over pairs of neighbouring letters with add-one smoothing, fitted on every other review.
        var frame = Reviews.Where(c => c["language"] == language && c["sentiment"] != "neutral").Collect();
        var (text, sentiment) = (frame.Text("text").ToStrings(), frame.Text("sentiment").ToStrings());
        var counts = new Dictionary<(string, string), int>();
        var totals = new Dictionary<string, int> { ["positive"] = 1, ["negative"] = 1 };
        for (var row = 0; row < text.Length; row += 2)
            foreach (var pair in Pairs(text[row]!))
            {
                counts[(pair, sentiment[row]!)] = counts.GetValueOrDefault((pair, sentiment[row]!)) + 1;
                totals[sentiment[row]!]++;
            }
        var (right, tested) = (0, 0);
        for (var row = 1; row < text.Length; row += 2, tested++)
            if ((Score(text[row]!, "positive") > Score(text[row]!, "negative") ? "positive" : "negative") == sentiment[row]) right++;
        Assert.InRange(right / (double)tested, 0.95, 1);
        Assert.InRange(tested, 500, 20_000);

        double Score(string what, string as_) => Pairs(what).Sum(pair => Math.Log((counts.GetValueOrDefault((pair, as_)) + 1.0) / totals[as_]));
        static IEnumerable<string> Pairs(string what) => Enumerable.Range(0, what.Length - 1).Select(i => what.Substring(i, 2));
    }

    [Fact]
    public void Reviews_are_in_the_language_of_the_customer_and_of_ratings()
    {
        var customers = Shops.Large["customers"].Select("customer_id", "language").Rename(("language", "speaks"));
        Assert.Equal(0, Reviews.Join(customers, "customer_id", Join.Inner, Match.ManyToOne).Where(c => c["speaks"] != c["language"]).RowCount);
        Assert.Equal(Reviews.RowCount, Reviews.Join(Shops.Large["ratings"].Rename(("rating", "stars")), [("customer_id", "customer_id"), ("product_id", "product_id")])
            .Where(c => c["stars"] == c["rating"] && c["rated_on"] == c["reviewed_on"]).RowCount);
        var chinese = Reviews.Where(c => c["language"] == "zh").Text("text").ToStrings();
        Assert.All(chinese, text => Assert.Contains(text!, letter => letter is >= '\u4e00' and <= '\u9fff'));
    }
}
