using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>How rows are drawn again.</summary>
public enum ResampleScheme
{
    /// <summary>n draws with replacement; rows drawn more than once count once, so about 63 % of the rows, a different number each time.</summary>
    Bootstrap,

    /// <summary>A fixed share of the rows without replacement.</summary>
    Subset,
}

/// <summary>Settings of <see cref="ClusterStability"/>.</summary>
public sealed record ClusterStabilityOptions
{
    /// <summary>Times that rows are drawn and clustered again. Range: ≥ 2. Default: 100.</summary>
    public int Resamples { get; init; } = 100;

    /// <summary>How rows are drawn. Default: Bootstrap.</summary>
    public ResampleScheme Scheme { get; init; } = ResampleScheme.Bootstrap;

    /// <summary>Share of the rows in a <see cref="ResampleScheme.Subset"/>. Range: (0, 1]. Default: 0.5.</summary>
    public double SubsetShare { get; init; } = 0.5;

    /// <summary>Seed of every random draw: same rows and seed give the same scores at any thread count. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads; resamples are clustered at the same time. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Which clusters come back when the rows are drawn again: the others are accidents of the sample.</summary>
/// <remarks>
/// <para>Each cluster of all rows is compared, on the rows that a resample holds, with the most similar cluster of the resample, by
/// Jaccard's coefficient; the mean over resamples is the cluster's stability. Fits to pairs of resamples are compared as a whole, on the
/// rows that both hold, by the adjusted Rand index. Cost: resamples + 1 clusterings. What is stable need not be meaningful: two halves of
/// one round cloud may come back every time. The scores are those of R's <c>fpc::clusterboot</c>.</para>
/// <para>Sources: Hennig (2007), Comput. Stat. Data Anal. 52, for the clusters and the reading of their means; Hennig (2008), J. Multivar.
/// Anal. 99, for dissolution and recovery; Ben-Hur, Elisseeff and Guyon (2002), Pac. Symp. Biocomput. 7, for pairs of resamples.</para>
/// </remarks>
public static class ClusterStability
{
    /// <summary>Measures any clusterer.</summary>
    /// <param name="rows">Shape (n, d), finite, n ≥ 2. Not changed.</param>
    /// <param name="cluster">From rows and a seed to a label a row; −1 for noise. Called from several threads at a time.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at before each clustering.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, a non-finite value, an option outside its range, or a clusterer that does not
    /// return a label a row.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StabilityScore Measure(Matrix rows, Func<Matrix, int, IReadOnlyList<int>> cluster, ClusterStabilityOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        options ??= new ClusterStabilityOptions();
        Check(rows, options);
        cancellationToken.ThrowIfCancellationRequested();
        var original = Labels(rows, cluster, options.Seed);
        var resamples = new Resample[options.Resamples];
        var done = 0;
        Parallelism.For(resamples.Length, 1, (draw, _) =>
        {
            var rng = Rng.Stream(options.Seed, draw + 1);
            var drawn = Draw(rows.Rows, options, rng);
            resamples[draw] = new Resample(drawn, Labels(rows.SelectRows(drawn), cluster, unchecked((int)rng.NextUInt64())));
            progress?.Report(Interlocked.Increment(ref done) / (resamples.Length + 0.5));
        }, options.Threads, cancellationToken);
        var score = StabilityScore.Of(original, resamples);
        progress?.Report(1);
        return score;
    }

