namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>A shortest tree that connects all rows, in which an edge is never shorter than the floors of its ends.</summary>
/// <remarks>With no floors the Euclidean minimum spanning tree; with each row's distance to its k-th nearest as its floor the tree of mutual
/// reachability. Borůvka's rounds on a k-d tree: every component looks for its nearest row outside, and boxes that lie in it, or farther
/// than what it has found, are passed over. Cost: near O(n·log² n) for up to about ten columns; towards O(n²·d·log n) for many. Memory:
/// O(n·d). Sources: Borůvka (1926); March, Ram and Gray (2010), KDD.</remarks>
public static class SpanningTree
{
    /// <summary>The n − 1 edges, in no particular order that depends on the rows alone.</summary>
    /// <param name="tree">Over the rows.</param>
    /// <param name="floors">Shape (n), finite, ≥ 0; empty for none.</param>
    /// <param name="progress">Told the share of the edges found, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at every few hundred rows.</param>
    /// <exception cref="ArgumentException">Floors that do not match the rows, or that are negative or not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SpanningEdge[] Edges(KdTree tree, ReadOnlySpan<double> floors = default, IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (!floors.IsEmpty && floors.Length != tree.Count)
            throw new ArgumentException($"SpanningTree.Edges needs {tree.Count} floors, one a row, or none. Got {floors.Length}.");
        foreach (var floor in floors)
            if (!(floor >= 0 && double.IsFinite(floor))) throw new ArgumentException($"SpanningTree.Edges needs floors that are finite and ≥ 0. Got {floor}.");
        return tree.Count < 2 ? [] : new BoruvkaRounds(tree.Boxes, floors, cancellationToken).Run(progress);
    }
}
