namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The beta distribution on [0, 1]: what is known of a rate after a successes and b failures (with one of each to
/// start).</summary>
public sealed record Beta : IDistribution
{
    /// <summary>First shape a.</summary>
    public double A { get; }

    /// <summary>Second shape b.</summary>
    public double B { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="a">Range: > 0.</param>
    /// <param name="b">Range: > 0.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public Beta(double a, double b)
    {
        A = Require.Positive(a, nameof(Beta), nameof(a));
        B = Require.Positive(b, nameof(Beta), nameof(b));
    }

    /// <inheritdoc/>
    public double Mean => A / (A + B);

    /// <inheritdoc/>
    public double Variance => A / (A + B) * (B / (A + B)) / (A + B + 1);

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) => double.IsNaN(x) ? x : x < 0 || x > 1 ? double.NegativeInfinity
        : x is 0 or 1 ? AtEnd(x == 0 ? A : B, x == 0 ? B : A)
        : Math.Min(A, B) < 15 ? (A - 1) * Math.Log(x) + (B - 1) * Special.LogOnePlus(-x) - Special.LogBeta(A, B)
        : Special.LogBetaPowers(A, B, x, 1 - x) - Math.Log(x) - Special.LogOnePlus(-x);

    /// <inheritdoc/>
    public double Cdf(double x) => double.IsNaN(x) ? x : Special.Beta(A, B, x, 1 - x).Lower;

    /// <inheritdoc/>
    public double Survival(double x) => double.IsNaN(x) ? x : Special.Beta(A, B, x, 1 - x).Upper;

    /// <inheritdoc/>
    public double Quantile(double p) => Quantiles.Continuous(this, Require.Probability(p, nameof(Beta)), 0, 1);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextBeta(A, B);

    /// <summary>The logarithm of the density at the end of the first of both shapes.</summary>
    private static double AtEnd(double near, double far) =>
        near < 1 ? double.PositiveInfinity : near > 1 ? double.NegativeInfinity : Math.Log(far);
}
