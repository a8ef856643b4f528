using System.Collections.Immutable;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Spatial;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>How far each row's k-th nearest row is: the curve by which DBSCAN's radius is chosen.</summary>
/// <param name="Distances">Shape (n): falling, in row units.</param>
/// <param name="Epsilon">The distance at which the curve bends, a first guess for <see cref="DbscanOptions.Epsilon"/>; null when it does
/// not bend.</param>
/// <param name="Reason">How the guess was made, or why there is none.</param>
public sealed record NeighborDistanceCurve(ImmutableArray<double> Distances, double? Epsilon, string Reason);

/// <summary>Chooses DBSCAN's radius at the bend of the sorted distances to the k-th nearest row.</summary>
/// <remarks>Rows to the left of the bend lie too far from others to be core, and become border or noise; a curve with several bends tells of
/// clusters of several densities, for which no one radius is right. A guess, not a test: look at the curve, and vary it.
/// Cost: O(n·log n) for up to about ten columns. Sources: Ester, Kriegel, Sander and Xu (1996), KDD, section 4.2; the bend by Kneedle, Satopää
/// and others (2011).</remarks>
public static class NeighborDistances
{
    /// <summary>Points at which the curve is looked at.</summary>
    private const int Grid = 200;

    /// <summary>Computes the curve of <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 3.</param>
    /// <param name="minPoints">As <see cref="DbscanOptions.MinPoints"/>: the row itself is the first. Range: [2, n]. Default: 5.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="cancellationToken">Looked at between blocks of rows.</param>
    /// <exception cref="ArgumentException">Too few rows, a non-finite or huge value, or minPoints outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NeighborDistanceCurve Compute(Matrix rows, int minPoints = 5, int? threads = null, CancellationToken cancellationToken = default)
    {
        FitChecks.Rows(rows, "NeighborDistances.Compute", leastRows: 3);
        FitChecks.Squarable(rows, "NeighborDistances.Compute");
        if (minPoints < 2 || minPoints > rows.Rows)
            throw new ArgumentException($"NeighborDistances.Compute needs minPoints in [2, {rows.Rows}] for {rows.Rows} rows. Got {minPoints}.");
        var distances = Each(rows, new KdTree(rows), minPoints, threads, cancellationToken);
        Array.Sort(distances, (a, b) => b.CompareTo(a));
        var (epsilon, reason) = Bend(distances);
        return new NeighborDistanceCurve([.. distances], epsilon, reason);
    }

    /// <summary>The distance from each row to its k-th nearest row, itself being the first. Shape (n).</summary>
    internal static double[] Each(Matrix rows, KdTree tree, int minPoints, int? threads, CancellationToken cancellationToken)
    {
        var distances = new double[rows.Rows];
        Parallelism.For(rows.Rows, Parallelism.Chunk(rows.Rows, 2_000), (start, end) =>
        {
            for (var i = start; i < end; i++) distances[i] = tree.Nearest(rows.Row(i), minPoints)[^1].Distance;
        }, threads, cancellationToken);
        return distances;
    }

    private static (double? Epsilon, string Reason) Bend(double[] distances)
    {
        if (distances[0] == distances[^1]) return (null, "The curve is flat: every row's neighbour is equally far.");
        var count = Math.Min(Grid, distances.Length);
        int[] ranks = [.. Enumerable.Range(0, count).Select(i => (int)((long)i * (distances.Length - 1) / (count - 1)))];
        if (Kneedle.Find(ranks, [.. ranks.Select(rank => distances[rank])], sensitivity: 1).Bend is not { } bend || distances[ranks[bend]] == 0)
            return (null, "The curve does not bend: look at it, and choose a radius by what is near in the data's own terms.");
        var epsilon = distances[ranks[bend]];
        return (epsilon, $"The curve bends at {epsilon:G4}: {(double)ranks[bend] / distances.Length:P1} of the rows have their neighbour farther away.");
    }
}
