using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing;

/// <summary>Reads identifiers: text, integers, and integers that another program wrote as 13085.0 because some were missing.</summary>
internal static class CustomerKeys
{
    private const double LargestExact = 1L << 53;

    /// <summary>The column as integers or text; null when it holds anything else.</summary>
    public static Column? Read(Column column)
    {
        if (column.Kind is ColumnKind.Integer or ColumnKind.Text) return column;
        if (column is not Column<double> numbers) return null;
        var keys = new long[numbers.Length];
        var present = new bool[numbers.Length];
        for (var row = 0; row < keys.Length; row++)
        {
            var value = numbers.Span[row];
            present[row] = !column.IsNull(row) && !double.IsNaN(value);
            if (!present[row]) continue;
            if (value != Math.Floor(value) || Math.Abs(value) > LargestExact) return null;
            keys[row] = (long)value;
        }
        return new Column<long>(ColumnKind.Integer, keys, Validity.FromFlags(present));
    }
}
