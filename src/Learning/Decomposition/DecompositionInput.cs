using System.Collections.Immutable;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Learning.Decomposition;

/// <summary>What the decompositions share: checks, means, names.</summary>
internal static class DecompositionInput
{
    /// <summary>Sparse rows and columns with values whose squares are finite.</summary>
    public static void CheckSparse(CsrMatrix rows, string method, int leastRows = 1)
    {
        if (rows.Rows < leastRows || rows.Columns < 1)
            throw new ArgumentException($"{method} needs at least {leastRows} row and 1 column. Got {rows.Rows} × {rows.Columns}.");
        for (var i = 0; i < rows.Rows; i++)
        {
            var at = 0;
            foreach (var value in rows.RowValues(i))
            {
                if (!(Math.Abs(value) <= FitChecks.LargestValue))
                    throw new ArgumentException($"Row {i}, feature 'x{rows.RowColumns(i)[at]}' is {value}. {method} needs values that are "
                        + $"finite and up to {FitChecks.LargestValue} in size: drop, impute or rescale the others first.");
                at++;
            }
        }
    }

    /// <summary>The sum of the variances (n in the denominator) of all columns, zeros that are not stored included.</summary>
    public static double TotalVariance(CsrMatrix rows)
    {
        var means = Array.ConvertAll(rows.MultiplyTransposed(Enumerable.Repeat(1.0, rows.Rows).ToArray()), sum => sum / rows.Rows);
        var stored = new int[rows.Columns];
        var squares = 0.0;
        for (var i = 0; i < rows.Rows; i++)
        {
            var values = rows.RowValues(i);
            var columns = rows.RowColumns(i);
            for (var k = 0; k < values.Length; k++)
            {
                var deviation = values[k] - means[columns[k]];
                squares += deviation * deviation;
                stored[columns[k]]++;
            }
        }
        for (var j = 0; j < stored.Length; j++) squares += (rows.Rows - stored[j]) * means[j] * means[j];
        return squares / rows.Rows;
    }

    /// <summary>Singular values and right vectors. Tall rows are first reduced to a triangle, whose left vectors are small.</summary>
    public static SvdDecomposition RightVectors(Matrix rows, int? threads, CancellationToken token)
    {
        var triangle = rows.Rows > rows.Columns ? Qr.Factor(rows, threads).R : rows;
        token.ThrowIfCancellationRequested();
        return Svd.Decompose(triangle, new SvdOptions { Threads = threads });
    }

    /// <summary>Finite scores of as many components as the model has.</summary>
    public static void CheckScores(Matrix scores, int components, string method)
    {
        if (scores.Columns != components)
            throw new ArgumentException($"{method} needs scores of {components} component{(components == 1 ? "" : "s")}. Got {scores.Columns} columns.");
        FitChecks.Finite(scores, method);
    }

    /// <summary>The mean of every column.</summary>
    public static ImmutableArray<double> Means(Matrix rows) =>
        [.. Enumerable.Range(0, rows.Columns).Select(j => Moments.Of(rows.Column(j)).Mean)];

    /// <summary>Rows less the means.</summary>
    public static Matrix Center(Matrix rows, ImmutableArray<double> means)
    {
        var values = rows.Span.ToArray();
        for (int at = 0, j = 0; at < values.Length; at++, j = j + 1 == rows.Columns ? 0 : j + 1) values[at] -= means[j];
        return Matrix.Wrap(rows.Rows, rows.Columns, values);
    }

    /// <summary>PC1, PC2, ….</summary>
    public static IEnumerable<string> Names(string stem, int count) => Enumerable.Range(1, count).Select(c => $"{stem}{c}");
}
