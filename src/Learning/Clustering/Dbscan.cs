using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Spatial;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Settings of <see cref="Dbscan"/>. Vary one with <c>options with { Epsilon = 0.3 }</c>.</summary>
public sealed record DbscanOptions
{
    /// <summary>Radius ε of a neighbourhood, the edge included, in row units. Range: > 0, at most 1E150, whose
    /// square is finite. Default: 0.5.</summary>
    public double Epsilon { get; init; } = 0.5;

    /// <summary>Rows, itself included, that a row needs within <see cref="Epsilon"/> to be a core row. Range: ≥ 1. Default: 5.</summary>
    public int MinPoints { get; init; } = 5;

    /// <summary>Most threads; the result is the same at any number. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}

/// <summary>Groups rows that lie densely together, of any shape and any number of groups, and calls the rest noise.</summary>
/// <remarks>
/// <para>A core row has <see cref="DbscanOptions.MinPoints"/> rows within ε. Core rows within ε of each other share a cluster; a row
/// that is not core joins a cluster with a core row within ε (the lowest cluster, where there are several), else it is noise.
/// Clusters are numbered by their first core row, as scikit-learn does; the result depends on the rows' order through that alone.</para>
/// <para>Cost: one neighbour query a row, by a k-d tree: O(n·(log n + neighbours)) time for up to about ten columns, near O(n²·d) for
/// many. Memory: O(n·d), with the neighbours of some hundred rows at a time and never of all.
/// The widest feature dominates: scale first. Not for: clusters of very unequal density.</para>
/// <para>Sources: Ester, Kriegel, Sander and Xu (1996), KDD; Schubert et al. (2017), ACM Trans. Database Syst. 42(3), on choosing ε.
/// </para>
/// </remarks>
public static class Dbscan
{
    /// <summary>Finds the dense groups of <paramref name="rows"/>.</summary>
    /// <param name="rows">Shape (n, d), finite. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of rows that were looked at, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times a second.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite value, or an option outside its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static DbscanModel Fit(Matrix rows, DbscanOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new DbscanOptions();
        FitChecks.Rows(rows, "Dbscan.Fit");
        new OptionChecks(nameof(DbscanOptions))
            .Positive(nameof(options.Epsilon), options.Epsilon)
            .Require(!double.IsFinite(options.Epsilon) || options.Epsilon <= FitChecks.LargestValue, nameof(options.Epsilon),
                $"at most {FitChecks.LargestValue}, whose square is finite", options.Epsilon)
            .AtLeast(nameof(options.MinPoints), options.MinPoints, 1)
            .Threads(options.Threads)
            .ThrowIfAny();
        cancellationToken.ThrowIfCancellationRequested();
        var graph = new RadiusGraph(rows, options.Epsilon);
        var isCore = graph.HaveAtLeast(options.MinPoints, options.Threads, progress, cancellationToken);
        var labels = graph.Components(isCore, options.Threads, cancellationToken);
        var clusters = labels.Max() + 1;
        graph.Spread(labels, options.Threads, cancellationToken);
        return new DbscanModel(ImmutableCollectionsMarshal.AsImmutableArray(labels), Marked(isCore), rows, options.Epsilon, clusters);
    }

    private static ImmutableArray<int> Marked(bool[] marks)
    {
        var at = ImmutableArray.CreateBuilder<int>(marks.AsSpan().Count(true));
        for (var i = 0; i < marks.Length; i++)
            if (marks[i]) at.Add(i);
        return at.MoveToImmutable();
    }
}
