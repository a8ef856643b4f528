using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Means of times and spans of time, exact to the microsecond: sums of times near the calendar's ends leave 64 bits, and doubles there are 32 µs apart.</summary>
internal static class ExactMeans
{
    /// <summary>The mean of each slot; a half goes to the even microsecond; 0 where there is no value.</summary>
    public static long[] Of(Column<long> column, Grouping groups)
    {
        var (totals, counts) = (new Int128[groups.SlotCount], new long[groups.SlotCount]);
        var values = column.Span;
        var slots = groups.Slots;
        for (var row = 0; row < values.Length; row++)
        {
            if (column.IsNull(row)) continue;
            totals[slots[row]] += values[row];
            counts[slots[row]]++;
        }
        return [.. totals.Zip(counts, (total, count) => count == 0 ? 0 : Even(total, count))];
    }

    private static long Even(Int128 total, long count)
    {
        // Rounded half up, then back by one where it was a half and the result is odd.
        var (doubled, twice) = (2 * total + count, (Int128)2 * count);
        var rest = (doubled % twice + twice) % twice;
        var mean = (doubled - rest) / twice;
        return (long)(rest == 0 && mean % 2 != 0 ? mean - 1 : mean);
    }
}
