using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sorting;

/// <summary>The step in which integers come: dates are whole days of microseconds, most times whole seconds.</summary>
internal static class Steps
{
    private static readonly ulong[] Candidates = [86_400_000_000, 3_600_000_000, 60_000_000, 1_000_000, 1_000];

    /// <summary>The largest of the common steps of time that every value is a multiple of, counted from the least; 1 when none is.</summary>
    public static ulong Of(Column<long> column, long least)
    {
        if (column.Kind is not (ColumnKind.Timestamp or ColumnKind.Duration)) return 1;
        foreach (var step in Candidates)
            if (Divides(column, least, step)) return step;
        return 1;
    }

    private static bool Divides(Column<long> column, long least, ulong step)
    {
        var fails = 0;
        Ranges.For(column.Length, (start, end) =>
        {
            if (Volatile.Read(ref fails) != 0) return;
            for (var row = start; row < end; row++)
                if ((ulong)(column.Values[row] - least) % step != 0 && !column.IsNull(row))
                {
                    Volatile.Write(ref fails, 1);
                    return;
                }
        });
        return fails == 0;
    }
}
