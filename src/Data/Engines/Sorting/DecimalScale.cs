using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sorting;

/// <summary>Finds out that numbers have few decimals.</summary>
internal static class DecimalScale
{
    private const double Largest = 1L << 53;

    /// <summary>1 or 100 when every value is exactly a whole number divided by it; else null.</summary>
    public static double? Of(Column<double> column)
    {
        foreach (var scale in (double[])[1, 100])
            if (Fits(column, scale)) return scale;
        return null;
    }

    private static bool Fits(Column<double> column, double scale)
    {
        var fails = 0;
        Ranges.For(column.Length, (start, end) =>
        {
            if (Volatile.Read(ref fails) != 0) return;
            for (var row = start; row < end; row++)
            {
                var whole = Math.Round(column.Values[row] * scale);
                // NaN fails the comparison too.
                if (Math.Abs(whole) < Largest && whole / scale == column.Values[row] || column.IsNull(row)) continue;
                Volatile.Write(ref fails, 1);
                return;
            }
        });
        return fails == 0;
    }
}
