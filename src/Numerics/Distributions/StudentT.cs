namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>Student's t distribution, of an estimate over its standard error.</summary>
public sealed record StudentT : IDistribution
{
    /// <summary>Beyond this the square overflows before long, and ν beside it does not matter.</summary>
    private const double Far = 1e150;

    /// <summary>Degrees of freedom ν.</summary>
    public double Degrees { get; }

    /// <summary>The distribution with these parameters.</summary>
    /// <param name="degrees">Degrees of freedom ν, whole or not. Range: > 0.</param>
    /// <exception cref="ArgumentException">The degrees of freedom are outside their range.</exception>
    public StudentT(double degrees)
    {
        Degrees = Require.Positive(degrees, nameof(StudentT), "number of degrees of freedom");
    }

    /// <inheritdoc/>
    public double Mean => Degrees > 1 ? 0 : double.NaN;

    /// <inheritdoc/>
    public double Variance => Degrees > 2 ? Degrees / (Degrees - 2) : Degrees > 1 ? double.PositiveInfinity : double.NaN;

    /// <inheritdoc/>
    public double Density(double x) => Math.Exp(LogDensity(x));

    /// <inheritdoc/>
    public double LogDensity(double x) =>
        -0.5 * Math.Log(Degrees) - Special.LogBeta(0.5, Degrees / 2) - 0.5 * (Degrees + 1) * (Math.Abs(x) > Far ? 2 * Math.Log(Math.Abs(x)) - Math.Log(Degrees) : Special.LogOnePlus(x * x / Degrees));

    /// <inheritdoc/>
    public double Cdf(double x) => x < 0 ? Tail(-x) : 1 - Tail(x);

    /// <inheritdoc/>
    public double Survival(double x) => x < 0 ? 1 - Tail(-x) : Tail(x);

    /// <inheritdoc/>
    public double Quantile(double p) => Require.Probability(p, nameof(StudentT)) is 0.5 ? 0
        : p < 0.5 ? Quantiles.Continuous(this, p, double.NegativeInfinity, 0) : Quantiles.Continuous(this, p, 0, double.PositiveInfinity);

    /// <inheritdoc/>
    public double Sample(Rng rng) => rng.NextStudentT(Degrees);

    /// <summary>P(T > x), x ≥ 0.</summary>
    private double Tail(double x)
    {
        if (double.IsInfinity(x) || double.IsNaN(x)) return double.IsNaN(x) ? x : 0;
        if (x > Far) return Math.Exp(0.5 * Degrees * (Math.Log(Degrees) - 2 * Math.Log(x)) - Math.Log(Degrees) - Special.LogBeta(Degrees / 2, 0.5));
        var share = Degrees / (Degrees + x * x);
        return 0.5 * Special.Beta(Degrees / 2, 0.5, share, x * x / (Degrees + x * x)).Lower;
    }
}
