using System.Collections.Immutable;
using MarketingNotebooks.Data.Cleaning;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Profiles one column.</summary>
internal static class ColumnProfiler
{
    private const int MostExact = 1 << 16;
    private const int Patterns = 5;
    private static readonly double[] Shares = [0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1];

    public static ColumnProfile Of(string name, Column column, ProfileOptions options)
    {
        var missing = column.NullCount;
        if (column is Column<double> numbers)
            for (var row = 0; row < numbers.Length; row++) missing += double.IsNaN(numbers.Values[row]) && !numbers.IsNull(row) ? 1 : 0;
        var (counted, exact, top) = column is TextColumn text ? Counted(text, options.TopValues) : Counted(column, options);
        var distinct = Math.Min(counted, column.Length - missing); // an estimate may exceed what there can be
        var plain = column.Kind is ColumnKind.Integer or ColumnKind.Number or ColumnKind.Duration;
        return new ColumnProfile(name, column.Kind, column.Length, missing, distinct, exact, top, plain && missing < column.Length ? Numbers(column, options) : null,
            column is TextColumn texts && missing < column.Length ? Texts(texts) : null, column.Kind == ColumnKind.Timestamp && missing < column.Length ? Times((Column<long>)column) : null);
    }

    private static NumberProfile Numbers(Column column, ProfileOptions options)
    {
        var values = column.ToDoubles();
        if (column.Kind == ColumnKind.Duration)
            for (var row = 0; row < values.Length; row++) values[row] /= Data.Text.Times.Second;
        var (zeros, negatives, infinite) = (0, 0, 0);
        for (var row = 0; row < values.Length; row++)
        {
            zeros += values[row] == 0 ? 1 : 0;
            negatives += values[row] < 0 ? 1 : 0;
            if (!double.IsInfinity(values[row])) continue;
            infinite++;
            values[row] = double.NaN;
        }
        var moments = Moments.Of(values);
        var binned = new ExactQuantiles(values);
        var quantiles = binned.At(Shares);
        var histogram = binned.Histogram(options.Bins);
        var (low, high) = (quantiles[3] - 1.5 * (quantiles[5] - quantiles[3]), quantiles[5] + 1.5 * (quantiles[5] - quantiles[3]));
        var beyond = 0;
        foreach (var value in values) beyond += value < low || value > high ? 1 : 0;
        for (var row = 0; row < values.Length; row++) values[row] = Math.Abs(values[row] - quantiles[4]);
        var reach = 3.5 * OrderStatistics.MadToDeviation * new ExactQuantiles(values).At(0.5)[0];
        var far = 0;
        foreach (var distance in values) far += reach > 0 && distance > reach ? 1 : 0;
        return new NumberProfile(moments.Mean, moments.StdDev, moments.Skewness, [.. quantiles], zeros, negatives, infinite, beyond, far, [.. histogram]);
    }

    private static (long, bool, ImmutableArray<(string, long)>) Counted(TextColumn text, int most)
    {
        var counts = new long[text.DictionaryArray.Length];
        foreach (var code in text.CodeArray)
            if (code >= 0) counts[code]++;
        return (counts.LongCount(count => count > 0), true, [.. Most(counts, most).Select(code => (text.DictionaryArray[code], counts[code]))]);
    }

    private static (long, bool, ImmutableArray<(string, long)>) Counted(Column column, ProfileOptions options)
    {
        if (column is Column<long> whole && Narrow(whole) is { } narrow) return (narrow.LongCount(count => count > 0), true, Top(column, narrow, null, options.TopValues));
        var index = new LongIndex();
        var (counts, first) = (new List<long>(), new List<int>());
        for (var row = 0; row < column.Length; row++)
        {
            if (NumberCells.Missing(column, row)) continue;
            var id = index.GetOrAdd(Bits(column, row));
            if (id == counts.Count)
            {
                if (id == MostExact && column.Length > options.ExactRows) return (Hashes.Estimate(AllBits(column), Present(column)), false, []);
                counts.Add(0);
                first.Add(row);
            }
            counts[id]++;
        }
        return (counts.Count, true, Top(column, [.. counts], [.. first], options.TopValues));
    }

    /// <summary>Counts by value, for integers of a range not much wider than their number.</summary>
    private static long[]? Narrow(Column<long> column)
    {
        var (least, greatest) = (long.MaxValue, long.MinValue);
        for (var row = 0; row < column.Length; row++)
            if (!column.IsNull(row)) (least, greatest) = (Math.Min(least, column.Values[row]), Math.Max(greatest, column.Values[row]));
        if (least > greatest || (Int128)greatest - least >= 2L * column.Length + 1024) return null;
        var counts = new long[greatest - least + 1];
        for (var row = 0; row < column.Length; row++)
            if (!column.IsNull(row)) counts[column.Values[row] - least]++;
        return counts;
    }

