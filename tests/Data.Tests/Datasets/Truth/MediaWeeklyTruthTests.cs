using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class MediaWeeklyTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Committed, "media_weekly");
    private static readonly DataFrame Weeks = Shops.Committed["media_weekly"];
    private static readonly double[] Sales = Weeks["sales"].ToDoubles();

    private static double[] Spend(string channel) => Weeks[$"spend_{channel}"].ToDoubles();

    /// <summary>Adstock and saturation written anew from the formula in truth.json.</summary>
    private static double[] Saturated(double[] spend, double decay, double half, double shape)
    {
        var stock = 0.0;
        return [.. spend.Select(each =>
        {
            stock = each + decay * stock;
            return Math.Pow(stock, shape) / (Math.Pow(stock, shape) + Math.Pow(half, shape));
        })];
    }

    /// <summary>The terms of the sales of one market: constant, trend, holidays, weather, price and media.</summary>
    private static double[][] Terms(DataFrame weeks, Func<System.Text.Json.JsonElement, double[], double[]> curve) =>
    [
        [.. Enumerable.Repeat(1.0, weeks.RowCount)], [.. Enumerable.Range(0, weeks.RowCount).Select(week => (double)week)], weeks["holiday"].ToDoubles(),
        [.. weeks["temperature"].ToDoubles().Select(warmth => warmth - 11)], [.. weeks["price_index"].ToDoubles().Select(price => price - 100)],
        .. Truth.List("channels").Select(channel => curve(channel, weeks[$"spend_{channel.GetProperty("channel").GetString()}"].ToDoubles())),
    ];

    private static double[] Curve(System.Text.Json.JsonElement channel, double[] spend) =>
        Saturated(spend, channel.Number("decay"), channel.Number("half"), channel.Number("shape"));

    [Fact]
    public void Regression_on_the_true_curves_finds_every_coefficient()
    {
        // Ten markets of the same parameters: one alone leaves what a medium does uncertain by a tenth or two.
        var markets = Enumerable.Range(1, 10).Select(seed => Shops.Some(new() { Seed = seed, Customers = 1 }, "media_weekly")["media_weekly"]).ToArray();
        var terms = markets.Select(market => Terms(market, Curve)).ToArray();
        var fit = LeastSquares.Fit([.. markets.SelectMany(market => market["sales"].ToDoubles())],
            [.. terms[0].Select((_, term) => terms.SelectMany(market => market[term]).ToArray())]);
        string[] names = ["base", "trend_a_week", "holiday", "degree_above_11", "point_of_price_index_above_100"];
        for (var i = 0; i < names.Length; i++) Recover.Within(Truth.Number(names[i]), fit.Estimates[i], fit.Errors[i], names[i]);
        var channels = Truth.List("channels");
        for (var i = 0; i < channels.Length; i++)
        {
            Recover.Within(channels[i].Number("most"), fit.Estimates[names.Length + i], fit.Errors[names.Length + i], channels[i].GetProperty("channel").GetString()!);
            Assert.True(fit.Estimates[names.Length + i] > 2 * Recover.Errors * fit.Errors[names.Length + i], "A medium whose effect cannot be seen teaches nothing.");
        }
    }

    [Fact]
    public void The_decay_of_video_is_where_the_fit_is_best()
    {
        // Grid search over one channel's decay, the others as they are; the profile likelihood is flat, hence a tenth either way.
        var best = Enumerable.Range(0, 20).Select(i => i / 20.0).MinBy(decay =>
        {
            var columns = Terms(Weeks, (channel, spend) => channel.GetProperty("channel").GetString() == "video"
                ? Saturated(spend, decay, channel.Number("half"), channel.Number("shape")) : Curve(channel, spend));
            var fit = LeastSquares.Fit(Sales, columns);
            return Sales.Select((y, week) => Math.Pow(y - columns.Select((column, i) => column[week] * fit.Estimates[i]).Sum(), 2)).Sum();
        });
        Assert.InRange(best, Truth.List("channels")[3].Number("decay") - 0.1, Truth.List("channels")[3].Number("decay") + 0.1);
    }

    [Fact]
    public void Search_looks_better_than_it_is_to_those_who_forget_the_holidays()
    {
        var naive = LeastSquares.Fit(Sales, [Spend("search"), [.. Sales.Select(_ => 1.0)], [.. Sales.Select((_, week) => (double)week)],
            .. Truth.List("channels").Skip(1).Select(channel => Spend(channel.GetProperty("channel").GetString()!))]);
        var truth = Truth.List("channels")[0].Number("marginal_return"); // what a slope stands for
        Assert.True(naive.Estimates[0] > truth + 2 * naive.Errors[0], $"{naive.Estimates[0]} ± {naive.Errors[0]} against {truth}");
    }

    [Fact]
    public void Contributions_and_returns_follow_from_the_formula()
    {
        foreach (var channel in Truth.List("channels"))
        {
            var name = channel.GetProperty("channel").GetString()!;
            var brought = channel.Number("most") * Saturated(Spend(name), channel.Number("decay"), channel.Number("half"), channel.Number("shape")).Sum();
            Assert.Equal(brought, channel.Number("contribution"), 0.01);
            Assert.Equal(Spend(name).Sum(), channel.Number("spend"), 0.001);
            Assert.Equal(brought / Spend(name).Sum(), channel.Number("return"), 1e-6);
        }
    }

    [Fact]
    public void There_are_104_weeks_from_Monday_to_Monday()
    {
        var days = Weeks.Column<long>("week").Span.ToArray();
        Assert.Equal(104, days.Length);
        Assert.All(days.Zip(days.Skip(1), (a, b) => b - a), gap => Assert.Equal(7 * Text.Times.Day, gap));
    }
}
