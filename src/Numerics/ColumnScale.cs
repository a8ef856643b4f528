namespace MarketingNotebooks.Numerics;

/// <summary>How one column of numbers is scaled: y = (x − offset) / scale. Shared by the scalers of matrices and of frames.</summary>
/// <param name="Offset">What is taken away, in the column's unit.</param>
/// <param name="Scale">What is divided by, in the column's unit. > 0; 1 for a constant column.</param>
public readonly record struct ColumnScale(double Offset, double Scale)
{
    /// <summary>Mean and population standard deviation.</summary>
    /// <param name="values">At least one; NaN are passed over.</param>
    /// <exception cref="ArgumentException">Nothing but NaN.</exception>
    public static ColumnScale Standard(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        if (moments.Count == 0) throw Nothing("Standard", values.Length);
        return new ColumnScale(moments.Mean, Moments.IsRounding(moments.Variance, moments.Mean, moments.Count) ? 1 : Math.Sqrt(moments.Variance));
    }

    /// <summary>Least value and range.</summary>
    /// <param name="values">At least one; NaN are passed over.</param>
    /// <exception cref="ArgumentException">Nothing but NaN.</exception>
    public static ColumnScale MinMax(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            if (!double.IsNaN(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high) throw Nothing("MinMax", values.Length);
        return new ColumnScale(low, OrOne(high - low));
    }

    /// <summary>Median and the distance between two quantiles (type 7). O(n log n).</summary>
    /// <param name="sorted">Rising, finite, at least one.</param>
    /// <param name="lower">Range: [0, <paramref name="upper"/>). Default: 0.25.</param>
    /// <param name="upper">Range: (<paramref name="lower"/>, 1]. Default: 0.75.</param>
    public static ColumnScale Robust(ReadOnlySpan<double> sorted, double lower = 0.25, double upper = 0.75) =>
        new(OrderStatistics.Median(sorted), OrOne(OrderStatistics.Quantile(sorted, upper) - OrderStatistics.Quantile(sorted, lower)));

    private static ArgumentException Nothing(string method, int count) =>
        new($"ColumnScale.{method} needs at least one value that is not NaN. Got {count} value{(count == 1 ? "" : "s")}. Leave the column out.");

    /// <summary>The spread, or 1 where it is no more than rounding: dividing by it would blow noise up.</summary>
    private static double OrOne(double spread) => spread < 10 * Math.ScaleB(1, -52) ? 1 : spread;
}
