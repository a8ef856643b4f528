using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Hartigan and Wong's step: moves single rows where the means, moving along, make the inertia fall.</summary>
/// <remarks>Lloyd's iteration is stuck where no row is nearer another mean. But the mean that a row joins comes towards it, and the mean
/// that
/// it leaves goes away: moving it from a cluster of n rows to one of m pays as soon as D(to)·m/(m + 1) falls below D(from)·n/(n −
/// 1).</remarks>
internal sealed class KMeansRefinement(Matrix rows, KMeansAssignment work)
{
    /// <summary>Ties decided by rounding alone would never end.</summary>
    private const double LeastGain = 1e-12;

    /// <summary>One sweep over the rows in order; labels of rows that move are changed.</summary>
    /// <param name="centroids">The means of the rows by label.</param>
    /// <param name="changed">For each chunk, set to the number of rows moved.</param>
    /// <returns>The share of the inertia that the moves save; 0 when no row moved.</returns>
    public double Sweep(Matrix centroids, int[] changed)
    {
        Array.Clear(changed);
        var counts = new int[work.Clusters];
        for (var i = 0; i < rows.Rows; i++) counts[work.Labels[i]]++;
        if (counts.Contains(0)) return 0; // its centroid is no mean
        var means = centroids.Span.ToArray();
        var saved = 0.0;
        var candidates = Candidates(centroids, counts, out var inertia);
        foreach (var row in candidates)
        {
            var from = work.Labels[row];
            if (counts[from] < 2) continue;
            var to = Better(row, from, means, counts, out var gain);
            if (to < 0) continue;
            Shift(means, from, row, -1.0 / --counts[from]);
            Shift(means, to, row, 1.0 / ++counts[to]);
            work.Labels[row] = to;
            changed[row / work.ChunkRows]++;
            saved += gain;
        }
        return saved > 0 ? saved / inertia : 0;
    }

    /// <summary>Rows that could gain: all but those whose second nearest centroid is too far even for the smallest cluster.</summary>
    private IEnumerable<int> Candidates(Matrix centroids, int[] counts, out double inertia)
    {
        var points = new PointQuads(centroids);
        var smallest = (double)counts.Min();
        var found = new List<int>[work.Chunks];
        var sums = new double[work.Chunks];
        work.ForChunks((chunk, first, end) =>
        {
            Span<int> nearest = stackalloc int[RowBlocks.Width];
            Span<double> best = stackalloc double[RowBlocks.Width], second = stackalloc double[RowBlocks.Width];
            var list = found[chunk] = [];
            for (var block = first; block < end; block++)
            {
                work.Blocks.NearestTwo(block, points, nearest, best, second);
                var at = block * RowBlocks.Width;
                for (var lane = 0; lane < Math.Min(RowBlocks.Width, rows.Rows - at); lane++)
                {
                    sums[chunk] += best[lane];
                    double own = counts[work.Labels[at + lane]];
                    // 1 % more than needed, for centroids that move during the sweep.
                    var enough = 1.01 * best[lane] * (own / (own - 1)) * ((smallest + 1) / smallest);
                    if (nearest[lane] != work.Labels[at + lane] || second[lane] < enough) list.Add(at + lane);
                }
            }
        });
        inertia = sums.Sum();
        return found.SelectMany(list => list);
    }

    /// <summary>The cluster that gains most from the row, or −1 when it is best where it is.</summary>
    private int Better(int row, int from, double[] means, int[] counts, out double gain)
    {
        var d = rows.Columns;
        var values = rows.Row(row);
        var loss = Distances.SquaredEuclidean(values, means.AsSpan(from * d, d)) * counts[from] / (counts[from] - 1.0);
        var least = loss * (1 - LeastGain);
        var to = -1;
        for (var c = 0; c < counts.Length; c++)
        {
            if (c == from) continue;
            var cost = Distances.SquaredEuclidean(values, means.AsSpan(c * d, d)) * counts[c] / (counts[c] + 1.0);
            if (cost >= least) continue;
            least = cost;
            to = c;
        }
        gain = loss - least;
        return to;
    }

    private void Shift(double[] means, int cluster, int row, double share)
    {
        var d = rows.Columns;
        for (var j = 0; j < d; j++) means[cluster * d + j] += share * (rows[row, j] - means[cluster * d + j]);
    }
}
