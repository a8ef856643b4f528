using System.Numerics.Tensors;

namespace MarketingNotebooks.Numerics;

public sealed partial class Matrix
{
    private const int TransposeTile = 16;

    /// <summary>The d × n transpose, copied. Names do not carry over: rows have none.</summary>
    public Matrix Transpose()
    {
        var result = new double[_values.Length];
        // By tiles, so that both sides stay in cache.
        for (var top = 0; top < Rows; top += TransposeTile)
        {
            var bottom = Math.Min(top + TransposeTile, Rows);
            for (var left = 0; left < Columns; left += TransposeTile)
            {
                var right = Math.Min(left + TransposeTile, Columns);
                for (var i = top; i < bottom; i++)
                    for (var j = left; j < right; j++) result[j * Rows + i] = _values[i * Columns + j];
            }
        }
        return new Matrix(Columns, Rows, result, []);
    }

    /// <summary>The matrix product this · <paramref name="right"/>, of shape (n, right.Columns), with the right side's names.</summary>
    /// <param name="right">Has as many rows as this has columns.</param>
    /// <param name="threads">Most threads to use; null for all processors. The result is the same at any number.</param>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public Matrix Multiply(Matrix right, int? threads = null) => Gemm.Multiply(this, right, threads: threads);

    /// <summary>The product this · <paramref name="vector"/>, of length n.</summary>
    /// <param name="vector">Of length d.</param>
    /// <exception cref="ArgumentException">The vector's length is not d.</exception>
    public double[] Multiply(ReadOnlySpan<double> vector)
    {
        if (vector.Length != Columns)
            throw new ArgumentException(
                $"Multiply needs a vector of {Columns} values for a {Rows} × {Columns} matrix. Got {vector.Length}.");
        var result = new double[Rows];
        if (Columns == 0) return result;
        for (var i = 0; i < Rows; i++) result[i] = TensorPrimitives.Dot(Row(i), vector);
        return result;
    }

    /// <summary>The given rows, in the given order, copied. A row may be named more than once (a bootstrap sample).</summary>
    /// <exception cref="ArgumentException">An index is outside the matrix.</exception>
    public Matrix SelectRows(ReadOnlySpan<int> rows)
    {
        var result = Allocate(rows.Length, Columns);
        for (var i = 0; i < rows.Length; i++) Row(rows[i]).CopyTo(result.AsSpan(i * Columns));
        return new Matrix(rows.Length, Columns, result, ColumnNames);
    }

    /// <summary><paramref name="count"/> rows from <paramref name="start"/> on, copied.</summary>
    /// <exception cref="ArgumentException">The range leaves the matrix.</exception>
    public Matrix SliceRows(int start, int count)
    {
        if (start < 0 || count < 0 || start > Rows - count)
            throw new ArgumentException($"SliceRows needs a range within {Rows} rows. Got start {start} and count {count}.");
        return new Matrix(count, Columns, _values.AsSpan(start * Columns, count * Columns).ToArray(), ColumnNames);
    }

    /// <summary>The given columns, in the given order, with their names, copied.</summary>
    /// <exception cref="ArgumentException">An index is outside the matrix, or repeats a named column.</exception>
    public Matrix SelectColumns(params ReadOnlySpan<int> columns)
    {
        var result = Allocate(Rows, columns.Length);
        var names = new List<string>();
        foreach (var column in columns)
        {
            CheckColumn(column);
            if (!ColumnNames.IsEmpty) names.Add(ColumnNames[column]);
        }
        for (int i = 0, at = 0; i < Rows; i++)
        {
            var row = _values.AsSpan(i * Columns, Columns);
            foreach (var column in columns) result[at++] = row[column];
        }
        return Wrap(Rows, columns.Length, result, names);
    }

    /// <summary>The columns of those names, in the given order, copied.</summary>
    /// <exception cref="ArgumentException">No column has one of the names.</exception>
    public Matrix SelectColumns(params ReadOnlySpan<string> names)
    {
        var columns = new int[names.Length];
        for (var j = 0; j < columns.Length; j++) columns[j] = IndexOf(names[j]);
        return SelectColumns(columns);
    }

    /// <summary>Every value mapped through <paramref name="function"/>; names carry over.</summary>
    public Matrix Map(Func<double, double> function) => new(Rows, Columns, Array.ConvertAll(_values, v => function(v)), ColumnNames);

    /// <summary>Element-wise sum, with the left side's names.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix operator +(Matrix left, Matrix right)
    {
        var result = left.SameShape(right, "+");
        TensorPrimitives.Add(left._values, right._values, result);
        return new Matrix(left.Rows, left.Columns, result, left.ColumnNames);
    }

    /// <summary>Element-wise difference, with the left side's names.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Matrix operator -(Matrix left, Matrix right)
    {
        var result = left.SameShape(right, "-");
        TensorPrimitives.Subtract(left._values, right._values, result);
        return new Matrix(left.Rows, left.Columns, result, left.ColumnNames);
    }

    /// <summary>Every value times <paramref name="factor"/>; names carry over.</summary>
    public static Matrix operator *(Matrix matrix, double factor)
    {
        var result = new double[matrix._values.Length];
        TensorPrimitives.Multiply(matrix._values, factor, result);
        return new Matrix(matrix.Rows, matrix.Columns, result, matrix.ColumnNames);
    }

    /// <summary>Every value times <paramref name="factor"/>; names carry over.</summary>
    public static Matrix operator *(double factor, Matrix matrix) => matrix * factor;

    /// <summary>The matrix product: <see cref="Multiply(Matrix, int?)"/>.</summary>
    public static Matrix operator *(Matrix left, Matrix right) => left.Multiply(right);

    private double[] SameShape(Matrix right, string operation)
    {
        if (Rows != right.Rows || Columns != right.Columns)
            throw new ArgumentException(
                $"Operator {operation} needs equal shapes: the left side is {Rows} × {Columns}. "
                + $"Got {right.Rows} × {right.Columns} on the right.");
        return new double[_values.Length];
    }
}
