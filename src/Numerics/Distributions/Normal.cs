using MathNet.Numerics;

namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The normal distribution. Cdf and survival keep full relative accuracy in both tails.</summary>
public sealed record Normal : IDistribution
{
    /// <summary>Expected value μ.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation σ.</summary>
    public double Deviation { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="mean">Finite. Default: 0.</param>
    /// <param name="deviation">Standard deviation. Range: > 0. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public Normal(double mean = 0, double deviation = 1)
    {
        Mean = Require.Finite(mean, nameof(Normal), "mean");
        Deviation = Require.Positive(deviation, nameof(Normal), "deviation");
    }

    /// <inheritdoc/>
    public double Variance => Deviation * Deviation;

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) =>
        -0.91893853320467274 - Math.Log(Deviation) - 0.5 * (x - Mean) / Deviation * ((x - Mean) / Deviation);

    /// <inheritdoc/>
    public double Cdf(double x) => Tail((Mean - x) / Deviation);

    /// <inheritdoc/>
    public double Survival(double x) => Tail((x - Mean) / Deviation);

    /// <inheritdoc/>
    public double Quantile(double p) =>
        Require.Probability(p, nameof(Normal)) is 0.5 ? Mean : Mean - Deviation * 1.4142135623730951 * SpecialFunctions.ErfcInv(2 * p);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextNormal(Mean, Deviation);

    /// <summary>P(Z > z) of the standard normal.</summary>
    private static double Tail(double z) => 0.5 * SpecialFunctions.Erfc(z / 1.4142135623730951);
}
