namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The Weibull distribution: lifetimes whose risk of ending rises or falls with age.</summary>
public sealed record Weibull : IDistribution
{
    /// <summary>Shape k.</summary>
    public double Shape { get; }

    /// <summary>Scale λ.</summary>
    public double Scale { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="shape">Range: > 0; below 1 the risk falls with age, above 1 it rises.</param>
    /// <param name="scale">Range: > 0; 63 % have ended by then. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public Weibull(double shape, double scale = 1)
    {
        Shape = Require.Positive(shape, nameof(Weibull), nameof(shape));
        Scale = Require.Positive(scale, nameof(Weibull), nameof(scale));
    }

    /// <inheritdoc/>
    public double Mean => Scale * Math.Exp(Special.LogGamma(1 + 1 / Shape));

    /// <inheritdoc/>
    public double Variance => Scale * Scale * (Math.Exp(Special.LogGamma(1 + 2 / Shape)) - Math.Exp(2 * Special.LogGamma(1 + 1 / Shape)));

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) => double.IsNaN(x) ? x : x < 0 || double.IsPositiveInfinity(x) ? double.NegativeInfinity
        : x == 0 ? (Shape < 1 ? double.PositiveInfinity : Shape > 1 ? double.NegativeInfinity : -Math.Log(Scale))
        : Math.Log(Shape / Scale) + (Shape - 1) * Math.Log(x / Scale) - Math.Pow(x / Scale, Shape);

    /// <inheritdoc/>
    public double Cdf(double x) => x <= 0 ? 0 : -Special.ExpMinusOne(-Math.Pow(x / Scale, Shape));

    /// <inheritdoc/>
    public double Survival(double x) => x <= 0 ? 1 : Math.Exp(-Math.Pow(x / Scale, Shape));

    /// <inheritdoc/>
    public double Quantile(double p) => Scale * Math.Pow(-Special.LogOnePlus(-Require.Probability(p, nameof(Weibull))), 1 / Shape);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextWeibull(Shape, Scale);
}
