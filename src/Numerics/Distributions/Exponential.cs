namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The exponential distribution: time to the next event of a constant rate.</summary>
public sealed record Exponential : IDistribution
{
    /// <summary>Events per unit of time.</summary>
    public double Rate { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="rate">Events per unit of time; the mean is 1/rate. Range: > 0. Default: 1.</param>
    /// <exception cref="ArgumentException">The rate is outside its range.</exception>
    public Exponential(double rate = 1)
    {
        Rate = Require.Positive(rate, nameof(Exponential), nameof(rate));
    }

    /// <inheritdoc/>
    public double Mean => 1 / Rate;

    /// <inheritdoc/>
    public double Variance => 1 / (Rate * Rate);

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) => double.IsNaN(x) ? x : x < 0 ? double.NegativeInfinity : Math.Log(Rate) - Rate * x;

    /// <inheritdoc/>
    public double Cdf(double x) => x <= 0 ? 0 : -Special.ExpMinusOne(-Rate * x);

    /// <inheritdoc/>
    public double Survival(double x) => x <= 0 ? 1 : Math.Exp(-Rate * x);

    /// <inheritdoc/>
    public double Quantile(double p) => -Special.LogOnePlus(-Require.Probability(p, nameof(Exponential))) / Rate;

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextExponential(Rate);
}
