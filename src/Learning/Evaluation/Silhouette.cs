using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>Silhouettes of a clustering.</summary>
/// <param name="Mean">Mean over all rows. Range: [−1, 1]; near 1: well separated, near 0: overlapping, below 0: many rows
/// misplaced.</param>
/// <param name="Values">Shape (n): the silhouette of each row; 0 for a cluster of one.</param>
public sealed record SilhouetteScore(double Mean, ImmutableArray<double> Values);

/// <summary>How much nearer rows are to their own cluster than to the next one.</summary>
/// <remarks>s = (b − a) / max(a, b), with a the mean distance to the other rows of the own cluster and b the least mean distance to the
/// rows
/// of another one. Exact: O(n²·d) time, but O(n·d) memory, as distances are summed as they are computed.
/// Source: Rousseeuw (1987), J. Comput. Appl. Math. 20.</remarks>
public static class Silhouette
{
    /// <summary>Points whose distances are held at a time.</summary>
    private const int Stripe = 64;

    /// <summary>Scores a clustering of <paramref name="rows"/> by Euclidean distance.</summary>
    /// <param name="rows">Shape (n, d), finite, n ≥ 3.</param>
    /// <param name="labels">Shape (n), any integers. Between 2 and n − 1 distinct.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="progress">Told the share of the rows done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <exception cref="ArgumentException">A non-finite value, labels that do not match the rows, or too few or many of them.</exception>
    public static SilhouetteScore Score(Matrix rows, IReadOnlyList<int> labels, int? threads = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var clusters = new ClusterLabels(rows, labels, "Silhouette.Score");
        var order = Enumerable.Range(0, rows.Rows).OrderBy(i => clusters.Codes[i]).ToArray(); // stable: row order within a cluster
        var points = new PointQuads(rows.SelectRows(order));
        var blocks = new RowBlocks(rows);
        var values = new double[rows.Rows];
        var done = 0;
        var chunk = Parallelism.Chunk(blocks.Blocks, 3.0 * RowBlocks.Width * rows.Rows * (rows.Columns + 4));
        Parallelism.For(blocks.Blocks, chunk, (start, end) =>
        {
            var sums = new double[clusters.Count * RowBlocks.Width];
            for (var block = start; block < end; block++)
            {
                SumDistances(blocks, block, points, clusters.Sizes, sums);
                var filled = Math.Min(RowBlocks.Width, rows.Rows - block * RowBlocks.Width);
                for (var lane = 0; lane < filled; lane++)
                {
                    var row = block * RowBlocks.Width + lane;
                    values[row] = Value(clusters.Codes[row], clusters.Sizes, sums, lane);
                }
            }
            progress?.Report((double)Interlocked.Add(ref done, end - start) / blocks.Blocks);
        }, threads, cancellationToken);
        var total = 0.0;
        foreach (var value in values) total += value;
        return new SilhouetteScore(total / values.Length, [.. values]);
    }

    /// <summary>For each cluster, the sums of distances from the block's 16 rows to the cluster's rows.</summary>
    [SkipLocalsInit]
    private static void SumDistances(RowBlocks blocks, int block, PointQuads points, int[] sizes, double[] sums)
    {
        Array.Clear(sums);
        Span<double> squares = stackalloc double[Stripe * RowBlocks.Width];
        var cluster = 0;
        var left = sizes[0]; // points are in order of their cluster
        for (var first = 0; first < points.Points; first += Stripe)
        {
            var count = Math.Min(Stripe, points.Points - first);
            blocks.SquaredDistances(block, points, first / PointQuads.Width, (count + PointQuads.Width - 1) / PointQuads.Width, squares);
            for (var c = 0; c < count; c++)
            {
                for (; left == 0; left = sizes[cluster]) cluster++;
                left--;
                var sum = sums.AsSpan(cluster * RowBlocks.Width, RowBlocks.Width);
                for (var lane = 0; lane < RowBlocks.Width; lane += 4)
                {
                    var distance = Vector256.Sqrt(Vector256.Create(squares.Slice(c * RowBlocks.Width + lane, 4)));
                    (Vector256.Create(sum.Slice(lane, 4)) + distance).CopyTo(sum[lane..]);
                }
            }
        }
    }

    private static double Value(int own, int[] sizes, double[] sums, int lane)
    {
        if (sizes[own] == 1) return 0;
        var a = sums[own * RowBlocks.Width + lane] / (sizes[own] - 1);
        var b = double.PositiveInfinity;
        for (var c = 0; c < sizes.Length; c++)
            if (c != own) b = Math.Min(b, sums[c * RowBlocks.Width + lane] / sizes[c]);
        var larger = Math.Max(a, b);
        return larger == 0 ? 0 : (b - a) / larger;
    }
}
