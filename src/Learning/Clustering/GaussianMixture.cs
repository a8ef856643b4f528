using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>What shapes the components of a mixture may take, from the most free to the least.</summary>
public enum CovarianceKind
{
    /// <summary>Each component has its own ellipsoid, turned as it likes (mclust's VVV). k·d·(d + 1)/2 parameters.</summary>
    Full,

    /// <summary>All components share one ellipsoid (EEE). d·(d + 1)/2 parameters.</summary>
    Tied,

    /// <summary>Each component has its own ellipsoid along the axes (VVI). k·d parameters.</summary>
    Diagonal,

    /// <summary>Each component is a ball of its own radius (VII). k parameters.</summary>
    Spherical,
}

/// <summary>Settings of <see cref="GaussianMixture"/>. Vary one with <c>options with { Seed = 7 }</c>.</summary>
public sealed record GaussianMixtureOptions
{
    /// <summary>Number of components k. Range: 1 ≤ k ≤ rows. Default: 3.</summary>
    public int Components { get; init; } = 3;

    /// <summary>What shapes the components may take. Default: Full.</summary>
    public CovarianceKind Covariance { get; init; } = CovarianceKind.Full;

    /// <summary>Independent runs; the highest likelihood wins. The first starts at the k-means optimum, the others at the clusters of
    /// rows around k-means++ seeds. Range: ≥ 1. Default: 5.</summary>
    public int Restarts { get; init; } = 5;

    /// <summary>Most passes over the rows in one run. Range: ≥ 1. Default: 100.</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>A run ends when the mean log-likelihood of a row changes by at most this in a pass. Range: ≥ 0; 0 runs until it does
    /// not change at all. Default: 1e-3.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Added to every variance, in squared row units, so that a component of few or equal rows keeps a width. Small beside the
    /// variances of scaled columns; raise it in proportion for others. Range: ≥ 0. Default: 1e-6.</summary>
    public double Regularization { get; init; } = 1e-6;

    /// <summary>Seed of every random draw: same rows and seed give the same model at any thread count. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Describes rows as draws from k normal distributions: soft segments, with a probability of each row for each.</summary>
/// <remarks>
/// <para>Expectation and maximisation, from k-means. Cost: O(restarts · passes · n·k·d²) time, O(n·k·d) where covariances have axes;
/// O(n·d + k·d²) memory.
/// Parameters, regularisation and the end of a run are scikit-learn's. Unlike k-means it finds segments of unequal size, width and
/// slant; it needs some multiples of d rows a component. Compare numbers and shapes of components with <see cref="Choose"/>.</para>
/// <para>Without <see cref="GaussianMixtureOptions.Regularization"/> the likelihood is unbounded: a component may shrink onto a few rows.
/// A run that ends so is set aside; when all do, that is an error.</para>
/// <para>Sources: Dempster, Laird and Rubin (1977), J. R. Stat. Soc. B 39(1); Fraley and Raftery (2002), J. Am. Stat. Assoc. 97;
/// Schwarz (1978), Ann. Stat. 6(2), for the BIC.</para>
/// </remarks>
public static partial class GaussianMixture
{
    /// <summary>Fits k components to <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times a pass.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite or huge value, an option outside its range, or, without
    /// regularisation, a singular covariance in every run.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GaussianMixtureModel Fit(Matrix rows, GaussianMixtureOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new GaussianMixtureOptions();
        Check(rows, options);
        cancellationToken.ThrowIfCancellationRequested();
        var best = Climb(rows, new MixturePanels(rows), options, progress, cancellationToken);
        return best.Mixture is null ? throw Singular(rows, options, best.Singular) : GaussianMixtureModel.Of(rows, best, options);
    }

    /// <summary>The best of all runs.</summary>
    private static MixtureRun Climb(Matrix rows, MixturePanels panels, GaussianMixtureOptions options, IProgress<double>? progress,
        CancellationToken token)
    {
        var descent = new MixtureDescent(panels, options, token);
        MixtureRun? best = null;
        for (var run = 0; run < options.Restarts; run++)
        {
            var done = run;
            var start = Start(rows, options, run, token);
            var found = descent.Run(start.Labels, start.Centroids,
                pass => progress?.Report((done + 0.99 * pass / options.MaxIterations) / options.Restarts));
            if (best is null || found.LogLikelihood > best.LogLikelihood) best = found;
            progress?.Report((run + 1.0) / options.Restarts);
        }
        return best!;
    }

    /// <summary>Where a run starts. Later runs stop short of the k-means optimum, where many would meet.</summary>
    private static KMeansModel Start(Matrix rows, GaussianMixtureOptions options, int run, CancellationToken token) =>
        KMeans.Fit(rows, new KMeansOptions
        {
            Clusters = options.Components,
            Restarts = 1,
            MaxIterations = run == 0 ? 300 : 1,
            Refine = run == 0,
            Seed = unchecked((int)Rng.Stream(options.Seed, run).NextUInt64()),
            Threads = options.Threads,
        }, cancellationToken: token);

    private static void Check(Matrix rows, GaussianMixtureOptions options)
    {
        FitChecks.Rows(rows, "GaussianMixture.Fit");
        var n = rows.Rows;
        new OptionChecks(nameof(GaussianMixtureOptions))
            .Require(options.Components >= 1 && options.Components <= n, nameof(options.Components), $"in [1, {n}] for {n} rows",
                options.Components)
            .Require(Enum.IsDefined(options.Covariance), nameof(options.Covariance), "Full, Tied, Diagonal or Spherical", options.Covariance)
            .AtLeast(nameof(options.Restarts), options.Restarts, 1)
            .AtLeast(nameof(options.MaxIterations), options.MaxIterations, 1)
            .NotNegative(nameof(options.Tolerance), options.Tolerance)
            .NotNegative(nameof(options.Regularization), options.Regularization)
            .Threads(options.Threads)
            .ThrowIfAny();
        FitChecks.Squarable(rows, "GaussianMixture.Fit");
    }

    private static ArgumentException Singular(Matrix rows, GaussianMixtureOptions options, int component) => new(
        $"GaussianMixture.Fit needs covariances that are positive definite: that of component {component} became singular. Got "
        + $"{rows.Rows} rows, {rows.Columns} columns, {options.Components} components and Regularization {options.Regularization}. "
        + "Raise Regularization, lower Components, or drop columns that are constant or depend on others.");
}
