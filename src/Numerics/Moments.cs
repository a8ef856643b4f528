namespace MarketingNotebooks.Numerics;

/// <summary>Count, mean and central moments of values. A moment that the count does not allow is NaN.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Variance">Population variance (divided by n). ≥ 0.</param>
/// <param name="Skewness">Population skewness m₃ / m₂^(3/2); NaN for equal values.</param>
public readonly record struct Moments(int Count, double Mean, double Variance, double Skewness)
{
    /// <summary>Sample standard deviation (n − 1); NaN below two values.</summary>
    public double StdDev => Count < 2 ? double.NaN : Math.Sqrt(Variance * Count / (Count - 1));

    /// <summary>Moments of all values that are not NaN, in two passes; the second corrects what rounding left in the mean (Chan, Golub and
    /// LeVeque 1983). O(n).</summary>
    /// <param name="values">Any; NaN are passed over.</param>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        var (count, mean) = (0, 0.0);
        foreach (var value in values)
            if (!double.IsNaN(value)) mean += (value - mean) / ++count;
        if (count == 0) return new Moments(0, double.NaN, double.NaN, double.NaN);
        var (rest, squares, cubes) = (0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            var deviation = value - mean;
            rest += deviation;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }
        var variance = (squares - rest * rest / count) / count;
        return new Moments(count, mean, variance, IsRounding(variance, mean, count) ? double.NaN : cubes / count / (variance * Math.Sqrt(variance)));
    }

    /// <summary>True when a variance is no more than what rounding makes of equal values.</summary>
    /// <param name="variance">Population variance.</param>
    /// <param name="mean">Mean of the same values.</param>
    /// <param name="count">How many.</param>
    public static bool IsRounding(double variance, double mean, int count)
    {
        var epsilon = Math.ScaleB(1, -52);
        var rounding = count * mean * epsilon;
        return variance <= count * epsilon * variance + rounding * rounding;
    }
}
