using System.Collections.Immutable;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Clusters of unlike density. Immutable.</summary>
/// <param name="Labels">Shape (n): the cluster of each row, from 0 in the order of the clusters' first rows; <see cref="DbscanModel.Noise"/> for
/// none.</param>
/// <param name="Probabilities">Shape (n): how long the row stays in its cluster as density is raised, beside the row that stays longest.
/// Range: [0, 1]; 0 for noise.</param>
/// <param name="OutlierScores">Shape (n): how much thinner it is around the row than at the densest place of the cluster that it falls from
/// (GLOSH). Range: [0, 1); near 1: an outlier.</param>
/// <param name="Stabilities">Shape (<see cref="Clusters"/>): Σ(λ − λ of birth) over the rows of each cluster, λ in 1 / row units. ≥ 0.</param>
/// <param name="CoreDistances">Shape (n): how far <see cref="HdbscanOptions.MinPoints"/> rows reach, in row units. ≥ 0.</param>
public sealed record HdbscanModel(ImmutableArray<int> Labels, ImmutableArray<double> Probabilities, ImmutableArray<double> OutlierScores,
    ImmutableArray<double> Stabilities, ImmutableArray<double> CoreDistances)
{
    /// <summary>Number of clusters. ≥ 0.</summary>
    public int Clusters => Stabilities.Length;

    /// <summary>Number of rows in no cluster.</summary>
    public int NoiseCount => Labels.Count(label => label == DbscanModel.Noise);

    /// <summary>Rows in each cluster. Shape (<see cref="Clusters"/>).</summary>
    public ImmutableArray<int> Sizes => ClusterSizes.Of(Labels, Clusters);
}
