namespace MarketingNotebooks.Charts.Static;

/// <summary>Fewer points of a line that keep its look: largest-triangle-three-buckets.</summary>
/// <remarks>Steinarsson (2013), "Downsampling Time Series for Visual Representation". Cost: O(n).</remarks>
internal static class Lttb
{
    /// <summary>Indexes of the <paramref name="count"/> points kept (at least 3), the first and last among them; x must not fall.</summary>
    public static int[] Choose(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int count)
    {
        if (x.Length <= count) return [.. Enumerable.Range(0, x.Length)];
        var chosen = new int[count];
        var size = (x.Length - 2.0) / (count - 2);
        var last = 0;
        for (var bucket = 0; bucket < count - 2; bucket++)
        {
            var (from, to) = ((int)(bucket * size) + 1, (int)((bucket + 1) * size) + 1);
            var next = Math.Min((int)((bucket + 2) * size) + 1, x.Length);
            var (meanX, meanY) = (0.0, 0.0);
            for (var i = to; i < next; i++) (meanX, meanY) = (meanX + x[i], meanY + y[i]);
            (meanX, meanY) = (meanX / (next - to), meanY / (next - to));
            var (best, most) = (from, -1.0);
            for (var i = from; i < to; i++)
            {
                var area = Math.Abs((x[last] - meanX) * (y[i] - y[last]) - (x[last] - x[i]) * (meanY - y[last]));
                if (area > most) (best, most) = (i, area);
            }
            chosen[bucket + 1] = last = best;
        }
        chosen[^1] = x.Length - 1;
        return chosen;
    }
}