    private static ImmutableArray<(string, long)> Top(Column column, long[] counts, int[]? first, int most)
    {
        var best = Most(counts, most);
        if (first is not null) return [.. best.Select(id => (CellText.Of(column, first[id])!, counts[id]))];
        var whole = (Column<long>)column;
        var least = long.MaxValue;
        for (var row = 0; row < whole.Length; row++)
            if (!whole.IsNull(row)) least = Math.Min(least, whole.Values[row]);
        return [.. best.Select(place => (CellText.Of(new Column<long>(whole.Kind, [least + place]), 0)!, counts[place]))];
    }

    /// <summary>The places of the greatest counts above 0, ties in their order, without sorting all of them.</summary>
    private static int[] Most(long[] counts, int most)
    {
        var heap = new PriorityQueue<int, (long, int)>();
        for (var place = 0; place < counts.Length; place++)
        {
            if (counts[place] == 0) continue;
            if (heap.Count < most) heap.Enqueue(place, (counts[place], -place));
            else heap.EnqueueDequeue(place, (counts[place], -place));
        }
        return [.. heap.UnorderedItems.OrderByDescending(each => each.Priority).Select(each => each.Element)];
    }

    private static long Bits(Column column, int row) => column switch
    {
        Column<double> numbers => Coding.Bits(numbers.Values[row]),
        Column<bool> flags => flags.Values[row] ? 1 : 0,
        _ => ((Column<long>)column).Values[row],
    };

    private static long[] AllBits(Column column) => column is Column<double> numbers ? Array.ConvertAll(numbers.Values, Coding.Bits) : ((Column<long>)column).Values;

    /// <summary>Where there is a value, NaN being none.</summary>
    private static Validity? Present(Column column) => column is Column<double> numbers && Array.Exists(numbers.Values, double.IsNaN)
        ? Validity.And(numbers.Validity, Validity.FromFlags(Array.ConvertAll(numbers.Values, value => !double.IsNaN(value)))) : column.Validity;

    private static TextProfile Texts(TextColumn text)
    {
        var counts = new long[text.DictionaryArray.Length];
        foreach (var code in text.CodeArray)
            if (code >= 0) counts[code]++;
        var (shortest, longest, total, rows, empty, untrimmed) = (int.MaxValue, 0, 0L, 0L, 0L, 0L);
        var shapes = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var code = 0; code < counts.Length; code++)
        {
            if (counts[code] == 0) continue;
            var value = text.DictionaryArray[code];
            (shortest, longest) = (Math.Min(shortest, value.Length), Math.Max(longest, value.Length));
            (total, rows) = (total + value.Length * counts[code], rows + counts[code]);
            empty += value.Length == 0 ? counts[code] : 0;
            untrimmed += value.Length > 0 && (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1])) ? counts[code] : 0;
            var shape = TextShape.Of(value);
            shapes[shape] = shapes.GetValueOrDefault(shape) + counts[code];
        }
        return new TextProfile(shortest, total / (double)rows, longest, (int)empty, (int)untrimmed,
            [.. shapes.OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Take(Patterns).Select(each => (each.Key, each.Value))]);
    }

    private static TimeProfile Times(Column<long> times)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        var days = new HashSet<long>();
        for (var row = 0; row < times.Length; row++)
        {
            if (times.IsNull(row)) continue;
            (first, last) = (Math.Min(first, times.Values[row]), Math.Max(last, times.Values[row]));
            days.Add(Data.Text.Times.StartOfDay(times.Values[row]));
        }
        long[] sorted = [.. days.Order()];
        var (longest, start) = (0L, (DateTime?)null);
        for (var i = 1; i < sorted.Length; i++)
            if ((sorted[i] - sorted[i - 1]) / Data.Text.Times.Day - 1 is var gap && gap > longest) (longest, start) = (gap, Data.Text.Times.ToDateTime(sorted[i - 1] + Data.Text.Times.Day));
        return new TimeProfile(Data.Text.Times.ToDateTime(first), Data.Text.Times.ToDateTime(last), sorted.Length, (sorted[^1] - sorted[0]) / Data.Text.Times.Day + 1 - sorted.Length, longest, start);
    }
}
