using System.Text.Json.Nodes;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Weekly;

/// <summary>Sales by region, one of which got a campaign.</summary>
/// <remarks>The logarithm of sales is a level of the region, a trend, holidays and a common shock that lingers, all alike everywhere, and noise
/// of its own: without the campaign the regions move in parallel.</remarks>
internal static class Regions
{
    /// <summary>Name and sales of an ordinary week in EUR.</summary>
    public static readonly (string Name, double Level)[] All =
    [
        ("Amsterdam", 6_200), ("Berlin", 9_800), ("Birmingham", 5_100), ("Cologne", 4_900), ("Hamburg", 7_600), ("Leeds", 3_900),
        ("London", 14_500), ("Lyon", 3_600), ("Manchester", 5_800), ("Munich", 8_300), ("Paris", 11_200), ("Rotterdam", 4_300),
    ];

    /// <summary>Position of the region with the campaign.</summary>
    public const int Treated = 4;

    /// <summary>First week of the campaign.</summary>
    public static readonly int From = Period.Day(2025, 8, 4) / 7;

    /// <summary>Weeks of the campaign; the effect ends with it.</summary>
    public const int Length = 12;

    /// <summary>Share by which the campaign raises sales.</summary>
    public const double Lift = 0.14;

    private const double Spend = 900; // a week of the campaign
    private const double Trend = 0.0015;
    private const double PerHoliday = 0.6;
    private const double Lingers = 0.7; // share of the common shock that is left a week later
    private const double Shock = 0.04;
    private const double Noise = 0.035;

    /// <summary>True in the weeks and the region of the campaign.</summary>
    public static bool Runs(int region, int week) => region == Treated && week >= From && week < From + Length;

    /// <summary>Spend in cents.</summary>
    public static long Spent(int region, int week) => Runs(region, week) ? (long)(100 * Spend) : 0;

    /// <summary>Sales in cents by week and region, with the campaign or as if there had been none.</summary>
    public static long[][] Sales(World world, bool campaign = true)
    {
        var (common, own) = (world.Stream("regions"), world.Stream("regions_weekly"));
        var (shock, sales) = (0.0, new long[Weeks.Count][]);
        for (var week = 0; week < sales.Length; week++)
        {
            shock = Lingers * shock + common.NextNormal(0, Shock);
            var alike = Trend * week + PerHoliday * Weeks.Holiday(week) + shock;
            var rng = own.Split(week);
            sales[week] = [.. All.Select((region, at) =>
            {
                var lift = campaign && Runs(at, week) ? 1 + Lift : 1;
                return (long)(100 * lift * region.Level * PortableMath.Exp(alike + rng.NextNormal(0, Noise)) + 0.5);
            })];
        }
        return sales;
    }

    /// <summary>The campaign and what it brought.</summary>
    public static JsonObject Truth(World world)
    {
        var (with, without) = (Sales(world), Sales(world, campaign: false));
        var weeks = Enumerable.Range(From, Length).ToArray();
        var gained = weeks.Sum(week => with[week][Treated] - without[week][Treated]) / 100.0;
        return new JsonObject
        {
            ["region"] = All[Treated].Name,
            ["first_week"] = $"{Period.Date(Weeks.Monday(From)):yyyy-MM-dd}",
            ["weeks"] = Length,
            ["lift"] = Lift,
            ["noise_deviation_of_log"] = Noise,
            ["incremental_sales"] = TruthNodes.Round(gained),
            ["spend"] = Spend * Length,
            ["sales_without_campaign"] = TruthNodes.Numbers(weeks.Select(week => without[week][Treated] / 100.0)),
        };
    }
}
