namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>A distribution on numbers. Immutable and thread-safe.</summary>
/// <remarks>Any argument is allowed: outside the support the density is 0 and the cdf 0 or 1; NaN gives NaN.</remarks>
public interface IDistribution
{
    /// <summary>Expected value; ±∞ or NaN where there is none.</summary>
    double Mean { get; }

    /// <summary>≥ 0; +∞ or NaN where there is none.</summary>
    double Variance { get; }

    /// <summary>Density at x; for a distribution on whole numbers the probability of x.</summary>
    double Density(double x);

    /// <summary>Natural logarithm of <see cref="Density"/>: finite where that underflows.</summary>
    double LogDensity(double x);

    /// <summary>P(X ≤ x).</summary>
    double Cdf(double x);

    /// <summary>P(X > x), accurate where it is tiny: take it, not 1 − Cdf, for p-values.</summary>
    double Survival(double x);

    /// <summary>The smallest x with P(X ≤ x) ≥ p.</summary>
    /// <param name="p">Range: [0, 1].</param>
    /// <exception cref="ArgumentException">p is outside [0, 1] or NaN.</exception>
    double Quantile(double p);

    /// <summary>A draw.</summary>
    double Sample(Rng rng);
}
