using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>How <see cref="KMeans"/> finds the nearest centroids. Labels, centroids and inertia are the same either way.</summary>
public enum KMeansAlgorithm
{
    /// <summary><see cref="Hamerly"/> where distances are costly enough for its bounds to pay, else <see cref="Lloyd"/>.</summary>
    Auto,

    /// <summary>Every distance in every pass. Lloyd (1982), IEEE Trans. Inf. Theory 28(2).</summary>
    Lloyd,

    /// <summary>Skips rows whose bounds prove that their centroid is still the nearest. Hamerly (2010), SDM.</summary>
    Hamerly,
}

/// <summary>Settings of <see cref="KMeans"/>. Vary one with <c>options with { Seed = 7 }</c>.</summary>
public sealed record KMeansOptions
{
    /// <summary>Number of clusters k. Range: 1 ≤ k ≤ rows. Default: 3.</summary>
    public int Clusters { get; init; } = 3;

    /// <summary>Independent runs; the lowest inertia wins. Range: ≥ 1. Default: 10.</summary>
    public int Restarts { get; init; } = 10;

    /// <summary>Most passes over the rows in one run. Range: ≥ 1. Default: 300.</summary>
    public int MaxIterations { get; init; } = 300;

    /// <summary>A run ends when the squared moves of all centroids sum to at most this times the mean variance of the columns.
    /// Range: ≥ 0; 0 runs until no label changes. Default: 1e-4.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>When a run settles, move single rows where that lowers the inertia, and go on if it fell by more than the share
    /// <see cref="Tolerance"/>. Finds better optima on small data, is soon done on large; false gives Lloyd's iteration alone.
    /// Default: true.</summary>
    public bool Refine { get; init; } = true;

    /// <summary>How nearest centroids are found; changes the time, not the result. Default: Auto.</summary>
    public KMeansAlgorithm Algorithm { get; init; } = KMeansAlgorithm.Auto;

    /// <summary>Seed of every random draw: same rows and seed give the same model at any thread count. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>A fitted k-means model. Immutable.</summary>
/// <param name="Centroids">Shape (k, d), in the units of the training rows, with their column names.</param>
/// <param name="Labels">Shape (n): the row of <paramref name="Centroids"/> nearest each training row.</param>
/// <param name="Inertia">Sum of squared distances from rows to their centroid, in squared row units. ≥ 0.</param>
/// <param name="Converged">False when <see cref="KMeansOptions.MaxIterations"/> ended the best run before it settled.</param>
/// <param name="Iterations">Passes of the best run.</param>
/// <param name="Reason">Why the best run ended and, where something can be done about it, what.</param>
public sealed record KMeansModel(Matrix Centroids, ImmutableArray<int> Labels, double Inertia, bool Converged, int Iterations,
    string Reason)
{
    /// <summary>Names of the columns that the model was fitted on; empty when they had none.</summary>
    public ImmutableArray<string> ColumnNames => Centroids.ColumnNames;

    /// <summary>Training rows in each cluster. Shape (k).</summary>
    public ImmutableArray<int> Sizes => ClusterSizes.Of(Labels, Centroids.Rows);

    /// <summary>The nearest centroid of each row; among equally near ones the lowest.</summary>
    /// <param name="rows">Shape (m, d), finite, below 1E150 in size, in the columns and units of the training rows.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <exception cref="ArgumentException">Other columns, or a non-finite or huge value.</exception>
    public ImmutableArray<int> Predict(Matrix rows, int? threads = null)
    {
        FitChecks.SameColumns(rows, Centroids, "KMeansModel.Predict");
        FitChecks.Squarable(rows, "KMeansModel.Predict");
        var assignment = new KMeansAssignment(rows, Centroids.Rows, threads, default);
        assignment.AssignAll(Centroids);
        return [.. assignment.Labels[..rows.Rows]];
    }

    /// <summary>The distance (not squared) from each row to each centroid.</summary>
    /// <param name="rows">Shape (m, d), finite, below 1E150 in size, in the columns and units of the training rows.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <returns>Shape (m, k).</returns>
    /// <exception cref="ArgumentException">Other columns, or a non-finite or huge value.</exception>
    public Matrix Transform(Matrix rows, int? threads = null)
    {
        FitChecks.SameColumns(rows, Centroids, "KMeansModel.Transform");
        FitChecks.Squarable(rows, "KMeansModel.Transform");
        return Distances.Euclidean(rows, Centroids, threads);
    }
}

/// <summary>Splits rows into k groups so that rows lie close to the mean of their group.</summary>
/// <remarks>
/// <para>Lloyd's iteration from greedy k-means++ seeds, then Hartigan and Wong's moves of single rows. Cost: O(restarts · passes ·
/// n·k·d) time, O(n·d + k·d) memory.
/// The widest feature dominates: scale first (<c>rows.Standardize()</c>). Not for: clusters of unequal density or odd shape.</para>
/// <para>A cluster that loses its last row is re-seeded at the row farthest from its centroid. Where there are fewer distinct rows
/// than clusters, the clusters left over stay empty and <see cref="KMeansModel.Reason"/> says so.</para>
/// <para>Sources: Lloyd (1982), IEEE Trans. Inf. Theory 28(2); Arthur and Vassilvitskii (2007), SODA, with the several local trials
/// a seed of their section 6; Hamerly (2010), SDM; Hartigan and Wong (1979), Appl. Stat. 28(1); Telgarsky and Vattani (2010), AISTATS,
/// who prove that Hartigan's optima are a subset of Lloyd's.</para>
/// </remarks>
public static class KMeans
{
    /// <summary>Fits k centroids to <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times a pass.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite value, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static KMeansModel Fit(Matrix rows, KMeansOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new KMeansOptions();
        Check(rows, options);
        cancellationToken.ThrowIfCancellationRequested();
        var assignment = new KMeansAssignment(rows, options.Clusters, options.Threads, cancellationToken);
        var descent = new KMeansDescent(rows, assignment, options);
        KMeansModel? best = null;
        for (var run = 0; run < options.Restarts; run++)
        {
            var done = run;
            var seeds = KMeansSeeding.Choose(rows, assignment, Rng.Stream(options.Seed, run));
            var model = descent.Run(seeds, best?.Inertia,
                pass => progress?.Report((done + 0.99 * pass / options.MaxIterations) / options.Restarts));
            best = model ?? best;
            progress?.Report((run + 1.0) / options.Restarts);
        }
        return best!;
    }

    private static void Check(Matrix rows, KMeansOptions options)
    {
        FitChecks.Rows(rows, "KMeans.Fit");
        var n = rows.Rows;
        new OptionChecks(nameof(KMeansOptions))
            .Require(options.Clusters >= 1 && options.Clusters <= n, nameof(options.Clusters), $"in [1, {n}] for {n} rows",
                options.Clusters)
            .AtLeast(nameof(options.Restarts), options.Restarts, 1)
            .AtLeast(nameof(options.MaxIterations), options.MaxIterations, 1)
            .NotNegative(nameof(options.Tolerance), options.Tolerance)
            .Require(Enum.IsDefined(options.Algorithm), nameof(options.Algorithm), "Auto, Lloyd or Hamerly", options.Algorithm)
            .Threads(options.Threads)
            .ThrowIfAny();
        FitChecks.Squarable(rows, "KMeans.Fit");
    }
}
