namespace MarketingNotebooks.Charts.Static;

/// <summary>Divides a rectangle into tiles of given areas that are as square as may be.</summary>
/// <remarks>Bruls, Huizing and van Wijk (2000), "Squarified Treemaps".</remarks>
internal static class Squarify
{
    /// <summary>One tile a value; values are positive and falling.</summary>
    public static Area[] Divide(double[] values, Area area)
    {
        var tiles = new Area[values.Length];
        var total = values.Sum();
        if (!(total > 0) || area.Width <= 0 || area.Height <= 0) return tiles;
        var sizes = Array.ConvertAll(values, value => value / total * area.Width * area.Height);
        var free = area;
        for (var first = 0; first < sizes.Length;)
        {
            var side = Math.Min(free.Width, free.Height);
            var (last, sum) = (first + 1, sizes[first]);
            while (last < sizes.Length && Worst(sizes.AsSpan(first, last - first + 1), sum + sizes[last], side) <= Worst(sizes.AsSpan(first, last - first), sum, side))
                sum += sizes[last++];
            free = Lay(sizes, tiles, first, last, sum, free);
            first = last;
        }
        return tiles;
    }

    private static double Worst(ReadOnlySpan<double> row, double sum, double side)
    {
        var square = side * side / (sum * sum);
        return Math.Max(square * row[0], 1 / (square * row[^1]));
    }

    private static Area Lay(double[] sizes, Area[] tiles, int first, int last, double sum, Area free)
    {
        var upright = free.Width >= free.Height;
        var depth = sum / (upright ? free.Height : free.Width);
        var at = upright ? free.Top : free.Left;
        for (var i = first; i < last; i++)
        {
            var length = sizes[i] / depth;
            tiles[i] = upright ? new Area(free.Left, at, free.Left + depth, at + length) : new Area(at, free.Top, at + length, free.Top + depth);
            at += length;
        }
        return upright ? free with { Left = free.Left + depth } : free with { Top = free.Top + depth };
    }
}
