using System.Collections.Immutable;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Learning.Decomposition;

/// <summary>How <see cref="TruncatedSvd"/> computes.</summary>
public enum TruncatedSvdAlgorithm
{
    /// <summary>The whole decomposition, cut: full accuracy.</summary>
    Exact,

    /// <summary>Block Krylov iteration from random directions, until the components fit to a tolerance: faster for a few components of a
    /// large matrix. See <see cref="RandomizedSvd"/>.</summary>
    Randomized,
}

/// <summary>Settings of <see cref="TruncatedSvd"/>.</summary>
public sealed record TruncatedSvdOptions
{
    /// <summary>Components kept. Range: [1, min(n, d)]. Default: 2.</summary>
    public int Components { get; init; } = 2;

    /// <summary>How to compute. Default: Exact.</summary>
    public TruncatedSvdAlgorithm Algorithm { get; init; } = TruncatedSvdAlgorithm.Exact;

    /// <summary>How well Randomized fits every component: ‖A·v − σ·u‖ as a share of σ₁; without effect on Exact. Range: [0, 1). Default:
    /// 1e-6.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Most products with the rows on the way there; without effect on Exact. Range: ≥ 4. Default: 300.</summary>
    public int MaxPasses { get; init; } = 300;

    /// <summary>Seed of the random directions; without effect on Exact. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Singular value decomposition cut to a few components, without centring: for counts and baskets, where zero means "none"
/// (latent semantic analysis).</summary>
/// <remarks>
/// <para>Cost: Exact O(n·d·min(n, d)) time, Randomized O(n·d·k) a pass; O(n·d) memory. Of a sparse matrix (<see cref="FitSparse"/>) only the
/// entries count: O(entries·k) time a pass, O(entries + (n + d)·k) memory. The first component mostly points at the columns' means;
/// for directions of variance take <see cref="PrincipalComponents"/>.</para>
/// <para>Sign: of each component the element of largest magnitude (the first of equals) is positive. Source: Deerwester et al. (1990),
/// J. Am. Soc. Inf. Sci. 41(6).</para>
/// </remarks>
public static class TruncatedSvd
{
    /// <summary>Fits components to <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before and after the decomposition, and between passes of Randomized.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite or huge value, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TruncatedSvdModel Fit(Matrix rows, TruncatedSvdOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new TruncatedSvdOptions();
        FitChecks.Rows(rows, "TruncatedSvd.Fit");
        FitChecks.Squarable(rows, "TruncatedSvd.Fit");
        Check(rows.Rows, rows.Columns, options);
        cancellationToken.ThrowIfCancellationRequested();
        var k = options.Components;
        SvdDecomposition svd = options.Algorithm == TruncatedSvdAlgorithm.Exact
            ? DecompositionInput.RightVectors(rows, options.Threads, cancellationToken)
            : RandomizedSvd.Decompose(rows, Randomized(options), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var axes = svd.V.SelectColumns([.. Enumerable.Range(0, k)]).Transpose().WithColumnNames(rows.ColumnNames);
        var total = Enumerable.Range(0, rows.Columns).Sum(j => Moments.Of(rows.Column(j)).Variance);
        return Model(axes, svd.Values[..k], total, TruncatedSvdModel.Project(rows, axes), svd as LeadingSvd);
    }

    /// <summary>Fits components to sparse rows, documents by words or customers by products, from products with them alone: they are never
    /// made dense.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size. Not changed.</param>
    /// <param name="options">Null for the defaults. The algorithm is always Randomized: Exact needs n·d values.</param>
    /// <param name="cancellationToken">Looked at between passes.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite or huge value, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static TruncatedSvdModel FitSparse(CsrMatrix rows, TruncatedSvdOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new TruncatedSvdOptions();
        DecompositionInput.CheckSparse(rows, "TruncatedSvd.FitSparse");
        Check(rows.Rows, rows.Columns, options);
        var svd = RandomizedSvd.Decompose(rows, Randomized(options), cancellationToken);
        var axes = svd.V.Transpose();
        return Model(axes, svd.Values, DecompositionInput.TotalVariance(rows), TruncatedSvdModel.Project(rows, axes, options.Threads), svd);
    }

    private static void Check(int rows, int columns, TruncatedSvdOptions options)
    {
        var most = Math.Min(rows, columns);
        new OptionChecks(nameof(TruncatedSvdOptions))
            .Require(options.Components >= 1 && options.Components <= most, nameof(options.Components),
                $"in [1, {most}] for {rows} rows of {columns} columns", options.Components)
            .Require(Enum.IsDefined(options.Algorithm), nameof(options.Algorithm), "Exact or Randomized", options.Algorithm)
            .Require(options.Tolerance is >= 0 and < 1, nameof(options.Tolerance), "in [0, 1)", options.Tolerance)
            .AtLeast(nameof(options.MaxPasses), options.MaxPasses, 4)
            .Threads(options.Threads)
            .ThrowIfAny();
    }

    private static RandomizedSvdOptions Randomized(TruncatedSvdOptions options) => new()
    {
        Components = options.Components, Tolerance = options.Tolerance, MaxPasses = options.MaxPasses, Seed = options.Seed,
        Threads = options.Threads,
    };

    private static TruncatedSvdModel Model(Matrix axes, ImmutableArray<double> values, double total, Matrix scores, LeadingSvd? iterated)
    {
        ImmutableArray<double> variances = [.. Enumerable.Range(0, axes.Rows).Select(c => Moments.Of(scores.Column(c)).Variance)];
        return new TruncatedSvdModel(axes, values, variances, [.. variances.Select(v => total == 0 ? 0 : v / total)], scores,
            iterated?.Converged ?? true, iterated is null or { Converged: true } ? "" : Remedy(iterated));
    }

    private static string Remedy(LeadingSvd svd) =>
        $"After {svd.Passes} passes the largest residual is {svd.Residuals.Max() / svd.Values[0]:0.0e+0} of the largest singular value. "
        + "Raise TruncatedSvdOptions.MaxPasses or Tolerance.";
}
