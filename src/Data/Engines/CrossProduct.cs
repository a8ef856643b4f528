using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Every row beside every row.</summary>
internal static class CrossProduct
{
    public static Table Run(CrossNode cross, Table left, Table right, HashSet<string> needed)
    {
        var rows = (long)left.Rows * right.Rows;
        var cells = (Int128)rows * cross.Schema.Count;
        if (cells > cross.MostCells || rows > Array.MaxLength)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"The cross join may give up to {cross.MostCells:N0} cells. {left.Rows:N0} × {right.Rows:N0} rows of {cross.Schema.Count} columns are {cells:N0}. Filter or summarise a side first, or pass a larger mostCells."));
        var (lefts, rights) = (new int[rows], new int[rows]);
        for (int row = 0, i = 0; row < left.Rows; row++)
            for (var other = 0; other < right.Rows; other++, i++) (lefts[i], rights[i]) = (row, other);
        var columns = left.Schema.Names.Where(needed.Contains).Select(name => (name, left[name].Take(lefts)))
            .Concat(cross.Columns.Where(column => needed.Contains(column.Name)).Select(column => (column.Name, right[column.Source].Take(rights)))).ToList();
        return new Table(new Schema(columns.Select(column => cross.Schema[column.Item1])), [.. columns.Select(column => column.Item2)], lefts.Length);
    }
}
