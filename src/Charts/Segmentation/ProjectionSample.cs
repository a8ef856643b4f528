using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Segmentation;

/// <summary>Which rows of a large table are drawn as points.</summary>
internal static class ProjectionSample
{
    private const int LeastOfCluster = 20;
    private const int Seed = 42;

    /// <summary>All rows; of more than <paramref name="most"/>, each cluster's share at random (always the same for a table), rising. Notes a choice.</summary>
    public static int[] Of(IReadOnlyList<int> labels, int most, Sketch sketch)
    {
        if (labels.Count <= most) return [.. Enumerable.Range(0, labels.Count)];
        var chosen = new List<int>();
        foreach (var cluster in Enumerable.Range(0, labels.Count).GroupBy(row => labels[row]).OrderBy(group => group.Key))
        {
            int[] rows = [.. cluster];
            var size = Math.Min(rows.Length, Math.Max(LeastOfCluster, (int)((long)rows.Length * most / labels.Count)));
            chosen.AddRange(new Rng(Seed).Split(cluster.Key + 1).Sample(rows.Length, size).Select(at => rows[at]));
        }
        sketch.Note($"{chosen.Count:N0} of {labels.Count:N0} rows are drawn, chosen at random within each cluster.");
        return [.. chosen.Order()];
    }
}
