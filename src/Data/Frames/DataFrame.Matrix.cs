using MarketingNotebooks.Data.Engines;
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
        var categories = (oneHot ?? []).Select(name => (Name: name, Column: Text(name))).Select(each => (each.Name, each.Column, Codes: Used(each.Column))).ToList();
        var width = parts.Count + categories.Sum(each => each.Codes.Length);
        if ((long)keep.Length * width > Array.MaxLength)
            throw new ArgumentException($"A matrix holds up to {Array.MaxLength:N0} cells. Got {keep.Length:N0} rows × {width:N0} columns. "
                + "Leave out one-hot columns of many values, such as identifiers, or take fewer rows with Sample.");
        var cells = new double[keep.Length * width];
        for (var column = 0; column < parts.Count; column++)
            for (var row = 0; row < keep.Length; row++) cells[row * width + column] = parts[column].Values[keep[row]];
        var titles = parts.ConvertAll(part => part.Name);
        foreach (var (name, text, codes) in categories)
        {
            var place = new int[text.Dictionary.Length];
            foreach (var code in codes)
            {
                place[code] = titles.Count;
                titles.Add($"{name}={text.Dictionary[code]}");
            }
            for (var row = 0; row < keep.Length; row++)
                if (text.Codes[keep[row]] is >= 0 and var code) cells[row * width + place[code]] = 1;
        }
        return Matrix.Wrap(keep.Length, width, cells, titles);
    }

    /// <summary>Codes that occur, in code-point order of their strings.</summary>
    private static int[] Used(TextColumn text)
    {
        var used = new bool[text.Dictionary.Length];
        foreach (var code in text.Codes)
            if (code >= 0) used[code] = true;
        return [.. Enumerable.Range(0, used.Length).Where(code => used[code]).Order(Comparer<int>.Create((a, b) => TextOrder.Compare(text.Dictionary[a], text.Dictionary[b])))];
    }

    private double[] Numeric(string name) => Schema[name].Kind is ColumnKind.Integer or ColumnKind.Number or ColumnKind.Boolean
        ? Column(name).ToDoubles()
        : throw new ArgumentException($"Column '{name}' is {Schema[name].Kind.Word()}; a matrix takes integers, numbers and booleans. "
            + (Schema[name].Kind == ColumnKind.Text ? $"Pass it as oneHot: [\"{name}\"]." : $"Convert it first, e.g. to days."));
}
