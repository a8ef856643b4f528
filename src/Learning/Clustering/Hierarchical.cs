using System.Globalization;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>How far apart two clusters are, from the Euclidean distances of their rows.</summary>
public enum Linkage
{
    /// <summary>√(2·|A|·|B| / (|A| + |B|)) times the distance of the centroids: joins so that squares within clusters grow least.
    /// Ward (1963), J. Am. Stat. Assoc. 58.</summary>
    Ward,

    /// <summary>The mean distance of all pairs (UPGMA).</summary>
    Average,

    /// <summary>The distance of the farthest pair: compact clusters.</summary>
    Complete,

    /// <summary>The distance of the nearest pair: chains of any shape, without a table of distances.</summary>
    Single,
}

/// <summary>Settings of <see cref="Hierarchical"/>.</summary>
public sealed record HierarchicalOptions
{
    /// <summary>How far apart two clusters are. Default: Ward.</summary>
    public Linkage Linkage { get; init; } = Linkage.Ward;

    /// <summary>Most bytes for the table of distances, 4·n·(n − 1); <see cref="Linkage.Single"/> needs none. Range: ≥ 0.
    /// Default: 2 GiB, which is enough for 23,170 rows.</summary>
    public long MemoryLimit { get; init; } = 2L << 30;

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Joins the two nearest clusters until one is left: a tree of segments, to be cut where it suits.</summary>
/// <remarks>
/// <para>Nearest-neighbour chain with the update formulas of Lance and Williams; single linkage by a minimum spanning tree (Prim).
/// Cost: O(n²·d) time; 4·n·(n − 1) bytes of memory, O(n·d) for single linkage. The merges are those of SciPy's <c>linkage</c>,
/// ties included but for what rounding breaks. The widest feature dominates: scale first. Not for more than some ten thousand rows:
/// cluster them into a few hundred centroids by <see cref="KMeans"/> and join those.</para>
/// <para>Sources: Lance and Williams (1967), Computer J. 9(4); Murtagh (1983), Computer J. 26(4); Müllner (2011), arXiv 1109.2378.</para>
/// </remarks>
public static class Hierarchical
{
    /// <summary>Builds the tree over <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite, below 1E150 in size. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of merges done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at every merge.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite or huge value, an option outside its range, or more rows than
    /// <see cref="HierarchicalOptions.MemoryLimit"/> has room for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HierarchicalModel Fit(Matrix rows, HierarchicalOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new HierarchicalOptions();
        Check(rows, options);
        cancellationToken.ThrowIfCancellationRequested();
        var joins = options.Linkage == Linkage.Single
            ? SingleLinkage.Joins(rows, progress, cancellationToken)
            : new NeighbourChain(rows, options, cancellationToken).Joins(progress);
        progress?.Report(1);
        return new HierarchicalModel(MergeTree.Order(joins, rows.Rows), options.Linkage);
    }

    private static void Check(Matrix rows, HierarchicalOptions options)
    {
        FitChecks.Rows(rows, "Hierarchical.Fit");
        new OptionChecks(nameof(HierarchicalOptions))
            .Require(Enum.IsDefined(options.Linkage), nameof(options.Linkage), "Ward, Average, Complete or Single", options.Linkage)
            .AtLeast(nameof(options.MemoryLimit), options.MemoryLimit, 0)
            .Threads(options.Threads)
            .ThrowIfAny();
        FitChecks.Squarable(rows, "Hierarchical.Fit");
        var bytes = 4L * rows.Rows * (rows.Rows - 1);
        if (options.Linkage != Linkage.Single && bytes > options.MemoryLimit)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"HierarchicalOptions.MemoryLimit must be ≥ {bytes} for the distances of {rows.Rows} rows. Got {options.MemoryLimit}. "
                + $"Raise it, sample the rows, join KMeans centroids instead, or take Linkage.Single, which needs no distances."));
    }
}
