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
        var n = clusters.Count;
        double low = inertias.Min(), high = inertias.Max();
        if (high == low) return new ElbowPoint(null, [.. new double[n]], "The curve is flat: every k has the same inertia.");
        double first = clusters[0], span = clusters[^1] - first;
        var differences = new double[n];
        for (var i = 0; i < n; i++) differences[i] = (high - inertias[i]) / (high - low) - (clusters[i] - first) / span;

        var drop = sensitivity / (n - 1); // the mean gap between normalised k is 1/(n − 1)
        var best = -1;
        for (var i = 1; i < n - 1; i++)
        {
            if (differences[i] < differences[i - 1] || differences[i] < differences[i + 1]) continue;
            if (Flattens(differences, i, drop) && (best < 0 || differences[i] > differences[best])) best = i;
        }
        return best < 0
            ? new ElbowPoint(null, [.. differences], "The curve has no bend. Try a wider range of k, or choose k by silhouette.")
            : new ElbowPoint(clusters[best], [.. differences],
                $"At k = {clusters[best]} the curve lies farthest below its chord, by {differences[best]:0.000} of its height.");
    }

    /// <summary>True when the difference falls below its value at the bend minus the threshold before it rises above the bend
    /// again.</summary>
    private static bool Flattens(double[] differences, int bend, double drop)
    {
        for (var i = bend + 1; i < differences.Length; i++)
        {
            if (differences[i] < differences[bend] - drop) return true;
            if (differences[i] > differences[bend]) return false;
        }
        return false;
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
