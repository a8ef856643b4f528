using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Aggregates that choose one of a group's values: first, last, least, greatest.</summary>
internal static class Chosen
{
    public static Column Compute(AggregateKind function, Column column, Grouping groups)
    {
        var chosen = new int[groups.SlotCount];
        Array.Fill(chosen, -1);
        var keys = function is AggregateKind.Min or AggregateKind.Max ? Sorting.RowOrder.Keys(column) : null;
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row)) continue;
            ref var best = ref chosen[groups.Slots[row]];
            if (best < 0 || function switch
            {
                AggregateKind.First => false,
                AggregateKind.Last => true,
                AggregateKind.Min => keys![row] < keys[best],
                _ => keys![row] > keys[best],
            }) best = row;
        }
        return column.Take(groups.Gather(chosen));
    }
}
