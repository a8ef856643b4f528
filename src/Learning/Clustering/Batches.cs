using System.Data;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Tables as streams of matrices, for algorithms that see a batch at a time.</summary>
public static class Batches
{
    /// <summary>A frame part by part, for one that is larger than memory: each part is a statement that runs where the data are.</summary>
    /// <remarks>Part p holds the rows whose key leaves p when divided by the number of parts, so parts look alike whatever the order of the
    /// table; rows without a key are in part 0. Cost: every part scans the table, reading the columns that it needs. Rows within a part have
    /// the order that the engine gives them: from databases, add <c>OrderBy</c> where the same digits are wanted each time.</remarks>
    /// <param name="frame">A frame over files or a database that is not collected, or any other.</param>
    /// <param name="columns">Names of the integer, number or boolean columns of the matrices.</param>
    /// <param name="by">Name of an integer column that numbers the rows: an identifier.</param>
    /// <param name="parts">Number of parts. Range: ≥ 1.</param>
    /// <param name="missing">What happens to rows that lack a value. Default: throw.</param>
    /// <returns>Can be enumerated again, which runs the statements again.</returns>
    /// <exception cref="ArgumentException">A column is missing or of another kind, or parts below 1; a missing value shows up while enumerating.</exception>
    public static IEnumerable<Matrix> ToBatches(this DataFrame frame, IEnumerable<string> columns, string by, int parts,
        Missing missing = Missing.Throw)
    {
        ArgumentNullException.ThrowIfNull(frame);
        string[] names = [.. columns];
        if (parts < 1) throw new ArgumentException($"ToBatches needs parts ≥ 1. Got {parts}.");
        if (frame.Schema[by].Kind != ColumnKind.Integer)
            throw new ArgumentException($"Column '{by}' is {frame.Schema[by].Kind.Word()}. ToBatches divides by a column of integers, such as an identifier.");
        foreach (var name in names)
            if (frame.Schema[name].Kind is not (ColumnKind.Integer or ColumnKind.Number or ColumnKind.Boolean))
                throw new ArgumentException($"Column '{name}' is {frame.Schema[name].Kind.Word()}. ToBatches takes integer, number or boolean columns: leave it out, or encode it first.");
        DataFrame[] plans = [.. Enumerable.Range(0, parts).Select(part => frame
            .Where(c => (c[by].OrElse(0) % parts + parts) % parts == part).Select(names))];
        return plans.Select(plan => plan.ToMatrix(names, missing: missing));
    }

    /// <summary>The rows of a database reader, some at a time; the reader stays open.</summary>
    /// <param name="reader">At its beginning; read once, so the batches can be enumerated once.</param>
    /// <param name="columns">Names of numeric or boolean columns.</param>
    /// <param name="rows">Rows a batch. Range: ≥ 1. Default: 10,000.</param>
    /// <param name="missing">What happens to rows that lack a value. Default: throw.</param>
    /// <exception cref="ArgumentException">A column is not there, rows below 1, or, while enumerating, a missing value or one that is no number.
    /// </exception>
    public static IEnumerable<Matrix> ToBatches(this IDataReader reader, IEnumerable<string> columns, int rows = 10_000,
        Missing missing = Missing.Throw)
    {
        ArgumentNullException.ThrowIfNull(reader);
        string[] names = [.. columns];
        if (rows < 1) throw new ArgumentException($"ToBatches needs rows ≥ 1 a batch. Got {rows}.");
        string[] there = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        int[] fields = [.. names.Select(name => Array.IndexOf(there, name) is >= 0 and var field ? field
            : throw new ArgumentException($"Column '{name}' is not in the reader. Columns: {string.Join(", ", there)}."))];
        var begun = false;
        return Once();

        IEnumerable<Matrix> Once()
        {
            if (begun) throw new InvalidOperationException("A reader's batches can be enumerated once. Open the reader again, set Passes to 1, or keep the batches with ToList().");
            begun = true;
            foreach (var batch in Read(reader, names, fields, rows, missing)) yield return batch;
        }
    }

    /// <summary>The rows of a matrix in slices, in order.</summary>
    /// <param name="matrix">Shape (n, d).</param>
    /// <param name="rows">Rows a batch; the last may be shorter. Range: ≥ 1.</param>
    /// <exception cref="ArgumentException">Rows below 1.</exception>
    public static IEnumerable<Matrix> ToBatches(this Matrix matrix, int rows)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (rows < 1) throw new ArgumentException($"ToBatches needs rows ≥ 1 a batch. Got {rows}.");
        return Enumerable.Range(0, (int)(((long)matrix.Rows + rows - 1) / rows))
            .Select(batch => matrix.SliceRows(batch * rows, Math.Min(rows, matrix.Rows - batch * rows)));
    }

    private static IEnumerable<Matrix> Read(IDataReader reader, string[] names, int[] fields, int rows, Missing missing)
    {
        var values = new List<double>(rows * names.Length);
        var (row, read) = (new double[names.Length], 0L);
        while (reader.Read())
        {
            var complete = true;
            for (var i = 0; i < fields.Length; i++)
            {
                row[i] = Value(reader, fields[i], names[i], read);
                complete &= !double.IsNaN(row[i]);
                if (missing == Missing.Throw && double.IsNaN(row[i]))
                    throw new ArgumentException($"Row {read}, column '{names[i]}' has no value. Drop such rows with ToBatches(…, missing: Missing.DropRows), or fill them first.");
            }
            read++;
            if (!complete && missing == Missing.DropRows) continue;
            values.AddRange(row);
            if (values.Count < rows * names.Length) continue;
            yield return Matrix.Wrap(rows, names.Length, [.. values], names);
            values.Clear();
        }
        if (values.Count > 0) yield return Matrix.Wrap(values.Count / names.Length, names.Length, [.. values], names);
    }

    private static double Value(IDataReader reader, int field, string name, long row) => reader.GetValue(field) switch
    {
        DBNull => double.NaN,
        double number => number,
        bool or sbyte or byte or short or ushort or int or uint or long or ulong or float or decimal => Convert.ToDouble(reader.GetValue(field)),
        var other => throw new ArgumentException($"Row {row}, column '{name}' is '{other}', which is no number. Choose numeric or boolean columns."),
    };
}
