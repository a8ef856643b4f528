using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>Exact sums of integers and durations over frames: 64 bits where no sum can leave them, else 128.</summary>
internal static class IntegerSums
{
    public static Column<long> Compute(WindowExpr window, Column<long> argument, SortedRows rows, bool[]? present, bool[]? some)
    {
        var values = rows.Sorted(argument.Values);
        var (least, greatest) = Coding.Extent(argument);
        var safe = least > greatest || Int128.Max(Int128.Abs(least), Int128.Abs(greatest)) * values.Length <= long.MaxValue;
        var sums = new long[values.Length];
        rows.For((start, end) =>
        {
            if (safe) Narrow(window.Frame, values, present, sums, start, end);
            else Wide(window, values, present, sums, start, end);
        });
        return rows.Column(window.Kind, sums, some);
    }

    private static void Narrow(RowFrame frame, long[] values, bool[]? present, long[] sums, int start, int end)
    {
        var terms = values.AsSpan(start..end);
        if (present is not null)
        {
            terms = terms.ToArray();
            for (var i = 0; i < terms.Length; i++)
                if (!present[start + i]) terms[i] = 0;
        }
        Sliding.Run(terms, sums.AsSpan(start..end), 0, frame, default(Add64));
    }

    private static void Wide(WindowExpr window, long[] values, bool[]? present, long[] sums, int start, int end)
    {
        var terms = new Int128[end - start];
        var frames = new Int128[end - start];
        for (var i = 0; i < terms.Length; i++) terms[i] = present is null || present[start + i] ? values[start + i] : 0;
        Sliding.Run(terms, frames, Int128.Zero, window.Frame, default(Add128));
        for (var i = 0; i < frames.Length; i++)
            sums[start + i] = frames[i] >= long.MinValue && frames[i] <= long.MaxValue ? (long)frames[i] : throw new OverflowException(
                $"{window} leaves the range of 64-bit integers. Sum {window.Argument} as a number instead: ({window.Argument}).ToNumber().");
    }

    private readonly struct Add64 : ICombine<long>
    {
        public long Combine(long earlier, long later) => earlier + later;
    }

    private readonly struct Add128 : ICombine<Int128>
    {
        public Int128 Combine(Int128 earlier, Int128 later) => earlier + later;
    }
}
