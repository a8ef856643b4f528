namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The F distribution: a ratio of two variances.</summary>
public sealed record FisherF : IDistribution
{
    /// <summary>Degrees of freedom above, d₁.</summary>
    public double Numerator { get; }

    /// <summary>Degrees of freedom below, d₂.</summary>
    public double Denominator { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="numerator">Degrees of freedom above. Range: > 0.</param>
    /// <param name="denominator">Degrees of freedom below. Range: > 0.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public FisherF(double numerator, double denominator)
    {
        Numerator = Require.Positive(numerator, nameof(FisherF), "number of degrees of freedom above");
        Denominator = Require.Positive(denominator, nameof(FisherF), "number of degrees of freedom below");
    }

    /// <inheritdoc/>
    public double Mean => Denominator > 2 ? Denominator / (Denominator - 2) : double.NaN;

    /// <inheritdoc/>
    public double Variance => Denominator > 4
        ? 2 * Denominator * Denominator * (Numerator + Denominator - 2) / (Numerator * (Denominator - 2) * (Denominator - 2) * (Denominator - 4)) : double.NaN;

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) => double.IsNaN(x) ? x : x < 0 || double.IsPositiveInfinity(x) ? double.NegativeInfinity
        : x == 0 ? (Numerator < 2 ? double.PositiveInfinity : Numerator > 2 ? double.NegativeInfinity : 0)
        : LogPowers(x) - Math.Log(x);

    /// <inheritdoc/>
    public double Cdf(double x) => double.IsNaN(x) ? x : Both(x).Lower;

    /// <inheritdoc/>
    public double Survival(double x) => double.IsNaN(x) ? x : Both(x).Upper;

    /// <inheritdoc/>
    public double Quantile(double p) => Quantiles.Continuous(this, Require.Probability(p, nameof(FisherF)), 0, double.PositiveInfinity);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextChiSquared(Numerator) / Numerator / (rng.NextChiSquared(Denominator) / Denominator);

    private double LogPowers(double x)
    {
        var total = Numerator * x + Denominator;
        return double.IsInfinity(total) ? double.NegativeInfinity
            : Special.LogBetaPowers(Numerator / 2, Denominator / 2, Numerator * x / total, Denominator / total);
    }

    private (double Lower, double Upper) Both(double x)
    {
        if (x <= 0) return (0, 1);
        if (double.IsPositiveInfinity(x)) return (1, 0);
        var total = Numerator * x + Denominator;
        return Special.Beta(Numerator / 2, Denominator / 2, Numerator * x / total, Denominator / total);
    }
}
