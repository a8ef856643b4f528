using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>The usual reading of a cluster's mean Jaccard coefficient (Hennig 2007, and the manual of <c>fpc</c>).</summary>
public enum StabilityReading
{
    /// <summary>At most 0.5: the cluster dissolves; it is not there.</summary>
    Dissolved,

    /// <summary>Above 0.5 and below 0.6: not to be trusted.</summary>
    Doubtful,

    /// <summary>From 0.6 and below 0.75: there is a pattern, but which rows belong to it is open.</summary>
    Pattern,

    /// <summary>From 0.75 and below 0.85: a stable cluster.</summary>
    Stable,

    /// <summary>From 0.85: a highly stable cluster.</summary>
    HighlyStable,
}

/// <summary>How well one cluster comes back.</summary>
/// <param name="Label">Its label in the clustering of all rows.</param>
/// <param name="Size">Its rows there.</param>
/// <param name="Jaccard">Mean over resamples of the largest Jaccard coefficient with a cluster of the resample. In [0, 1].</param>
/// <param name="StandardError">Of that mean, from the number of resamples.</param>
/// <param name="DissolvedShare">Share of resamples with a coefficient of at most 0.5. In [0, 1].</param>
/// <param name="RecoveredShare">Share of resamples with a coefficient of at least 0.75. In [0, 1].</param>
public sealed record StableCluster(int Label, int Size, double Jaccard, double StandardError, double DissolvedShare, double RecoveredShare)
{
    /// <summary>What the mean is usually taken to say.</summary>
    public StabilityReading Reading => Jaccard switch
    {
        <= 0.5 => StabilityReading.Dissolved,
        < 0.6 => StabilityReading.Doubtful,
        < 0.75 => StabilityReading.Pattern,
        < 0.85 => StabilityReading.Stable,
        _ => StabilityReading.HighlyStable,
    };
}

/// <summary>How well a clustering comes back. Immutable.</summary>
/// <param name="Clusters">By label; noise (−1) is no cluster.</param>
/// <param name="AdjustedRand">Mean adjusted Rand index of pairs of resamples, on the rows that both hold. At most 1; 0: no more alike than
/// by chance.</param>
/// <param name="AdjustedRandError">Standard error of that mean; NaN for a single pair.</param>
/// <param name="Labels">The clustering of all rows. Shape (n).</param>
/// <param name="Resamples">Number of resamples.</param>
public sealed record StabilityScore(ImmutableArray<StableCluster> Clusters, double AdjustedRand, double AdjustedRandError,
    ImmutableArray<int> Labels, int Resamples)
{
    /// <summary>The least mean Jaccard coefficient of a cluster; NaN where all rows are noise.</summary>
    public double LowestJaccard => Clusters.IsEmpty ? double.NaN : Clusters.Min(cluster => cluster.Jaccard);

    /// <summary>The mean Jaccard coefficient, weighted by the clusters' sizes; NaN where all rows are noise.</summary>
    public double MeanJaccard => Clusters.IsEmpty ? double.NaN
        : Clusters.Sum(cluster => cluster.Jaccard * cluster.Size) / Clusters.Sum(cluster => cluster.Size);

    /// <summary>One row a cluster: <c>cluster</c>, <c>size</c>, <c>jaccard</c>, <c>std_error</c>, <c>dissolved_share</c>,
    /// <c>recovered_share</c>, <c>reading</c>.</summary>
    public DataFrame Tidy() => DataFrame.FromColumns(
        ("cluster", new Column<long>(ColumnKind.Integer, [.. Clusters.Select(each => (long)each.Label)])),
        ("size", new Column<long>(ColumnKind.Integer, [.. Clusters.Select(each => (long)each.Size)])),
        ("jaccard", Number(each => each.Jaccard)),
        ("std_error", Number(each => each.StandardError)),
        ("dissolved_share", Number(each => each.DissolvedShare)),
        ("recovered_share", Number(each => each.RecoveredShare)),
        ("reading", TextColumn.From(Clusters.Select(each => Word(each.Reading)))));

    internal static StabilityScore Of(int[] labels, Resample[] resamples)
    {
        int[] distinct = [.. labels.Where(label => label >= 0).Distinct().Order()];
        var coefficients = resamples.Select(resample => Jaccards(labels, distinct, resample)).ToArray();
        var clusters = distinct.Select((label, at) =>
        {
            double[] values = [.. coefficients.Select(row => row[at])];
            var (mean, error) = Mean(values);
            return new StableCluster(label, labels.Count(each => each == label), mean, error,
                values.Count(value => value <= 0.5) / (double)values.Length, values.Count(value => value >= 0.75) / (double)values.Length);
        });
        var (rand, randError) = Mean([.. Enumerable.Range(0, resamples.Length / 2).Select(pair => Agreement(resamples[2 * pair], resamples[2 * pair + 1]))]);
        return new StabilityScore([.. clusters], rand, randError, [.. labels], resamples.Length);
    }

    /// <summary>For each cluster, the largest |A ∩ B| / |A ∪ B| with a cluster B of the resample, on the resample's rows; 0 where it holds
    /// none of the cluster's.</summary>
    private static double[] Jaccards(int[] labels, int[] distinct, Resample resample)
    {
        var cells = new Dictionary<(int Old, int New), int>();
        var (old, fresh) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        for (var i = 0; i < resample.Rows.Length; i++)
        {
            var (a, b) = (labels[resample.Rows[i]], resample.Labels[i]);
            Add(old, a);
            Add(fresh, b);
            Add(cells, (a, b));
        }
        var best = new double[distinct.Length];
        foreach (var ((a, b), both) in cells)
        {
            if (a < 0 || b < 0) continue;
            var at = Array.BinarySearch(distinct, a);
            best[at] = Math.Max(best[at], both / (double)(old[a] + fresh[b] - both));
        }
        return best;
    }

    /// <summary>The adjusted Rand index on the rows that both hold; NaN where there are none.</summary>
    private static double Agreement(Resample first, Resample second)
    {
        var (left, right) = (new List<int>(), new List<int>());
        for (int i = 0, j = 0; i < first.Rows.Length && j < second.Rows.Length;)
        {
            if (first.Rows[i] < second.Rows[j]) i++;
            else if (first.Rows[i] > second.Rows[j]) j++;
            else
            {
                left.Add(first.Labels[i++]);
                right.Add(second.Labels[j++]);
            }
        }
        return left.Count == 0 ? double.NaN : Evaluation.AdjustedRand.Compute(left, right);
    }

    /// <summary>Mean and its standard error of the values that are not NaN.</summary>
    private static (double Mean, double Error) Mean(double[] values)
    {
        var moments = Numerics.Moments.Of(values);
        return (moments.Mean, moments.StdDev / Math.Sqrt(moments.Count));
    }

    private static void Add<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;

    private static string Word(StabilityReading reading) => reading == StabilityReading.HighlyStable ? "highly stable" : reading.ToString().ToLowerInvariant();

    private Column<double> Number(Func<StableCluster, double> value) => new(ColumnKind.Number, [.. Clusters.Select(value)]);
}
