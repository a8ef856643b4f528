using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>The most frequent value of each group; of equally frequent ones the least.</summary>
internal static class Modes
{
    public static Column Compute(Column column, Grouping groups)
    {
        var pairs = Coding.Combine(new Coding(groups.Slots, groups.SlotCount), Coding.Of(column));
        var counts = new int[pairs.Slots];
        foreach (var pair in pairs.Codes) counts[pair]++;
        var keys = RowOrder.Keys(column);
        var chosen = new int[groups.SlotCount];
        Array.Fill(chosen, -1);
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row)) continue;
            ref var best = ref chosen[groups.Slots[row]];
            var gain = best < 0 ? 1 : counts[pairs.Codes[row]] - counts[pairs.Codes[best]];
            if (gain > 0 || gain == 0 && keys[row] < keys[best]) best = row;
        }
        return column.Take(groups.Gather(chosen));
    }
}
