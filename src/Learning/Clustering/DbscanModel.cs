using System.Collections.Immutable;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Spatial;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Density-based clusters of some rows. Immutable.</summary>
/// <param name="Labels">Shape (n): the cluster of each training row, from 0 in the order of the clusters' first core rows;
/// <see cref="Noise"/> for none.</param>
/// <param name="CoreRows">Numbers of the core rows, rising.</param>
/// <param name="TrainingRows">Shape (n, d): what the model was fitted on, kept and not copied.</param>
/// <param name="Epsilon">The radius that the model was fitted with, in row units.</param>
/// <param name="Clusters">Number of clusters. ≥ 0.</param>
public sealed record DbscanModel(ImmutableArray<int> Labels, ImmutableArray<int> CoreRows, Matrix TrainingRows, double Epsilon, int Clusters)
{
    /// <summary>The label of rows in no cluster: −1.</summary>
    public const int Noise = -1;

    /// <summary>Shape (core rows, d): a copy of the core rows themselves, in the units of the training rows. O(n·d).</summary>
    public Matrix CorePoints => TrainingRows.SelectRows(CoreRows.AsSpan());

    /// <summary>Names of the columns that the model was fitted on; empty when they had none.</summary>
    public ImmutableArray<string> ColumnNames => TrainingRows.ColumnNames;

    /// <summary>Number of training rows in no cluster.</summary>
    public int NoiseCount => Labels.Count(label => label == Noise);

    /// <summary>Training rows in each cluster. Shape (<see cref="Clusters"/>).</summary>
    public ImmutableArray<int> Sizes => ClusterSizes.Of(Labels, Clusters);

    /// <summary>The cluster of the nearest core row within <see cref="Epsilon"/> of each row, or <see cref="Noise"/>.</summary>
    /// <remarks>Core rows of the training data keep their label; a row at the border of two clusters goes to the nearer one here and
    /// to the lower one in <see cref="Labels"/>. Cost: O(n log² n) for a tree and O(log n) a row.</remarks>
    /// <param name="rows">Shape (m, d), finite, in the columns and units of the training rows.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <exception cref="ArgumentException">Other columns, a non-finite value, or threads below 1.</exception>
    public ImmutableArray<int> Predict(Matrix rows, int? threads = null)
    {
        FitChecks.SameColumns(rows, TrainingRows, "DbscanModel.Predict");
        var labels = new int[rows.Rows];
        var tree = new KdTree(CorePoints);
        Parallelism.For(rows.Rows, Parallelism.Chunk(rows.Rows, 2_000), (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var nearest = tree.Nearest(rows.Row(i), 1);
                labels[i] = nearest.Length > 0 && nearest[0].Distance <= Epsilon ? Labels[CoreRows[nearest[0].Row]] : Noise;
            }
        }, threads);
        return [.. labels];
    }
}
