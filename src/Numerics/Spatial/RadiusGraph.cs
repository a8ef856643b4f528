namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>The graph that joins rows within a radius of each other: its degrees and its connected components, without ever storing its edges.
/// Immutable and thread-safe.</summary>
/// <remarks>Neighbourhoods are counted and components grown box by box on a k-d tree: a box narrower than the radius is one component
/// without a look at its pairs, two boxes that lie within the radius are joined at once, and boxes already connected are never compared
/// again. Memory: O(n·d), however many neighbours rows have. Time: near O(n·d·log n) up to about ten columns; towards O(n²·d) for many.
/// Sources: Bentley (1975), Commun. ACM 18(9); the dual walk over two trees after Gray and Moore (2001), NIPS 13.</remarks>
public sealed class RadiusGraph
{
    private readonly BoxTree _tree;
    private readonly Radius _radius;

    /// <summary>Builds the tree.</summary>
    /// <param name="rows">Shape (n, d), finite, d ≥ 1; n may be 0.</param>
    /// <param name="radius">Euclidean, the edge included, in row units. Range: ≥ 0.</param>
    /// <exception cref="ArgumentException">No columns, a value that is not finite, or a radius below 0 or NaN.</exception>
    public RadiusGraph(Matrix rows, double radius)
    {
        KdTree.CheckRadius(radius, "RadiusGraph");
        (Tree, Radius) = (new KdTree(rows), radius);
        (_tree, _radius) = (Tree.Boxes, new Radius(radius));
    }

    /// <summary>The tree over all rows.</summary>
    public KdTree Tree { get; }

    /// <summary>The radius, in row units.</summary>
    public double Radius { get; }

    /// <summary>How many rows, itself included, lie within the radius of each row.</summary>
    /// <param name="most">Counting stops here: what is asked may be only whether there are as many. Range: ≥ 1. Default: no limit.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="progress">Told the share of the rows done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at every few hundred rows.</param>
    /// <returns>Shape (n): min(degree + 1, <paramref name="most"/>).</returns>
    /// <exception cref="ArgumentException">A limit or threads below 1.</exception>
    public int[] Counts(int most = int.MaxValue, int? threads = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (most < 1) throw new ArgumentException($"RadiusGraph.Counts needs most ≥ 1. Got {most}.");
        var counts = new int[_tree.Count];
        var done = 0;
        Parallelism.For(_tree.Count, Parallelism.Chunk(_tree.Count, 400), (start, end) =>
        {
            for (var at = start; at < end; at++)
            {
                var point = _tree.PointAt(at);
                counts[_tree.RowAt(at)] = Count(0, _tree.Near(0, point), point, most);
            }
            progress?.Report((double)Interlocked.Add(ref done, end - start) / _tree.Count);
        }, threads, cancellationToken);
        return counts;
    }

    /// <summary>The connected components of the rows that are marked, joined where two of them lie within the radius.</summary>
    /// <param name="among">Shape (n): the rows that take part.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="cancellationToken">Looked at between boxes.</param>
    /// <returns>Shape (n): components from 0 in the order of their first row; −1 for rows that take no part.</returns>
    /// <exception cref="ArgumentException">Marks that do not match the rows, or threads below 1.</exception>
    public int[] Components(ReadOnlySpan<bool> among, int? threads = null, CancellationToken cancellationToken = default)
    {
        if (among.Length != _tree.Count)
            throw new ArgumentException($"RadiusGraph.Components needs {_tree.Count} marks, one a row. Got {among.Length}.");
        var growth = new ComponentGrowth(_tree, _radius, among, cancellationToken);
        growth.Run(threads);
        var labels = new int[_tree.Count];
        for (var at = 0; at < labels.Length; at++) labels[_tree.RowAt(at)] = among[_tree.RowAt(at)] ? growth.Root(at) : -1;
        var names = new int[_tree.Count]; // one more than the name that a root has been given; 0: none yet
        var named = 0;
        foreach (ref var label in labels.AsSpan())
        {
            if (label < 0) continue;
            if (names[label] == 0) names[label] = ++named;
            label = names[label] - 1;
        }
        return labels;
    }

    /// <summary>Gives rows that have no label the lowest label within the radius.</summary>
    /// <param name="labels">Shape (n): ≥ 0, or −1 for none.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="cancellationToken">Looked at every few hundred rows.</param>
    /// <returns>Shape (n): a new array; −1 for rows that have no label within reach either.</returns>
    /// <exception cref="ArgumentException">Labels that do not match the rows, or threads below 1.</exception>
    public int[] Spread(int[] labels, int? threads = null, CancellationToken cancellationToken = default)
    {
        if (labels.Length != _tree.Count)
            throw new ArgumentException($"RadiusGraph.Spread needs {_tree.Count} labels, one a row. Got {labels.Length}.");
        int[] spread = [.. labels];
        Parallelism.For(_tree.Count, Parallelism.Chunk(_tree.Count, 400), (start, end) =>
        {
            for (var at = start; at < end; at++)
                if (labels[_tree.RowAt(at)] < 0) spread[_tree.RowAt(at)] = Lowest(0, _tree.PointAt(at), labels, int.MaxValue) is < int.MaxValue and var low ? low : -1;
        }, threads, cancellationToken);
        return spread;
    }

    private int Lowest(int id, ReadOnlySpan<double> point, int[] labels, int lowest)
    {
        if (_radius.Misses(_tree.Near(id, point))) return lowest;
        var node = _tree[id];
        if (!node.IsLeaf) return Lowest(node.Right, point, labels, Lowest(id + 1, point, labels, lowest));
        for (var at = node.Start; at < node.End; at++)
        {
            var label = labels[_tree.RowAt(at)];
            if (label >= 0 && label < lowest && _radius.Holds(_tree.Square(point, at))) lowest = label;
        }
        return lowest;
    }

    private int Count(int id, double near, ReadOnlySpan<double> point, int most)
    {
        if (_radius.Misses(near)) return 0;
        var node = _tree[id];
        if (_radius.Covers(_tree.Far(id, point))) return Math.Min(node.End - node.Start, most);
        var count = 0;
        if (node.IsLeaf)
        {
            for (var at = node.Start; at < node.End && count < most; at++)
                if (_radius.Holds(_tree.Square(point, at))) count++;
            return count;
        }
        var (left, right) = (_tree.Near(id + 1, point), _tree.Near(node.Right, point));
        var leftFirst = left <= right; // the nearer side is likelier to reach the limit
        count = leftFirst ? Count(id + 1, left, point, most) : Count(node.Right, right, point, most);
        if (count == most) return count;
        return count + (leftFirst ? Count(node.Right, right, point, most - count) : Count(id + 1, left, point, most - count));
    }
}
