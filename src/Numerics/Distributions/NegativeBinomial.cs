namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>Failures before the r-th success: counts of purchases whose rate differs between customers (a gamma mixture of
/// Poissons).</summary>
public sealed record NegativeBinomial : IDistribution
{
    /// <summary>Number of successes r.</summary>
    public double Successes { get; }

    /// <summary>Probability of success p.</summary>
    public double Probability { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="successes">r, also called the size or dispersion; whole or not. Range: > 0.</param>
    /// <param name="probability">Of success. Range: (0, 1].</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public NegativeBinomial(double successes, double probability)
    {
        Successes = Require.Positive(successes, nameof(NegativeBinomial), "number of successes");
        Probability = probability is > 0 and <= 1 ? probability
            : throw new ArgumentException($"NegativeBinomial needs a probability in (0, 1]. Got {probability}.");
    }

    /// <inheritdoc/>
    public double Mean => Successes * (1 - Probability) / Probability;

    /// <inheritdoc/>
    public double Variance => Successes * (1 - Probability) / (Probability * Probability);

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) =>
        double.IsNaN(x) ? x : x < 0 || x != Math.Floor(x) || double.IsPositiveInfinity(x) ? double.NegativeInfinity
        : Special.LogBinomial(Successes, Successes + x, Probability) + Math.Log(Successes / (Successes + x));

    /// <inheritdoc/>
    public double Cdf(double x) =>
        double.IsNaN(x) ? x : x < 0 ? 0 : double.IsInfinity(x) ? 1
            : Special.Beta(Successes, Math.Floor(x) + 1, Probability, 1 - Probability).Lower;

    /// <inheritdoc/>
    public double Survival(double x) =>
        double.IsNaN(x) ? x : x < 0 ? 1 : double.IsInfinity(x) ? 0
            : Special.Beta(Successes, Math.Floor(x) + 1, Probability, 1 - Probability).Upper;

    /// <inheritdoc/>
    public double Quantile(double p) => Quantiles.Whole(this, Require.Probability(p, nameof(NegativeBinomial)), double.PositiveInfinity);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextNegativeBinomial(Successes, Probability);
}
