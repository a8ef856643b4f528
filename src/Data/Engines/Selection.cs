using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Row numbers where a condition is true.</summary>
internal static class Selection
{
    public static int[] Of(Column<bool> condition)
    {
        var flags = condition.Values;
        var validity = condition.Validity;
        var counts = new int[Ranges.Count(flags.Length) + 1];
        Ranges.For(flags.Length, (start, end) =>
        {
            var count = 0;
            for (var row = start; row < end; row++)
                if (flags[row] && (validity is null || validity[row])) count++;
            counts[start / Ranges.Size + 1] = count;
        });
        for (var range = 1; range < counts.Length; range++) counts[range] += counts[range - 1];
        var rows = new int[counts[^1]];
        Ranges.For(flags.Length, (start, end) =>
        {
            var next = counts[start / Ranges.Size];
            for (var row = start; row < end; row++)
                if (flags[row] && (validity is null || validity[row])) rows[next++] = row;
        });
        return rows;
    }
}
