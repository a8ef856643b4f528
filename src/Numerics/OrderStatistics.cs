namespace MarketingNotebooks.Numerics;

/// <summary>Quantiles and the spreads made of them.</summary>
public static class OrderStatistics
{
    /// <summary>What makes the median absolute deviation of a normal distribution its standard deviation: 1 / Φ⁻¹(3/4).</summary>
    public const double MadToDeviation = 1.4826022185056018;

    /// <summary>A quantile of sorted values, interpolated linearly between its two neighbours (Hyndman and Fan 1996, type 7).</summary>
    /// <param name="sorted">Rising, finite, at least one.</param>
    /// <param name="share">Share of values below. Range: [0, 1].</param>
    /// <exception cref="ArgumentException">No values, or a share outside [0, 1].</exception>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        if (sorted.IsEmpty || share is not (>= 0 and <= 1))
            throw new ArgumentException($"Quantile needs at least one value and a share in [0, 1]. Got {sorted.Length} values and {share}.");
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var (low, high) = (sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)]);
        return low == high ? low : low + (position - below) * (high - low);
    }

    /// <summary>Median of sorted values.</summary>
    /// <param name="sorted">Rising, finite, at least one.</param>
    public static double Median(ReadOnlySpan<double> sorted) => Quantile(sorted, 0.5);

    /// <summary>Median of the distances to a centre, in the values' unit and not yet scaled (see <see cref="MadToDeviation"/>). O(n log n).</summary>
    /// <param name="values">Finite, at least one, in any order.</param>
    /// <param name="center">Usually the median.</param>
    public static double Mad(ReadOnlySpan<double> values, double center)
    {
        var distances = new double[values.Length];
        for (var i = 0; i < distances.Length; i++) distances[i] = Math.Abs(values[i] - center);
        Array.Sort(distances);
        return Median(distances);
    }
}
