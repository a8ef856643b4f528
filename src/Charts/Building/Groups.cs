namespace MarketingNotebooks.Charts.Building;

/// <summary>Rows that become one trace.</summary>
/// <param name="Panel">Index of its panel.</param>
/// <param name="Color">Index of its colour category; 0 without one.</param>
/// <param name="Symbol">Index of its symbol category; 0 without one.</param>
/// <param name="Rows">Row numbers, in frame order.</param>
internal sealed record Group(int Panel, int Color, int Symbol, int[] Rows)
{
    /// <summary>Splits rows by panel, colour and symbol; empty groups are left out. Sorted by colour, symbol, panel.</summary>
    public static List<Group> Split(int[] rows, Panels panels, Categories? colors, Categories? symbols)
    {
        var (colorCount, symbolCount) = (colors?.Names.Length ?? 1, symbols?.Names.Length ?? 1);
        var buckets = new List<int>?[panels.Count * colorCount * symbolCount];
        foreach (var row in rows)
        {
            var index = ((colors?.OfRow[row] ?? 0) * symbolCount + (symbols?.OfRow[row] ?? 0)) * panels.Count + panels.OfRow(row);
            (buckets[index] ??= []).Add(row);
        }
        var groups = new List<Group>();
        for (var index = 0; index < buckets.Length; index++)
            if (buckets[index] is { } bucket)
                groups.Add(new Group(index % panels.Count, index / panels.Count / symbolCount, index / panels.Count % symbolCount, [.. bucket]));
        return groups;
    }
}
