using System.Numerics.Tensors;

namespace MarketingNotebooks.Numerics;

/// <summary>Euclidean distances, from differences: near rows far from the origin keep their digits.</summary>
public static class Distances
{
    /// <summary>The squared distance Σ(aⱼ − bⱼ)² of two rows.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double SquaredEuclidean(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException(
                $"SquaredEuclidean needs rows of equal length. Got {a.Length} and {b.Length}.");
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            var difference = a[j] - b[j];
            sum = Math.FusedMultiplyAdd(difference, difference, sum);
        }
        return sum;
    }

    /// <summary>All squared distances between the rows of two matrices.</summary>
    /// <remarks>Cost: O(n·m·d) time, O(n·m) memory for the result. <see cref="RowBlocks"/> gives them block by block instead.</remarks>
    /// <param name="rows">Shape (n, d).</param>
    /// <param name="points">Shape (m, d).</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    /// <returns>Shape (n, m).</returns>
    /// <exception cref="ArgumentException">The numbers of columns differ.</exception>
    public static Matrix SquaredEuclidean(Matrix rows, Matrix points, int? threads = null, CancellationToken cancellationToken = default)
    {
        if (rows.Columns != points.Columns)
            throw new ArgumentException($"SquaredEuclidean needs equal numbers of columns. Got {rows.Columns} and {points.Columns}.");
        var result = new double[checked(rows.Rows * points.Rows)];
        var blocks = new RowBlocks(rows);
        var quads = new PointQuads(points);
        const int width = RowBlocks.Width;
        const int stripe = 64; // quads at a time: 32 KiB of distances
        var chunk = Parallelism.Chunk(blocks.Blocks, 2.0 * width * points.Rows * (rows.Columns + 1));
        Parallelism.For(blocks.Blocks, chunk, (start, end) =>
        {
            var squares = new double[stripe * width * PointQuads.Width];
            for (var block = start; block < end; block++)
            {
                var filled = Math.Min(width, rows.Rows - block * width);
                for (var first = 0; first < quads.Quads; first += stripe)
                {
                    var count = Math.Min(stripe, quads.Quads - first);
                    blocks.SquaredDistances(block, quads, first, count, squares);
                    var left = first * PointQuads.Width;
                    var right = Math.Min(points.Rows, left + count * PointQuads.Width);
                    for (var lane = 0; lane < filled; lane++)
                    {
                        var target = result.AsSpan((block * width + lane) * points.Rows);
                        for (var j = left; j < right; j++) target[j] = squares[(j - left) * width + lane];
                    }
                }
            }
        }, threads, cancellationToken);
        return Matrix.Wrap(rows.Rows, points.Rows, result);
    }

    /// <summary>All distances between the rows of two matrices: the roots of the squared ones.</summary>
    /// <inheritdoc cref="SquaredEuclidean(Matrix, Matrix, int?, CancellationToken)"/>
    public static Matrix Euclidean(Matrix rows, Matrix points, int? threads = null, CancellationToken cancellationToken = default)
    {
        var squares = SquaredEuclidean(rows, points, threads, cancellationToken);
        var result = new double[squares.Span.Length];
        TensorPrimitives.Sqrt(squares.Span, result);
        return Matrix.Wrap(squares.Rows, squares.Columns, result);
    }
}
