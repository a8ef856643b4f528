using System.Collections.Immutable;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>Where a falling curve bends.</summary>
/// <param name="Clusters">The number of clusters at the elbow; null when the curve has none.</param>
/// <param name="Differences">How far the normalised curve lies below the straight line from its first to its last point, at each k.</param>
/// <param name="Reason">How the elbow was found, or why there is none.</param>
public sealed record ElbowPoint(int? Clusters, ImmutableArray<double> Differences, string Reason);

/// <summary>Chooses the number of clusters at the bend of the inertia curve.</summary>
/// <remarks>Kneedle, for falling convex curves. An elbow is a judgement, not a test: look at the curve and the silhouettes too.
/// Source: Satopää, Albrecht, Irwin and Raghavan (2011), ICDCS Workshops.</remarks>
public static class Elbow
{
    /// <summary>Finds the elbow of <paramref name="inertias"/> over <paramref name="clusters"/>.</summary>
    /// <param name="clusters">Numbers of clusters, ascending, at least 3.</param>
    /// <param name="inertias">The inertia at each. Finite.</param>
    /// <param name="sensitivity">How much the curve must flatten after a bend for it to count, in mean steps of k (Kneedle's S).
    /// Range: ≥ 0. Default: 1.</param>
    /// <returns>The bend farthest below the straight line among those that count.</returns>
    /// <exception cref="ArgumentException">Lengths differ, fewer than 3 points, k not ascending, a non-finite inertia.</exception>
    public static ElbowPoint Find(IReadOnlyList<int> clusters, IReadOnlyList<double> inertias, double sensitivity = 1)
    {
        Check(clusters, inertias, sensitivity);
        if (inertias.Min() == inertias.Max()) return new ElbowPoint(null, [.. new double[clusters.Count]], "The curve is flat: every k has the same inertia.");
        var (bend, differences) = Kneedle.Find([.. clusters], [.. inertias], sensitivity);
        return bend is { } at
            ? new ElbowPoint(clusters[at], [.. differences],
                $"At k = {clusters[at]} the curve lies farthest below its chord, by {differences[at]:0.000} of its height.")
            : new ElbowPoint(null, [.. differences], "The curve has no bend. Try a wider range of k, or choose k by silhouette.");
    }

    private static void Check(IReadOnlyList<int> clusters, IReadOnlyList<double> inertias, double sensitivity)
    {
        if (clusters.Count != inertias.Count || clusters.Count < 3)
            throw new ArgumentException(
                $"Elbow.Find needs one inertia per k and at least 3 of them. Got {clusters.Count} k and {inertias.Count} inertias.");
        if (!(sensitivity >= 0 && double.IsFinite(sensitivity)))
            throw new ArgumentException($"Elbow.Find needs a finite sensitivity ≥ 0. Got {sensitivity}.");
        for (var i = 0; i < clusters.Count; i++)
        {
            if (i > 0 && clusters[i] <= clusters[i - 1])
                throw new ArgumentException($"Elbow.Find needs ascending numbers of clusters. Got {clusters[i]} after {clusters[i - 1]}.");
            if (!double.IsFinite(inertias[i]))
                throw new ArgumentException($"Elbow.Find needs finite inertias. Got {inertias[i]} at k = {clusters[i]}.");
        }
    }
}
