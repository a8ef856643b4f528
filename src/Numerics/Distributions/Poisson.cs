namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The Poisson distribution: events in a period at a constant rate.</summary>
public sealed record Poisson : IDistribution
{
    /// <summary>Expected number of events λ.</summary>
    public double Mean { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="mean">Range: > 0.</param>
    /// <exception cref="ArgumentException">The mean is outside its range.</exception>
    public Poisson(double mean)
    {
        Mean = Require.Positive(mean, nameof(Poisson), nameof(mean));
    }

    /// <inheritdoc/>
    public double Variance => Mean;

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) =>
        double.IsNaN(x) ? x : x < 0 || x != Math.Floor(x) || double.IsPositiveInfinity(x) ? double.NegativeInfinity
            : Special.LogPoisson(x, Mean);

    /// <inheritdoc/>
    public double Cdf(double x) =>
        double.IsNaN(x) ? x : x < 0 ? 0 : double.IsInfinity(x) ? 1 : Special.Gamma(Math.Floor(x) + 1, Mean).Upper;

    /// <inheritdoc/>
    public double Survival(double x) =>
        double.IsNaN(x) ? x : x < 0 ? 1 : double.IsInfinity(x) ? 0 : Special.Gamma(Math.Floor(x) + 1, Mean).Lower;

    /// <inheritdoc/>
    public double Quantile(double p) => Quantiles.Whole(this, Require.Probability(p, nameof(Poisson)), double.PositiveInfinity);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextPoisson(Mean);
}
