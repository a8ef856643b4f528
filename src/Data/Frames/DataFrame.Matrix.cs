using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Frames;

/// <summary>What <see cref="DataFrame.ToMatrix"/> does with a row that lacks a value.</summary>
public enum Missing
{
    /// <summary>Fail and name the first row and column.</summary>
    Throw,

    /// <summary>Leave the row out.</summary>
    DropRows,

    /// <summary>Write NaN.</summary>
    NaN,
}

public sealed partial class DataFrame
{
    /// <summary>Columns as a matrix of doubles with the columns' names attached. Runs the plan.</summary>
    /// <param name="columns">Names of integer, number or boolean columns (0 and 1), in the matrix's order.</param>
    /// <param name="oneHot">Names of text columns; each distinct value becomes a column <c>channel=search</c> of 0 and 1, values in
    /// code-point order, after the plain columns; a null is 0 in all of them. Default: none.</param>
    /// <param name="missing">What happens to a row with a null or NaN in <paramref name="columns"/>. Default: throw.</param>
    /// <returns>Shape (rows, columns + distinct values of the one-hot columns).</returns>
    /// <exception cref="ArgumentException">A column is missing, is of another kind, or lacks a value where that throws.</exception>
    public Matrix ToMatrix(IEnumerable<string> columns, IEnumerable<string>? oneHot = null, Missing missing = Missing.Throw)
    {
        var names = columns.ToList();
        var parts = names.ConvertAll(name => (Name: name, Values: Numeric(name)));
        var keep = Enumerable.Range(0, RowCount).ToArray();
        if (missing == Missing.DropRows) keep = Array.FindAll(keep, row => parts.TrueForAll(part => !double.IsNaN(part.Values[row])));
        if (missing == Missing.Throw)
            foreach (var (name, values) in parts)
                if (Array.FindIndex(values, double.IsNaN) is >= 0 and var row)
                    throw new ArgumentException($"Row {row}, column '{name}' has no value. Drop such rows with ToMatrix(…, missing: Missing.DropRows), or fill them first.");
        foreach (var name in oneHot ?? [])
        {
            var text = Text(name);
            foreach (var value in text.Dictionary.ToArray().Distinct().Order(StringComparer.Ordinal))
            {
                var flags = new double[RowCount];
                for (var row = 0; row < flags.Length; row++) flags[row] = text.Text(row) == value ? 1 : 0;
                if (flags.Contains(1)) parts.Add(($"{name}={value}", flags));
            }
        }
        var cells = new double[keep.Length * parts.Count];
        for (var column = 0; column < parts.Count; column++)
            for (var row = 0; row < keep.Length; row++) cells[row * parts.Count + column] = parts[column].Values[keep[row]];
        return Matrix.Wrap(keep.Length, parts.Count, cells, parts.Select(part => part.Name));
    }

    private double[] Numeric(string name) => Schema[name].Kind is ColumnKind.Integer or ColumnKind.Number or ColumnKind.Boolean
        ? Column(name).ToDoubles()
        : throw new ArgumentException($"Column '{name}' is {Schema[name].Kind.Word()}; a matrix takes integers, numbers and booleans. "
            + (Schema[name].Kind == ColumnKind.Text ? $"Pass it as oneHot: [\"{name}\"]." : $"Convert it first, e.g. to days."));
}
