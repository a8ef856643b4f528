using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>An associative operation: earlier values on the left.</summary>
internal interface ICombine<T>
{
    T Combine(T earlier, T later);
}

/// <summary>Combines the values of every frame of a partition in O(rows), whatever the frame's length, without ever taking a value out again:
/// sums do not drift, and a NaN touches only the frames that hold it.</summary>
/// <remarks>Running results from the left and from the right within blocks of the frame's length; a frame is the end of one block and the
/// beginning of the next (van Herk 1992, Pattern Recognition Letters 13; Gil and Werman 1993, IEEE PAMI 15).</remarks>
internal static class Sliding
{
    /// <summary>Writes the combination of each row's frame to <paramref name="results"/>.</summary>
    /// <param name="values">Values of one partition, in order.</param>
    /// <param name="results">As long as the values.</param>
    /// <param name="none">The result of a frame without rows.</param>
    /// <param name="frame">Rows around the current one.</param>
    /// <param name="op">The operation.</param>
    public static void Run<T, TOp>(ReadOnlySpan<T> values, Span<T> results, T none, RowFrame frame, TOp op)
        where TOp : struct, ICombine<T>
    {
        var count = values.Length;
        if (count == 0) return;
        if (frame is { From: null, To: 0 })
        {
            results[0] = values[0];
            for (var i = 1; i < count; i++) results[i] = op.Combine(results[i - 1], values[i]);
            return;
        }
        if (frame == default)
        {
            var total = values[0];
            foreach (var value in values[1..]) total = op.Combine(total, value);
            results.Fill(total);
            return;
        }
        var block = (int)Math.Min(count, frame is { From: { } from, To: { } to } ? (long)to - from + 1 : count);
        var left = new T[count];
        var right = new T[count];
        for (var i = 0; i < count; i++) left[i] = i % block == 0 ? values[i] : op.Combine(left[i - 1], values[i]);
        for (var i = count - 1; i >= 0; i--) right[i] = i == count - 1 || (i + 1) % block == 0 ? values[i] : op.Combine(values[i], right[i + 1]);
        for (var i = 0; i < count; i++)
        {
            var first = (int)Math.Max(0, (long)i + (frame.From ?? -(long)count));
            var last = (int)Math.Min(count - 1, (long)i + (frame.To ?? count));
            if (first > last) results[i] = none;
            else if (first / block != last / block) results[i] = op.Combine(right[first], left[last]);
            else results[i] = first % block == 0 ? left[last] : right[first];
        }
    }
}
