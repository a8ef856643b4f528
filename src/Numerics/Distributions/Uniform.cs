namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The uniform distribution on an interval.</summary>
public sealed record Uniform : IDistribution
{
    /// <summary>Lower end.</summary>
    public double Low { get; }

    /// <summary>Upper end.</summary>
    public double High { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="low">Finite. Default: 0.</param>
    /// <param name="high">Finite, above low. Default: 1.</param>
    /// <exception cref="ArgumentException">The ends are not finite and rising.</exception>
    public Uniform(double low = 0, double high = 1)
    {
        Low = Require.Finite(low, nameof(Uniform), nameof(low));
        High = Require.Finite(high, nameof(Uniform), nameof(high));
        if (!(low < high)) throw new ArgumentException($"Uniform needs low < high. Got [{low}, {high}].");
    }

    /// <inheritdoc/>
    public double Mean => Low + (High - Low) / 2;

    /// <inheritdoc/>
    public double Variance => (High - Low) * (High - Low) / 12;

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) => double.IsNaN(x) ? x : x < Low || x > High ? double.NegativeInfinity : -Math.Log(High - Low);

    /// <inheritdoc/>
    public double Cdf(double x) => Math.Clamp((x - Low) / (High - Low), 0, 1);

    /// <inheritdoc/>
    public double Survival(double x) => Math.Clamp((High - x) / (High - Low), 0, 1);

    /// <inheritdoc/>
    public double Quantile(double p) => Require.Probability(p, nameof(Uniform)) is 1 ? High : Low + p * (High - Low);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextUniform(Low, High);
}