    /// <summary>Measures k-means.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 2. Not changed.</param>
    /// <param name="kmeans">Settings of the clustering, but for seed and threads. Null for the defaults.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times.</param>
    /// <exception cref="ArgumentException">As of <see cref="Measure"/> and <see cref="KMeans.Fit"/>; a resample may hold fewer rows than there
    /// are clusters.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StabilityScore OfKMeans(Matrix rows, KMeansOptions? kmeans = null, ClusterStabilityOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Measure(rows, (sample, seed) => KMeans.Fit(sample, (kmeans ?? new()) with { Seed = seed, Threads = 1 }, null, cancellationToken).Labels,
            options, progress, cancellationToken);

    /// <summary>Measures a Gaussian mixture by its likeliest components.</summary>
    /// <inheritdoc cref="OfKMeans"/>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size, n ≥ 2. Not changed.</param>
    /// <param name="mixture">Settings of the clustering, but for seed and threads. Null for the defaults.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times.</param>
    public static StabilityScore OfMixture(Matrix rows, GaussianMixtureOptions? mixture = null, ClusterStabilityOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default) =>
        Measure(rows, (sample, seed) => GaussianMixture.Fit(sample, (mixture ?? new()) with { Seed = seed, Threads = 1 }, null, cancellationToken).Labels,
            options, progress, cancellationToken);

    /// <summary>Measures several numbers of clusters, for a curve to choose from.</summary>
    /// <param name="rows">Shape (n, d), finite, n ≥ 2. Not changed.</param>
    /// <param name="clusters">Numbers of clusters k. Each ≥ 2: one cluster of all rows always comes back.</param>
    /// <param name="cluster">From rows, k and a seed to a label a row; null for k-means with its defaults.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at before each clustering.</param>
    /// <exception cref="ArgumentException">As of <see cref="Measure"/>, or no k, or one below 2.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static StabilityCurve Compare(Matrix rows, IEnumerable<int> clusters, Func<Matrix, int, int, IReadOnlyList<int>>? cluster = null,
        ClusterStabilityOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        int[] counts = [.. clusters.Distinct().Order()];
        if (counts.Length == 0 || counts[0] < 2)
            throw new ArgumentException($"ClusterStability.Compare needs numbers of clusters ≥ 2. Got {(counts.Length == 0 ? "none" : counts[0])}.");
        var scores = new List<(int, StabilityScore)>();
        foreach (var k in counts)
        {
            scores.Add((k, cluster is null
                ? OfKMeans(rows, new() { Clusters = k }, options, null, cancellationToken)
                : Measure(rows, (sample, seed) => cluster(sample, k, seed), options, null, cancellationToken)));
            progress?.Report((double)scores.Count / counts.Length);
        }
        return new StabilityCurve([.. scores]);
    }

    private static int[] Draw(int rows, ClusterStabilityOptions options, Rng rng)
    {
        if (options.Scheme == ResampleScheme.Subset) return rng.Sample(rows, Math.Max(1, (int)(options.SubsetShare * rows)));
        var drawn = new bool[rows];
        for (var i = 0; i < rows; i++) drawn[rng.Next(rows)] = true;
        return [.. Enumerable.Range(0, rows).Where(row => drawn[row])];
    }

    private static int[] Labels(Matrix rows, Func<Matrix, int, IReadOnlyList<int>> cluster, int seed)
    {
        int[] labels = [.. cluster(rows, seed)];
        return labels.Length == rows.Rows ? labels
            : throw new ArgumentException($"ClusterStability needs a clusterer that returns a label a row: {rows.Rows}. Got {labels.Length}.");
    }

    private static void Check(Matrix rows, ClusterStabilityOptions options)
    {
        FitChecks.Rows(rows, "ClusterStability.Measure", leastRows: 2);
        new OptionChecks(nameof(ClusterStabilityOptions))
            .AtLeast(nameof(options.Resamples), options.Resamples, 2)
            .Require(Enum.IsDefined(options.Scheme), nameof(options.Scheme), "Bootstrap or Subset", options.Scheme)
            .Require(options.SubsetShare is > 0 and <= 1, nameof(options.SubsetShare), "in (0, 1]", options.SubsetShare)
            .Threads(options.Threads)
            .ThrowIfAny();
    }
}

/// <summary>A resample.</summary>
/// <param name="Rows">Numbers of the rows that it holds, rising.</param>
/// <param name="Labels">A label for each of them.</param>
internal readonly record struct Resample(int[] Rows, int[] Labels);
