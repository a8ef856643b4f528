namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The distribution of a number whose logarithm is normal: order values, incomes.</summary>
public sealed record LogNormal : IDistribution
{
    private readonly Normal _log;

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="mean">Mean μ of the logarithm; the median is exp(μ). Default: 0.</param>
    /// <param name="deviation">Standard deviation σ of the logarithm. Range: > 0. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public LogNormal(double mean = 0, double deviation = 1)
    {
        Require.Finite(mean, nameof(LogNormal), "mean of the logarithm");
        Require.Positive(deviation, nameof(LogNormal), "deviation of the logarithm");
        _log = new Normal(mean, deviation);
    }

    /// <summary>Mean μ of the logarithm.</summary>
    public double LogMean => _log.Mean;

    /// <summary>Standard deviation σ of the logarithm.</summary>
    public double LogDeviation => _log.Deviation;

    /// <inheritdoc/>
    public double Mean => Math.Exp(_log.Mean + _log.Variance / 2);

    /// <inheritdoc/>
    public double Variance => Special.ExpMinusOne(_log.Variance) * Math.Exp(2 * _log.Mean + _log.Variance);

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) =>
        double.IsNaN(x) ? x : x <= 0 ? double.NegativeInfinity : _log.LogDensity(Math.Log(x)) - Math.Log(x);

    /// <inheritdoc/>
    public double Cdf(double x) => x <= 0 ? 0 : _log.Cdf(Math.Log(x));

    /// <inheritdoc/>
    public double Survival(double x) => x <= 0 ? 1 : _log.Survival(Math.Log(x));

    /// <inheritdoc/>
    public double Quantile(double p) => Require.Probability(p, nameof(LogNormal)) is 0 ? 0 : Math.Exp(_log.Quantile(p));

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextLogNormal(_log.Mean, _log.Deviation);
}
