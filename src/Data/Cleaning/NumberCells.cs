using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Numbers in and out of frames, NaN standing for a missing value.</summary>
internal static class NumberCells
{
    /// <summary>A copy of a column of integers or numbers, NaN where there is no value.</summary>
    public static double[] Of(DataFrame frame, string column, string method) => frame.Schema[column].Kind.IsNumeric()
        ? frame.Column(column).ToDoubles()
        : throw new ArgumentException($"{method} takes columns of integers or numbers. '{column}' is {frame.Schema[column].Kind.Word()}. Repair it first, e.g. with TypeRepair.Fit.");

    /// <summary>The values that are there, rising.</summary>
    public static double[] Sorted(double[] values)
    {
        var kept = Array.FindAll(values, value => !double.IsNaN(value));
        Array.Sort(kept);
        return kept;
    }

    /// <summary>A column of numbers, null where NaN stands. Takes the array over.</summary>
    public static Column<double> Column(double[] values) => new(ColumnKind.Number, values,
        Array.Exists(values, double.IsNaN) ? Validity.FromFlags(Array.ConvertAll(values, value => !double.IsNaN(value))) : null);

    /// <summary>True where a cell holds nothing to reckon with: null or NaN.</summary>
    public static bool Missing(Column column, int row) => column.IsNull(row) || (column is Column<double> numbers && double.IsNaN(numbers.Values[row]));

    /// <summary>Names given, or every column that fits when none are.</summary>
    public static string[] Columns(DataFrame frame, IReadOnlyList<string> named, Func<Field, bool> fits)
    {
        foreach (var name in named) frame.Schema.Position(name);
        return named.Count > 0 ? [.. named] : [.. frame.Schema.Where(fits).Select(field => field.Name)];
    }
}
