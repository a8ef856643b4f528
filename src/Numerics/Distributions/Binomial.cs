namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The binomial distribution: successes in independent trials.</summary>
public sealed record Binomial : IDistribution
{
    /// <summary>Number of trials n.</summary>
    public int Trials { get; }

    /// <summary>Probability of success p.</summary>
    public double Probability { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="trials">Range: ≥ 0.</param>
    /// <param name="probability">Of success. Range: [0, 1].</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public Binomial(int trials, double probability)
    {
        if (trials < 0) throw new ArgumentException($"Binomial needs trials ≥ 0. Got {trials}.");
        Trials = trials;
        Probability = Require.Share(probability, nameof(Binomial), nameof(probability));
    }

    /// <inheritdoc/>
    public double Mean => Trials * Probability;

    /// <inheritdoc/>
    public double Variance => Trials * Probability * (1 - Probability);

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) =>
        double.IsNaN(x) ? x : x < 0 || x != Math.Floor(x) || double.IsPositiveInfinity(x) || x > Trials ? double.NegativeInfinity
        : Special.LogBinomial(x, Trials, Probability);

    /// <inheritdoc/>
    public double Cdf(double x) =>
        double.IsNaN(x) ? x : x < 0 ? 0 : x >= Trials ? 1
            : Special.Beta(Trials - Math.Floor(x), Math.Floor(x) + 1, 1 - Probability, Probability).Lower;

    /// <inheritdoc/>
    public double Survival(double x) =>
        double.IsNaN(x) ? x : x < 0 ? 1 : x >= Trials ? 0
            : Special.Beta(Trials - Math.Floor(x), Math.Floor(x) + 1, 1 - Probability, Probability).Upper;

    /// <inheritdoc/>
    public double Quantile(double p) => Quantiles.Whole(this, Require.Probability(p, nameof(Binomial)), Trials);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextBinomial(Trials, Probability);
}
