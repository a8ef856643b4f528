using System.Collections.Immutable;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Spatial;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Which clusters of the hierarchy <see cref="Hdbscan"/> keeps.</summary>
public enum ClusterSelection
{
    /// <summary>Those that last over the widest range of densities: few and large ones.</summary>
    ExcessOfMass,

    /// <summary>The leaves of the hierarchy: many and small ones, of like density.</summary>
    Leaf,
}

/// <summary>Settings of <see cref="Hdbscan"/>. Vary one with <c>options with { MinClusterSize = 50 }</c>.</summary>
public sealed record HdbscanOptions
{
    /// <summary>Fewest rows that make a cluster. Range: ≥ 2. Default: 10.</summary>
    public int MinClusterSize { get; init; } = 10;

    /// <summary>Rows, itself included, that lie within a row's core distance: more smooth the density and call more rows noise. Range: [1, rows];
    /// null for <see cref="MinClusterSize"/>, or all rows where there are fewer. Default: null.</summary>
    public int? MinPoints { get; init; }

    /// <summary>Which clusters are kept. Default: those with the greatest excess of mass.</summary>
    public ClusterSelection Selection { get; init; } = ClusterSelection.ExcessOfMass;

    /// <summary>Allow the answer that all rows are one cluster. Default: false.</summary>
    public bool AllowOneCluster { get; init; }

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Groups rows that lie densely together, each group at the density that suits it, and calls the rest noise: DBSCAN at every radius at
/// once, without one to choose.</summary>
/// <remarks>
/// <para>Rows are joined by a shortest tree of mutual reachability (the distance of two rows, but not less than either's core distance);
/// cutting its edges from the longest, equally long ones at once, gives a hierarchy, in which a branch below <see cref="HdbscanOptions.MinClusterSize"/> rows is no
/// cluster but rows that fall away. Kept are the clusters with the greatest stability Σ(λ − λ of birth), λ = 1 / distance.
/// Others cut equally long edges one by one and so may give a few border rows to either side, by the rows' order.</para>
/// <para>Cost: O(n·log² n) time for up to about ten columns, towards O(n²·d) for many; O(n·d) memory. The widest feature dominates: scale first.
/// Rows that are equal have a core distance of 0; their λ is that of the shortest edge above 0.
/// Sources: Campello, Moulavi and Sander (2013), PAKDD; Campello and others (2015), ACM Trans. Knowl. Discov. Data 10(1), with their outlier
/// scores (GLOSH).</para>
/// </remarks>
public static class Hdbscan
{
    /// <summary>Finds the dense groups of <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times a second.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite or huge value, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HdbscanModel Fit(Matrix rows, HdbscanOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new HdbscanOptions();
        FitChecks.Rows(rows, "Hdbscan.Fit");
        var n = rows.Rows;
        new OptionChecks(nameof(HdbscanOptions))
            .AtLeast(nameof(options.MinClusterSize), options.MinClusterSize, 2)
            .Require(options.MinPoints is not { } points || points >= 1 && points <= n, nameof(options.MinPoints), $"in [1, {n}] for {n} rows, or null", options.MinPoints)
            .Require(Enum.IsDefined(options.Selection), nameof(options.Selection), "ExcessOfMass or Leaf", options.Selection)
            .Threads(options.Threads)
            .ThrowIfAny();
        FitChecks.Squarable(rows, "Hdbscan.Fit");
        cancellationToken.ThrowIfCancellationRequested();
        var tree = new KdTree(rows);
        var core = NeighborDistances.Each(rows, tree, options.MinPoints ?? Math.Min(options.MinClusterSize, n), options.Threads, cancellationToken);
        var edges = SpanningTree.Edges(tree, core, progress, cancellationToken);
        var merges = MergeTree.Order(edges.Select(edge => new Join(edge.A, edge.B, edge.Length)), n);
        progress?.Report(1);
        return new CondensedTree(merges, n, options.MinClusterSize).Select(options.Selection, options.AllowOneCluster, [.. core]);
    }
}
