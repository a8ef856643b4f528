using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Quantiles of groups, interpolated linearly (Hyndman and Fan 1996, type 7).</summary>
internal static class Quantiles
{
    public static Column<double> Compute(Column<double> column, double share, SlotSums sums)
    {
        var groups = sums.Groups;
        var counts = sums.Counts(column.Validity);
        var starts = new int[counts.Length + 1];
        for (var slot = 0; slot < counts.Length; slot++) starts[slot + 1] = starts[slot] + (int)counts[slot];
        var next = starts.AsSpan(0, counts.Length).ToArray();
        var values = new double[starts[^1]];
        for (var row = 0; row < column.Length; row++)
            if (!column.IsNull(row)) values[next[groups.Slots[row]]++] = column.Values[row];
        var results = new double[counts.Length];
        Ranges.For(counts.Length, (first, end) =>
        {
            for (var slot = first; slot < end; slot++)
                if (counts[slot] > 0) results[slot] = Of(values.AsSpan(starts[slot], (int)counts[slot]), share);
        });
        return new Column<double>(ColumnKind.Number, groups.Gather(results), sums.AtLeast(1, column.Validity));
    }

    /// <summary>Sorts <paramref name="values"/> in place; any NaN among them gives NaN.</summary>
    private static double Of(Span<double> values, double share)
    {
        values.Sort(); // NaN sorts first.
        if (double.IsNaN(values[0])) return double.NaN;
        var position = share * (values.Length - 1);
        var below = (int)position;
        var (low, high) = (values[below], values[Math.Min(below + 1, values.Length - 1)]);
        var part = position - below;
        return part == 0 || low == high ? low : low + part * (high - low);
    }
}
