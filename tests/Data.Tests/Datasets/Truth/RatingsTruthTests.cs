using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class RatingsTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Large, "ratings");
    private static readonly DataFrame Ratings = Shops.Large["ratings"].Join(Shops.Large["truth_tastes"], "customer_id", Join.Inner, Match.ManyToOne).Collect();

    /// <summary>The latent rating of each row, from the customers' and the products' factors.</summary>
    private static double[] Latent()
    {
        var products = Truth.List("products");
        var (product, leniency) = (Ratings["product_id"].ToDoubles(), Ratings["leniency"].ToDoubles());
        var (bold, ornate) = (Ratings["bold"].ToDoubles(), Ratings["ornate"].ToDoubles());
        return [.. product.Select((id, row) =>
        {
            var each = products[(int)id - 1];
            return Truth.Number("mean") + each.Number("quality") + leniency[row] + bold[row] * each.Number("bold") + ornate[row] * each.Number("ornate");
        })];
    }

    /// <summary>Mean and variance of the stars that a latent rating gives: normal noise, rounded and cut.</summary>
    private static (double Mean, double Variance) Stars(double latent)
    {
        var noise = Truth.Number("noise_deviation");
        double mean = 0, square = 0;
        for (var stars = 1; stars <= 5; stars++)
        {
            var above = stars == 5 ? 1 : Recover.Normal((stars + 0.5 - latent) / noise);
            var probability = above - (stars == 1 ? 0 : Recover.Normal((stars - 0.5 - latent) / noise));
            mean += probability * stars;
            square += probability * stars * stars;
        }
        return (mean, square - mean * mean);
    }

    [Fact]
    public void Every_product_is_rated_as_its_factors_and_its_raters_say()
    {
        var (stars, product, latent) = (Ratings["rating"].ToDoubles(), Ratings["product_id"].ToDoubles(), Latent());
        foreach (var rows in Enumerable.Range(0, stars.Length).GroupBy(row => product[row]))
        {
            var expected = rows.Select(row => Stars(latent[row])).ToArray();
            Recover.Within(expected.Sum(each => each.Mean), rows.Sum(row => stars[row]), Math.Sqrt(expected.Sum(each => each.Variance)), $"product {rows.Key}");
        }
    }

    [Fact]
    public void Latent_ratings_tell_customers_who_like_a_product_from_those_who_do_not()
    {
        // The fifth of rows with the highest latent rating against the lowest: what a recommender may hope for.
        var (stars, latent) = (Ratings["rating"].ToDoubles(), Latent());
        var order = Enumerable.Range(0, latent.Length).OrderBy(row => latent[row]).ToArray();
        var (low, high) = (order[..(order.Length / 5)], order[^(order.Length / 5)..]);
        var expected = high.Average(row => Stars(latent[row]).Mean) - low.Average(row => Stars(latent[row]).Mean);
        var error = Math.Sqrt((high.Sum(row => Stars(latent[row]).Variance) + low.Sum(row => Stars(latent[row]).Variance)) / low.Length / low.Length);
        Assert.InRange(expected, 1.5, 3);
        Recover.Within(expected, high.Average(row => stars[row]) - low.Average(row => stars[row]), error);
    }

    [Fact]
    public void Mean_ratings_find_the_better_products()
    {
        // No truth about customers is used: quality is what the mean rating of a product shows, up to the taste of those who buy it.
        var means = Ratings.GroupBy("product_id").Aggregate(("mean", Agg.Mean("rating"))).OrderBy("product_id");
        var quality = Truth.List("products").Select(each => each.Number("quality")).ToArray();
        var frame = means.With("quality", means["product_id"].ToDoubles().Select(id => quality[(int)id - 1]));
        Assert.InRange(frame.Aggregate(("r", Agg.Correlation("mean", "quality"))).Value<double>("r"), 0.8, 1);
    }

    [Fact]
    public void Only_products_bought_are_rated_and_each_with_the_stated_probability()
    {
        var bought = Shops.Large["order_lines"].Join(Shops.Large["orders"].Select("order_id", "customer_id", "order_date"), "order_id", Join.Inner, Match.ManyToOne)
            .GroupBy("customer_id", "product_id").Aggregate(("first", Agg.Min("order_date"))).Collect();
        Assert.Equal(0, Ratings.Join(bought, [("customer_id", "customer_id"), ("product_id", "product_id")], Join.Anti).RowCount);
        Assert.Equal(0, Ratings.Join(bought, [("customer_id", "customer_id"), ("product_id", "product_id")], Join.Inner, Match.OneToOne)
            .Where(c => c["rated_on"] < c["first"].Trunc(Unit.Day)).RowCount);
        // Ratings that would fall after the end are not there; half a year before it, waits of 9 days on average play no part.
        var early = bought.Where(c => c["first"] < new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc));
        var rated = early.Join(Ratings, [("customer_id", "customer_id"), ("product_id", "product_id")], Join.Semi);
        Recover.Share(Truth.Number("rated"), rated.RowCount, early.RowCount);
    }
}
