using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>What every factorisation asks of its input.</summary>
internal static class InputChecks
{
    /// <summary>No NaN, no infinity; the error names the place.</summary>
    public static void Finite(Matrix matrix, string method)
    {
        var values = matrix.Span;
        for (var at = 0; at < values.Length; at++)
        {
            if (double.IsFinite(values[at])) continue;
            var (row, column) = (at / matrix.Columns, at % matrix.Columns);
            throw new ArgumentException($"Row {row}, column '{matrix.ColumnName(column)}' is {values[at]}. "
                + $"{method} needs finite values: drop or impute the others first.");
        }
    }

    /// <summary>No NaN, no infinity among the entries of a sparse matrix.</summary>
    public static void Finite(CsrMatrix matrix, string method)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            var at = 0;
            foreach (var value in matrix.RowValues(row))
            {
                if (!double.IsFinite(value))
                    throw new ArgumentException($"Row {row}, column {matrix.RowColumns(row)[at]} is {value}. "
                        + $"{method} needs finite values: drop or impute the others first.");
                at++;
            }
        }
    }

    /// <summary>No NaN, no infinity in a vector.</summary>
    public static void Finite(ReadOnlySpan<double> vector, string name, string method)
    {
        for (var i = 0; i < vector.Length; i++)
            if (!double.IsFinite(vector[i]))
                throw new ArgumentException($"{name}[{i}] is {vector[i]}. {method} needs finite values: drop or impute the others first.");
    }

    /// <summary>As many rows as columns, all finite.</summary>
    public static void Square(Matrix matrix, string method)
    {
        if (matrix.Rows != matrix.Columns)
            throw new ArgumentException($"{method} needs as many rows as columns. Got {matrix.Rows} × {matrix.Columns}.");
        Finite(matrix, method);
    }

    /// <summary>A right-hand side as long as the factor has rows.</summary>
    public static void Length(int got, int rows, string method)
    {
        if (got != rows) throw new ArgumentException($"{method} needs a right-hand side of {rows} rows. Got {got}.");
    }
}
