using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning;

/// <summary>What every <c>Fit</c> asks of its rows, and every fitted model of the rows it is applied to.</summary>
internal static class FitChecks
{
    /// <summary>Beyond this, squares and their sums over a few features could overflow.</summary>
    public const double LargestValue = 1e150;

    /// <summary>Rows, columns, finite values.</summary>
    /// <param name="rows">The input.</param>
    /// <param name="method">As the caller wrote it, e.g. <c>KMeans.Fit</c>.</param>
    /// <param name="leastRows">Fewest rows that make sense.</param>
    public static void Rows(Matrix rows, string method, int leastRows = 1)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Rows < leastRows || rows.Columns < 1)
            throw new ArgumentException(
                $"{method} needs at least {leastRows} row{(leastRows == 1 ? "" : "s")} and 1 column. Got {rows.Rows} × {rows.Columns}.");
        Finite(rows, method);
    }

    /// <summary>No NaN, no infinity.</summary>
    public static void Finite(Matrix rows, string method)
    {
        var values = rows.Span;
        for (var at = 0; at < values.Length; at++)
        {
            if (double.IsFinite(values[at])) continue;
            var (row, column) = (at / rows.Columns, at % rows.Columns);
            var remedy = double.IsNaN(values[at])
                ? $"Drop or impute missing values before {method}, e.g. frame.FillMissing(\"{rows.ColumnName(column)}\", Fill.Median)."
                : $"Replace or drop infinite values before {method}.";
            throw new ArgumentException($"Row {row}, feature '{rows.ColumnName(column)}' is {values[at]}. {remedy}");
        }
    }

    /// <summary>Values whose squares, and sums of them, are finite. Asked after <see cref="Rows"/>, of methods that work with squares.</summary>
    public static void Squarable(Matrix rows, string method)
    {
        var values = rows.Span;
        for (var at = 0; at < values.Length; at++)
        {
            if (Math.Abs(values[at]) > LargestValue)
                throw new ArgumentException($"Row {at / rows.Columns}, feature '{rows.ColumnName(at % rows.Columns)}' is {values[at]}. "
                    + $"{method} needs values up to {LargestValue} in size, whose squares are finite: rescale the column.");
        }
    }

    /// <summary>The columns that a model was fitted on, by number and, where both sides have names, by name and order.</summary>
    public static void SameColumns(Matrix rows, Matrix fitted, string method)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != fitted.Columns)
            throw new ArgumentException($"{method} needs the {fitted.Columns} columns that the model was fitted on. Got {rows.Columns}.");
        if (!rows.ColumnNames.IsEmpty && !fitted.ColumnNames.IsEmpty && !rows.ColumnNames.SequenceEqual(fitted.ColumnNames))
            throw new ArgumentException($"{method} needs the columns that the model was fitted on, in that order: "
                + $"{string.Join(", ", fitted.ColumnNames)}. Got {string.Join(", ", rows.ColumnNames)}.");
        Finite(rows, method);
    }
}
