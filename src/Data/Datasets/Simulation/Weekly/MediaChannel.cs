using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Datasets.Simulation.Weekly;

/// <summary>A medium that money is spent on, and what it really does.</summary>
/// <remarks>An advertisement works on for weeks (geometric adstock aₜ = xₜ + θ·aₜ₋₁) and less with every euro (Hill: β · aˢ / (aˢ + kˢ)),
/// as in Jin, Wang, Sun, Chan and Koehler (2017), Google Inc.</remarks>
/// <param name="Name">What it is called.</param>
/// <param name="Spend">Spend of an ordinary week in EUR.</param>
/// <param name="Decay">θ: share of an effect that is left a week later. Range: [0, 1).</param>
/// <param name="Half">k: adstock at which half of β is reached, in EUR.</param>
/// <param name="Shape">s: above 1 the first euros do little.</param>
/// <param name="Most">β: sales a week that endless spend would bring, in EUR.</param>
/// <param name="Demand">How strongly spend follows the holidays: the trap for those who read cause into correlation.</param>
/// <param name="Flight">Weeks on the air, then as many without; 0 for always.</param>
internal sealed record MediaChannel(string Name, double Spend, double Decay, double Half, double Shape, double Most, double Demand, int Flight)
{
    /// <summary>Every channel; the position is the code.</summary>
    public static readonly MediaChannel[] All =
    [
        new("search", 2_400, 0.10, 2_800, 1.0, 6_000, 2.0, 0),
        new("social", 1_800, 0.35, 3_200, 1.4, 8_000, 0.2, 0),
        new("display", 1_100, 0.20, 1_500, 1.0, 2_200, 0.0, 5),
        new("video", 3_600, 0.70, 7_500, 1.8, 12_000, 0.0, 4),
    ];

    private const double Noise = 0.35; // standard deviation of the logarithm of spend

    /// <summary>Spend of each week in cents; always the same for a seed.</summary>
    public long[] Spends(World world)
    {
        var rng = world.Stream("media spend").Split(Array.IndexOf(All, this));
        var spends = new long[Weeks.Count];
        for (var week = 0; week < spends.Length; week++)
        {
            var on = Flight == 0 || week / Flight % 2 == 0 ? 1 : 0;
            var level = Spend * (1 + Demand * Weeks.Holiday(week)) * rng.NextLogNormal(-Noise * Noise / 2, Noise);
            spends[week] = on * (long)(100 * level + 0.5);
        }
        return spends;
    }

    /// <summary>Sales in EUR that spend brings, week by week.</summary>
    /// <param name="spends">In EUR.</param>
    public double[] Effect(IReadOnlyList<double> spends)
    {
        var (effect, stock) = (new double[spends.Count], 0.0);
        for (var week = 0; week < effect.Length; week++)
        {
            stock = spends[week] + Decay * stock;
            var (a, k) = (PortableMath.Pow(stock, Shape), PortableMath.Pow(Half, Shape));
            effect[week] = Most * a / (a + k);
        }
        return effect;
    }
}
