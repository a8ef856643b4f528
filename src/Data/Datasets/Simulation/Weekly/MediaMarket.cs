using System.Text.Json.Nodes;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Weekly;

/// <summary>One week of spend and sales. Money in cents.</summary>
/// <param name="Sales">Of the week.</param>
/// <param name="Spends">By position in <see cref="MediaChannel.All"/>.</param>
/// <param name="PriceIndex">100 for list prices.</param>
/// <param name="Holiday">Lift of demand by holidays.</param>
/// <param name="Temperature">Mean of the week in °C.</param>
internal sealed record MediaWeek(long Sales, long[] Spends, double PriceIndex, double Holiday, double Temperature);

/// <summary>How weekly sales come about: a base, a trend, holidays, weather, price and four media, all added up.</summary>
internal sealed class MediaMarket
{
    private const double Base = 21_000;
    private const double Trend = 35; // a week
    private const double PerHoliday = 14_000;
    private const double PerDegree = -260; // above 11 °C
    private const double PerPoint = -320; // of the price index
    private const double MeanTemperature = 11;
    private const double Noise = 900;

    private static readonly double[] _temperatures = [3, 4, 7, 11, 15, 18, 20, 20, 16, 12, 7, 4];

    private MediaMarket(MediaWeek[] weeks) => All = weeks;

    /// <summary>The weeks in order.</summary>
    public MediaWeek[] All { get; }

    /// <summary>The market of a seed; the same for every number of customers.</summary>
    public static MediaMarket Of(World world)
    {
        var stream = world.Stream("media market");
        var spends = MediaChannel.All.Select(channel => channel.Spends(world)).ToArray();
        var effects = Effects(spends);
        return new MediaMarket([.. Enumerable.Range(0, Weeks.Count).Select(week =>
        {
            var rng = stream.Split(week);
            // Rounded as the file shows them, so that what is read there is what the sales were made of.
            var price = Math.Round(100 - 14 * Weeks.Promoted(week) + rng.NextNormal(0, 2), 1);
            var warmth = Math.Round(Weeks.OfMonths(week, _temperatures) + rng.NextNormal(0, 2), 1);
            var holiday = Weeks.Holiday(week);
            var sales = Base + Trend * week + PerHoliday * holiday + PerDegree * (warmth - MeanTemperature) + PerPoint * (price - 100)
                + effects.Sum(effect => effect[week]) + rng.NextNormal(0, Noise);
            return new MediaWeek((long)(100 * Math.Max(sales, 0) + 0.5), [.. spends.Select(each => each[week])], price, holiday, warmth);
        })]);
    }

    /// <summary>The parameters, and what each channel brought.</summary>
    public JsonObject Truth()
    {
        var spends = MediaChannel.All.Select((_, at) => All.Select(week => week.Spends[at]).ToArray()).ToArray();
        var effects = Effects(spends);
        var more = Effects([.. spends.Select(channel => channel.Select(cents => cents * 101 / 100).ToArray())]);
        return new JsonObject
        {
            ["base"] = Base,
            ["trend_a_week"] = Trend,
            ["holiday"] = PerHoliday,
            ["degree_above_11"] = PerDegree,
            ["point_of_price_index_above_100"] = PerPoint,
            ["noise_deviation"] = Noise,
            ["formula"] = "sales = base + trend · week + holiday + degree + point + Σ most · a^shape / (a^shape + half^shape) + noise, a = spend + decay · a before; week 0 is the first",
            ["channels"] = TruthNodes.List(MediaChannel.All.Select((channel, at) => (channel, at)), each =>
            {
                var (channel, at) = each;
                var (spent, brought) = (spends[at].Sum() / 100.0, effects[at].Sum());
                var extra = spends[at].Sum(cents => cents * 101 / 100 - cents) / 100.0;
                return new JsonObject
                {
                    ["channel"] = channel.Name,
                    ["decay"] = channel.Decay, ["half"] = channel.Half, ["shape"] = channel.Shape, ["most"] = channel.Most,
                    ["spend"] = spent,
                    ["contribution"] = Math.Round(brought, 2),
                    ["return"] = TruthNodes.Round(brought / spent),
                    ["marginal_return"] = TruthNodes.Round((more[at].Sum() - brought) / extra),
                };
            }),
        };
    }

    private static double[][] Effects(long[][] spends) =>
        [.. MediaChannel.All.Select((channel, at) => channel.Effect([.. spends[at].Select(cents => cents / 100.0)]))];
}
