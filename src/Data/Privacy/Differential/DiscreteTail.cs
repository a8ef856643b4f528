namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>Tail probabilities of the discrete Gaussian, P(Y = y) ∝ exp(−y²/2σ²) on the whole numbers.</summary>
/// <remarks>Summed term by term up to σ = 1000; beyond, by Euler and Maclaurin's formula to the third derivative, whose next one is
/// (a/σ²)⁵/30240 of the first term: below 10⁻¹¹ of it wherever the tail is not zero. The total is σ√2π, exact to e^−2π²σ².</remarks>
internal static class DiscreteTail
{
    private const double Summed = 1000;

    /// <summary>P(Y > x).</summary>
    public static double Above(double x, double variance) => Math.Floor(x) + 1 is var first && first > 0 ? From(first, variance) : 1 - From(1 - first, variance);

    private static double From(double first, double variance) => variance <= Summed * Summed ? Sum(first, variance) : Formula(first, variance);

    /// <summary>P(Y ≥ first) for first > 0, from the tail inwards so that small terms are not lost.</summary>
    internal static double Sum(double first, double variance)
    {
        var (tail, half) = (0.0, 0.0);
        for (var y = Math.Ceiling(40 * Math.Sqrt(variance)) + 1; y > 0; y--)
        {
            half += Math.Exp(-y * y / (2 * variance));
            if (y == first) tail = half;
        }
        return tail / (2 * half + 1);
    }

    /// <summary>P(Y ≥ first) for first > 0 by integral and derivatives at the first term.</summary>
    internal static double Formula(double first, double variance)
    {
        var (sigma, slope) = (Math.Sqrt(variance), first / variance);
        var term = Math.Exp(-first * slope / 2);
        var total = sigma * Math.Sqrt(2 * Math.PI);
        return GaussianCalibration.UpperTail(first / sigma) + term * (0.5 + slope / 12 + (3 * slope / variance - slope * slope * slope) / 720) / total;
    }
}
