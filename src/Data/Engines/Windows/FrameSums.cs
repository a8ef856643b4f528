using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>Sums, means, counts and standard deviations of frames; nulls passed over.</summary>
internal static class FrameSums
{
    public static Column Compute(WindowExpr window, Column argument, SortedRows rows)
    {
        var present = rows.Present(argument.Validity);
        if (window.Function == WindowKind.StdDev) return StdDev(window, argument, rows, present);
        var counts = Counts(window, rows, present);
        if (window.Function == WindowKind.Count) return rows.Column(ColumnKind.Integer, counts);
        var some = Array.Exists(counts, count => count == 0) ? Array.ConvertAll(counts, count => count > 0) : null;
        if (window.Function == WindowKind.Sum && argument is Column<long> whole) return IntegerSums.Compute(window, whole, rows, present, some);
        var sums = Sums(window, ConversionFunctions.Doubles(argument), rows, present);
        if (window.Function == WindowKind.Sum) return rows.Column(window.Kind, sums, some);
        Ranges.For(sums.Length, (start, end) =>
        {
            for (var i = start; i < end; i++) sums[i] /= counts[i];
        });
        return window.Kind == ColumnKind.Number
            ? rows.Column(ColumnKind.Number, sums, some)
            : rows.Column(window.Kind, Array.ConvertAll(sums, mean => double.IsNaN(mean) ? 0 : (long)Math.Round(mean)), some);
    }

    private static long[] Counts(WindowExpr window, SortedRows rows, bool[]? present)
    {
        var counts = new long[rows.Count];
        rows.For((start, end) =>
        {
            if (present is not null)
            {
                var ones = new long[end - start];
                for (var i = start; i < end; i++) ones[i - start] = present[i] ? 1 : 0;
                Sliding.Run(ones, counts.AsSpan(start..end), 0, window.Frame, default(AddWhole));
                return;
            }
            for (var i = start; i < end; i++)
            {
                var first = Math.Max(start, (long)i + (window.Frame.From ?? -(long)end));
                var last = Math.Min(end - 1, (long)i + (window.Frame.To ?? end));
                counts[i] = Math.Max(0, last - first + 1);
            }
        });
        return counts;
    }

    private static double[] Sums(WindowExpr window, Column<double> numbers, SortedRows rows, bool[]? present)
    {
        var values = rows.Sorted(numbers.Values);
        if (present is not null) values = [.. values.Select((value, position) => present[position] ? value : 0)];
        var sums = new double[values.Length];
        rows.For((start, end) => Sliding.Run(values.AsSpan(start..end), sums.AsSpan(start..end), 0, window.Frame, default(AddNumber)));
        return sums;
    }

    private static Column<double> StdDev(WindowExpr window, Column argument, SortedRows rows, bool[]? present)
    {
        var values = rows.Sorted(ConversionFunctions.Doubles(argument).Values);
        var deviations = new double[values.Length];
        var valid = new bool[values.Length];
        rows.For((start, end) =>
        {
            var moments = new Moments[end - start];
            for (var i = start; i < end; i++) moments[i - start] = present is null || present[i] ? new Moments(1, values[i], 0) : default;
            var frames = new Moments[end - start];
            Sliding.Run(moments, frames, default, window.Frame, default(MergeMoments));
            for (var i = start; i < end; i++)
            {
                valid[i] = frames[i - start].Count > 1;
                deviations[i] = valid[i] ? Math.Sqrt(frames[i - start].Squares / (frames[i - start].Count - 1)) : 0;
            }
        });
        return rows.Column(ColumnKind.Number, deviations, valid);
    }

    private readonly struct AddWhole : ICombine<long>
    {
        public long Combine(long earlier, long later) => earlier + later;
    }

    private readonly struct AddNumber : ICombine<double>
    {
        public double Combine(double earlier, double later) => earlier + later;
    }

    /// <summary>Count, mean and sum of squares about the mean.</summary>
    private readonly record struct Moments(double Count, double Mean, double Squares);

    /// <summary>Chan, Golub and LeVeque (1983), The American Statistician 37(3).</summary>
    private readonly struct MergeMoments : ICombine<Moments>
    {
        public Moments Combine(Moments earlier, Moments later)
        {
            if (earlier.Count == 0) return later;
            if (later.Count == 0) return earlier;
            var count = earlier.Count + later.Count;
            var gap = later.Mean - earlier.Mean;
            return new Moments(count, earlier.Mean + gap * later.Count / count, earlier.Squares + later.Squares + gap * gap * earlier.Count * later.Count / count);
        }
    }
}
