using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>The mean, over clusters, of the worst ratio of spread to separation. Lower is better; 0 is best.</summary>
/// <remarks>R = (Sᵢ + Sⱼ) / Mᵢⱼ, with S the mean distance of a cluster's rows to its mean and M the distance between means.
/// Cost: O(n·d + k²·d). Source: Davies and Bouldin (1979), IEEE Trans. Pattern Anal. Mach. Intell. 1(2).</remarks>
public static class DaviesBouldin
{
    private const double Zero = 1e-8;

    /// <summary>Scores a clustering of <paramref name="rows"/> by Euclidean distance.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 3.</param>
    /// <param name="labels">Shape (n), any integers. Between 2 and n − 1 distinct.</param>
    /// <returns>≥ 0; 0 where all clusters are points, or all means coincide, to within 1e-8 in row units as in
    /// scikit-learn: rescale smaller data. Pairs of clusters with equal means are left out.</returns>
    /// <exception cref="ArgumentException">A non-finite value, labels that do not match the rows, or too few or many of them.</exception>
    public static double Score(Matrix rows, IReadOnlyList<int> labels)
    {
        var clusters = new ClusterLabels(rows, labels, "DaviesBouldin.Score");
        rows = ClusterLabels.NearZero(rows);
        var means = clusters.Means(rows);
        var spread = new double[clusters.Count];
        for (var i = 0; i < rows.Rows; i++)
            spread[clusters.Codes[i]] += Math.Sqrt(Distances.SquaredEuclidean(rows.Row(i), means.Row(clusters.Codes[i])));
        for (var c = 0; c < spread.Length; c++) spread[c] /= clusters.Sizes[c];

        var sum = 0.0;
        var farthest = 0.0;
        for (var i = 0; i < spread.Length; i++)
        {
            var worst = 0.0;
            for (var j = 0; j < spread.Length; j++)
            {
                var separation = Math.Sqrt(Distances.SquaredEuclidean(means.Row(i), means.Row(j)));
                farthest = Math.Max(farthest, separation);
                if (separation > 0) worst = Math.Max(worst, (spread[i] + spread[j]) / separation);
            }
            sum += worst;
        }
        return farthest <= Zero || spread.Max() <= Zero ? 0 : sum / spread.Length;
    }
}
