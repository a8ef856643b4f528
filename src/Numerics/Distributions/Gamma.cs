namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The gamma distribution: waiting times, spending, and rates that differ between customers.</summary>
public sealed record Gamma : IDistribution
{
    /// <summary>Shape k.</summary>
    public double Shape { get; }

    /// <summary>Scale θ.</summary>
    public double Scale { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="shape">Range: > 0.</param>
    /// <param name="scale">Range: > 0; the reciprocal of the rate. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public Gamma(double shape, double scale = 1)
    {
        Shape = Require.Positive(shape, nameof(Gamma), nameof(shape));
        Scale = Require.Positive(scale, nameof(Gamma), nameof(scale));
    }

    /// <inheritdoc/>
    public double Mean => Shape * Scale;

    /// <inheritdoc/>
    public double Variance => Shape * Scale * Scale;

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) => double.IsNaN(x) ? x : x < 0 || double.IsPositiveInfinity(x) ? double.NegativeInfinity
        : x == 0 ? (Shape < 1 ? double.PositiveInfinity : Shape > 1 ? double.NegativeInfinity : -Math.Log(Scale))
        : Shape < 1 ? Special.LogPoisson(Shape, x / Scale) + Math.Log(Shape) - Math.Log(x)
        : Special.LogPoisson(Shape - 1, x / Scale) - Math.Log(Scale);

    /// <inheritdoc/>
    public double Cdf(double x) => double.IsNaN(x) ? x : Special.Gamma(Shape, x / Scale).Lower;

    /// <inheritdoc/>
    public double Survival(double x) => double.IsNaN(x) ? x : Special.Gamma(Shape, x / Scale).Upper;

    /// <inheritdoc/>
    public double Quantile(double p) => Quantiles.Continuous(this, Require.Probability(p, nameof(Gamma)), 0, double.PositiveInfinity);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextGamma(Shape, Scale);
}
