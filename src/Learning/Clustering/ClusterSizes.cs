using System.Collections.Immutable;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Rows in each cluster.</summary>
internal static class ClusterSizes
{
    /// <summary>Counts labels in [0, <paramref name="clusters"/>); noise, below 0, is in none.</summary>
    public static ImmutableArray<int> Of(ImmutableArray<int> labels, int clusters)
    {
        var sizes = new int[clusters];
        foreach (var label in labels)
            if (label >= 0) sizes[label]++;
        return [.. sizes];
    }
}
