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
        Each(most, (row, count) => counts[row] = count, threads, progress, cancellationToken);
        return counts;
    }

    /// <summary>Whether as many rows, itself included, lie within the radius of each row: <see cref="Counts"/> in a quarter of
    /// the memory.</summary>
    /// <param name="least">Range: ≥ 1.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <param name="progress">Told the share of the rows done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at every few hundred rows.</param>
    /// <returns>Shape (n).</returns>
    /// <exception cref="ArgumentException">A number of rows or threads below 1.</exception>
    public bool[] HaveAtLeast(int least, int? threads = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (least < 1) throw new ArgumentException($"RadiusGraph.HaveAtLeast needs least ≥ 1. Got {least}.");
        var have = new bool[_tree.Count];
        Each(least, (row, count) => have[row] = count == least, threads, progress, cancellationToken);
        return have;
    }

    private void Each(int most, Action<int, int> take, int? threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var done = 0;
        Parallelism.For(_tree.Count, Parallelism.Chunk(_tree.Count, 400), (start, end) =>
        {
            for (var at = start; at < end; at++)
            {
                var point = _tree.PointAt(at);
                take(_tree.RowAt(at), Count(0, _tree.Near(0, point), point, most));
            }
            progress?.Report((double)Interlocked.Add(ref done, end - start) / _tree.Count);
        }, threads, cancellationToken);
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
        var (names, named) = (growth.Reuse(), 0); // one more than the name that a root has been given; 0: none yet
        foreach (ref var label in labels.AsSpan())
        {
            if (label < 0) continue;
            if (names[label] == 0) names[label] = ++named;
            label = names[label] - 1;
        }
        return labels;
    }

    /// <summary>Gives rows that have no label the lowest label within the radius.</summary>
    /// <param name="labels">Shape (n): ≥ 0, or −1 for none. Completed in place; −1 stays where no row within reach has a label either.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <param name="cancellationToken">Looked at every few hundred rows.</param>
    /// <exception cref="ArgumentException">Labels that do not match the rows, or threads below 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the labels are of no use then.</exception>
    public void Spread(int[] labels, int? threads = null, CancellationToken cancellationToken = default)
    {
        if (labels.Length != _tree.Count)
            throw new ArgumentException($"RadiusGraph.Spread needs {_tree.Count} labels, one a row. Got {labels.Length}.");
        Parallelism.For(_tree.Count, Parallelism.Chunk(_tree.Count, 400), (start, end) =>
        {
            for (var at = start; at < end; at++)
            {
                ref var label = ref labels[_tree.RowAt(at)];
                // Kept below −1 until all are done, so that what was given is not given on.
                if (label < 0 && Lowest(0, _tree.PointAt(at), labels, int.MaxValue) is < int.MaxValue and var low) label = -2 - low;
            }
        }, threads, cancellationToken);
        foreach (ref var label in labels.AsSpan())
            if (label < -1) label = -2 - label;
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
