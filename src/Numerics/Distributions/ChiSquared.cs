namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The χ² distribution: the sum of ν squared standard normals.</summary>
public sealed record ChiSquared : IDistribution
{
    /// <summary>Degrees of freedom ν.</summary>
    public double Degrees { get; }

    private readonly Gamma _gamma;

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="degrees">Degrees of freedom ν. Range: > 0.</param>
    /// <exception cref="ArgumentException">The degrees of freedom are outside their range.</exception>
    public ChiSquared(double degrees)
    {
        Degrees = Require.Positive(degrees, nameof(ChiSquared), "number of degrees of freedom");
        _gamma = new Gamma(degrees / 2, 2);
    }

    /// <inheritdoc/>
    public double Mean => Degrees;

    /// <inheritdoc/>
    public double Variance => 2 * Degrees;

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) => _gamma.LogDensity(x);

    /// <inheritdoc/>
    public double Cdf(double x) => _gamma.Cdf(x);

    /// <inheritdoc/>
    public double Survival(double x) => _gamma.Survival(x);

    /// <inheritdoc/>
    public double Quantile(double p) => _gamma.Quantile(Require.Probability(p, nameof(ChiSquared)));

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextChiSquared(Degrees);
}
