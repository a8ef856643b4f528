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

/// <summary>The mean silhouette as estimated from some rows.</summary>
/// <param name="Mean">Estimate of the mean over all rows. Range: [−1, 1].</param>
/// <param name="StandardError">Of the estimate: deviation of the values over √size, times √(1 − size/n); 0 where all rows were drawn.</param>
/// <param name="Rows">Numbers of the rows drawn, rising.</param>
/// <param name="Values">The exact silhouette of each of them.</param>
public sealed record SampledSilhouette(double Mean, double StandardError, ImmutableArray<int> Rows, ImmutableArray<double> Values);

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
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 3.</param>
    /// <param name="labels">Shape (n), any integers. Between 2 and n − 1 distinct.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="progress">Told the share of the rows done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <exception cref="ArgumentException">A non-finite value, labels that do not match the rows, or too few or many of them.</exception>
    public static SilhouetteScore Score(Matrix rows, IReadOnlyList<int> labels, int? threads = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var clusters = new ClusterLabels(rows, labels, "Silhouette.Score");
        var values = Values(rows, clusters, [.. Enumerable.Range(0, rows.Rows)], threads, progress, cancellationToken);
        return new SilhouetteScore(values.Sum() / values.Length, [.. values]);
    }

    /// <summary>Estimates the mean silhouette from some rows drawn at random, each measured against all rows: for data too large for
    /// <see cref="Score"/>.</summary>
    /// <remarks>Unbiased, unlike a score among the drawn rows alone (scikit-learn's <c>sample_size</c>), whose clusters are thinned out. Cost:
    /// O(size·n·d).</remarks>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 3.</param>
    /// <param name="labels">Shape (n), any integers. Between 2 and n − 1 distinct.</param>
    /// <param name="size">Rows drawn, without replacement; all where there are fewer, which makes the score exact. Range: ≥ 2.
    /// Default: 2,000.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="progress">Told the share of the drawn rows done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <exception cref="ArgumentException">As of <see cref="Score"/>, or a size below 2.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SampledSilhouette Sample(Matrix rows, IReadOnlyList<int> labels, int size = 2_000, int seed = 42, int? threads = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var clusters = new ClusterLabels(rows, labels, "Silhouette.Sample");
        if (size < 2) throw new ArgumentException($"Silhouette.Sample needs a size ≥ 2. Got {size}.");
        var n = rows.Rows;
        var drawn = new Rng(seed).Sample(n, Math.Min(size, n));
        var values = Values(rows, clusters, drawn, threads, progress, cancellationToken);
        var moments = Moments.Of(values);
        var left = 1 - (double)drawn.Length / n; // what has not been drawn makes the error
        return new SampledSilhouette(moments.Mean, moments.StdDev * Math.Sqrt(left / drawn.Length), [.. drawn], [.. values]);
    }

    /// <summary>The silhouettes of some rows among all.</summary>
    private static double[] Values(Matrix rows, ClusterLabels clusters, int[] wanted, int? threads, IProgress<double>? progress,
        CancellationToken token)
    {
        var order = Enumerable.Range(0, rows.Rows).OrderBy(i => clusters.Codes[i]).ToArray(); // stable: row order within a cluster
        var points = new PointQuads(rows.SelectRows(order));
        var blocks = new RowBlocks(wanted.Length == rows.Rows ? rows : rows.SelectRows(wanted));
        var values = new double[wanted.Length];
        var done = 0;
        var chunk = Parallelism.Chunk(blocks.Blocks, 3.0 * RowBlocks.Width * rows.Rows * (rows.Columns + 4));
        Parallelism.For(blocks.Blocks, chunk, (start, end) =>
        {
            var sums = new double[clusters.Count * RowBlocks.Width];
            for (var block = start; block < end; block++)
            {
                SumDistances(blocks, block, points, clusters.Sizes, sums);
                var filled = Math.Min(RowBlocks.Width, values.Length - block * RowBlocks.Width);
                for (var lane = 0; lane < filled; lane++)
                {
                    var at = block * RowBlocks.Width + lane;
                    values[at] = Value(clusters.Codes[wanted[at]], clusters.Sizes, sums, lane);
                }
            }
            progress?.Report((double)Interlocked.Add(ref done, end - start) / blocks.Blocks);
        }, threads, token);
        return values;
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
