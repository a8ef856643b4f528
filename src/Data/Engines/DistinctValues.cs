using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Counts different values in each slot.</summary>
internal static class DistinctValues
{
    public static long[] Counts(Grouping groups, Column column)
    {
        var coding = Coding.Of(column);
        var pairs = (long)groups.SlotCount * coding.Slots;
        var counts = new long[groups.SlotCount];
        if (pairs <= Math.Clamp(16L * column.Length, 1 << 22, int.MaxValue))
        {
            var seen = new System.Collections.BitArray((int)pairs);
            for (var row = 0; row < column.Length; row++)
            {
                var pair = groups.Slots[row] * coding.Slots + coding.Codes[row];
                if (seen[pair] || column.IsNull(row)) continue;
                seen[pair] = true;
                counts[groups.Slots[row]]++;
            }
            return counts;
        }
        var index = new LongIndex(column.Length);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row)) continue;
            var before = index.Count;
            index.GetOrAdd((long)groups.Slots[row] * coding.Slots + coding.Codes[row]);
            if (index.Count > before) counts[groups.Slots[row]]++;
        }
        return counts;
    }
}
