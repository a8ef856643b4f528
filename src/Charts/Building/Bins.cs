namespace MarketingNotebooks.Charts.Building;

/// <summary>Equal bins with round edges.</summary>
/// <param name="Start">Lower edge of the first.</param>
/// <param name="Size">Width of each; &gt; 0.</param>
/// <param name="Count">How many; ≥ 1.</param>
internal readonly record struct Bins(double Start, double Size, int Count)
{
    private static readonly double[] TimeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400,
        172_800, 604_800, 1_209_600, 2_419_200, 7_862_400, 15_724_800, 31_536_000];

    public double End => Start + Size * Count;

    /// <summary>The bin of a value in [<see cref="Start"/>, <see cref="End"/>]; an upper edge belongs to the next bin, but the last to the last.</summary>
    public int Of(double value) => Math.Clamp((int)Math.Floor((value - Start) / Size + 1e-9), 0, Count - 1);

    /// <summary>Bins for finite values: about as many as asked for, else by the rule of Freedman and Diaconis (1981), width
    /// 2 · IQR / ∛n, kept between 8 and 80; the width is then rounded to 1, 2 or 5 times a power of ten (a usual span for times).</summary>
    /// <param name="values">Finite values; at least one.</param>
    /// <param name="wanted">About how many bins; null: by the rule.</param>
    /// <param name="whole">Values are integers: edges at halves and width a whole number.</param>
    /// <param name="times">Values are milliseconds.</param>
    public static Bins For(double[] values, int? wanted, bool whole, bool times)
    {
        var sorted = (double[])values.Clone();
        Array.Sort(sorted);
        var (least, most) = (sorted[0], sorted[^1]);
        if (least == most) return new Bins(whole ? least - 0.5 : least - 0.5 * Math.Max(Math.Abs(least) * 0.1, 1), whole ? 1 : Math.Max(Math.Abs(least) * 0.1, 1), 1);
        var spread = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
        var width = wanted is { } count ? (most - least) / count
            : Math.Clamp(2 * spread / Math.Cbrt(sorted.Length), (most - least) / 80, (most - least) / 8);
        var size = times ? TimeSteps.Select(step => step * 1_000).FirstOrDefault(step => step >= width * 0.75, Math.Ceiling(width / 3.1536e10) * 3.1536e10)
            : Ticks.Round(width);
        if (whole) size = Math.Max(1, Math.Round(size));
        var start = whole && size == 1 ? least - 0.5 : Math.Floor(least / size + 1e-9) * size;
        return new Bins(start, size, Math.Max(1, (int)Math.Floor((most - start) / size + 1e-9) + 1));
    }

    /// <summary>Counts values a bin.</summary>
    public double[] Histogram(ReadOnlySpan<double> values)
    {
        var counts = new double[Count];
        foreach (var value in values) counts[Of(value)]++;
        return counts;
    }

    /// <summary>A quantile of sorted values, linear between order statistics at (i − ½) / n, as Plotly's boxes have it.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = Math.Clamp(share * sorted.Length - 0.5, 0, sorted.Length - 1);
        var low = (int)place;
        return low + 1 < sorted.Length ? sorted[low] + (place - low) * (sorted[low + 1] - sorted[low]) : sorted[low];
    }
}
