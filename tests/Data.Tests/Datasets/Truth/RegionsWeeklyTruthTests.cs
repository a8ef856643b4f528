using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Datasets.Truth;

public sealed class RegionsWeeklyTruthTests
{
    private static readonly System.Text.Json.JsonElement Truth = Recover.Of(Shops.Committed, "regions_weekly");
    private static readonly string Treated = Truth.GetProperty("region").GetString()!;

    /// <summary>Week by week, the logarithm of sales in the treated region less its mean over the others.</summary>
    private static (DateTime[] Weeks, double[] Gaps) Gaps()
    {
        var wide = Shops.Committed["regions_weekly"].Pivot("week", "region", Agg.Sum("sales")).OrderBy("week").Collect();
        var others = wide.ColumnNames.Where(name => name != "week" && name != Treated).Select(name => wide[name].ToDoubles()).ToArray();
        return ([.. wide.Values("week").Select(week => (DateTime)week!)],
            [.. wide[Treated].ToDoubles().Select((sales, week) => Math.Log(sales) - others.Average(region => Math.Log(region[week])))]);
    }

    private static int From => Array.IndexOf(Gaps().Weeks, DateTime.SpecifyKind(DateTime.Parse(Truth.GetProperty("first_week").GetString()!, CultureInfo.InvariantCulture), DateTimeKind.Utc));

    [Fact]
    public void Difference_in_differences_finds_the_lift()
    {
        var (gaps, from, length) = (Gaps().Gaps, From, Truth.GetProperty("weeks").GetInt32());
        var (before, during) = (gaps[..from], gaps[from..(from + length)]);
        var deviation = Math.Sqrt(before.Sum(gap => Math.Pow(gap - before.Average(), 2)) / (before.Length - 1));
        var error = deviation * Math.Sqrt(1.0 / before.Length + 1.0 / during.Length);
        Recover.Within(Math.Log(1 + Truth.Number("lift")), during.Average() - before.Average(), error);
        Assert.True(during.Average() - before.Average() > Recover.Errors * error, "The campaign must be visible.");
    }

    [Fact]
    public void Trends_are_parallel_before_and_after_the_campaign()
    {
        var (gaps, from, length) = (Gaps().Gaps, From, Truth.GetProperty("weeks").GetInt32());
        var before = gaps[..from];
        var fit = LeastSquares.Fit(before, [[.. before.Select(_ => 1.0)], [.. before.Select((_, week) => (double)week)]]);
        Recover.Within(0, fit.Estimates[1], fit.Errors[1], "slope before");
        var after = gaps[(from + length)..];
        var deviation = Math.Sqrt(before.Sum(gap => Math.Pow(gap - before.Average(), 2)) / (before.Length - 1));
        Recover.Within(before.Average(), after.Average(), deviation * Math.Sqrt(1.0 / before.Length + 1.0 / after.Length), "after");
        // Noise of the region itself, and of the mean of eleven others.
        var noise = Truth.Number("noise_deviation_of_log") * Math.Sqrt(1 + 1 / 11.0);
        Recover.Within(noise, deviation, noise / Math.Sqrt(2.0 * before.Length), "noise");
    }

    [Fact]
    public void Incremental_sales_are_those_above_the_sales_without_campaign()
    {
        var sales = Shops.Committed["regions_weekly"].Where(c => c["region"] == Treated && c["campaign_spend"] > 0).OrderBy("week")["sales"].ToDoubles();
        var without = Truth.List("sales_without_campaign").Select(each => each.GetDouble()).ToArray();
        Assert.Equal(Truth.GetProperty("weeks").GetInt32(), sales.Length);
        Assert.Equal(Truth.Number("incremental_sales"), sales.Sum() - without.Sum(), 0.01);
        Assert.All(sales.Zip(without, (a, b) => a / b), ratio => Assert.Equal(1 + Truth.Number("lift"), ratio, 1e-4));
        Assert.Equal(Truth.Number("spend"), Shops.Committed["regions_weekly"]["campaign_spend"].ToDoubles().Sum(), 1e-6);
    }
}
