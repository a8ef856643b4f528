using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Aggregates that choose one of a group's values: first, last, least, greatest.</summary>
internal static class Chosen
{
    /// <param name="function">Which value.</param>
    /// <param name="column">The values.</param>
    /// <param name="order">What first and last are ordered by; null: the rows' order.</param>
    /// <param name="groups">The groups.</param>
    public static Column Compute(AggregateKind function, Column column, Column? order, Grouping groups)
    {
        var chosen = new int[groups.SlotCount];
        Array.Fill(chosen, -1);
        var byKey = function is AggregateKind.Min or AggregateKind.Max ? column : order;
        var keys = byKey is null ? null : RowOrder.Keys(byKey);
        var least = function is AggregateKind.Min or AggregateKind.First;
        for (var row = 0; row < column.Length; row++)
        {
            if (column.IsNull(row) || byKey is not null && byKey.IsNull(row)) continue;
            ref var best = ref chosen[groups.Slots[row]];
            if (best < 0 || (keys is null ? !least : least ? keys[row] < keys[best]
                : function == AggregateKind.Last ? keys[row] >= keys[best] : keys[row] > keys[best])) best = row;
        }
        return column.Take(groups.Gather(chosen));
    }
}
