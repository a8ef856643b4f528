using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>The ratio of the variance between clusters to that within, also called the variance ratio criterion. Higher is
/// better.</summary>
/// <remarks>[B / (k − 1)] / [W / (n − k)], with B and W the sums of squares between and within. Cost: O(n·d).
/// Source: Caliński and Harabasz (1974), Commun. Stat. 3(1).</remarks>
public static class CalinskiHarabasz
{
    /// <summary>Scores a clustering of <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 3.</param>
    /// <param name="labels">Shape (n), any integers. Between 2 and n − 1 distinct.</param>
    /// <returns>≥ 0; 1 where all clusters are points, by scikit-learn's convention.</returns>
    /// <exception cref="ArgumentException">A non-finite value, labels that do not match the rows, or too few or many of them.</exception>
    public static double Score(Matrix rows, IReadOnlyList<int> labels)
    {
        var clusters = new ClusterLabels(rows, labels, "CalinskiHarabasz.Score");
        rows = ClusterLabels.NearZero(rows);
        var means = clusters.Means(rows);
        var mean = new double[rows.Columns];
        for (var i = 0; i < rows.Rows; i++)
            for (var j = 0; j < mean.Length; j++) mean[j] += rows[i, j] / rows.Rows;

        double between = 0, within = 0;
        for (var c = 0; c < clusters.Count; c++) between += clusters.Sizes[c] * Distances.SquaredEuclidean(means.Row(c), mean);
        for (var i = 0; i < rows.Rows; i++) within += Distances.SquaredEuclidean(rows.Row(i), means.Row(clusters.Codes[i]));
        return within == 0 ? 1 : between * (rows.Rows - clusters.Count) / (within * (clusters.Count - 1.0));
    }
}
