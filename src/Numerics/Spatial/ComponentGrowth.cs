namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>Connects marked points of a tree that lie within a radius, from the leaves up.</summary>
/// <remarks>When a node's turn comes, its two halves are complete in themselves, and only pairs across them are left. Nodes of the same
/// depth share no points, so they may take their turns at the same time.</remarks>
internal sealed class ComponentGrowth
{
    /// <summary>Nodes at this depth are given to threads whole.</summary>
    private const int TaskDepth = 6;

    private readonly BoxTree _tree;
    private readonly Radius _radius;
    private readonly CancellationToken _token;
    private readonly DisjointSets _sets; // of marked positions
    private readonly int[] _first; // of each node, the first marked position; −1: none
    private readonly bool[] _whole; // of each node, whether its marked points are known to be one component

    public ComponentGrowth(BoxTree tree, Radius radius, ReadOnlySpan<bool> among, CancellationToken token)
    {
        (_tree, _radius, _token) = (tree, radius, token);
        _sets = new DisjointSets(tree.Count);
        for (var at = 0; at < tree.Count; at++)
            if (!among[tree.RowAt(at)]) _sets.Exclude(at);
        _first = new int[tree.Nodes];
        _whole = new bool[tree.Nodes];
        for (var id = tree.Nodes - 1; id >= 0; id--)
        {
            var node = tree[id];
            if (!node.IsLeaf) _first[id] = _first[id + 1] >= 0 ? _first[id + 1] : _first[node.Right];
            else _first[id] = First(node);
            _whole[id] = _first[id] < 0 || radius.Covers(tree.Far(id, id));
        }
    }

    private int First(BoxTree.Node leaf)
    {
        for (var at = leaf.Start; at < leaf.End; at++)
            if (_sets.Holds(at)) return at;
        return -1;
    }

    /// <summary>The position that stands for a position's component.</summary>
    public int Root(int position) => _sets.Root(position);

    /// <summary>An array as long as there are positions, all 0: the memory of the components, which are gone with it.</summary>
    public int[] Reuse() => _sets.Reuse();

    /// <summary>Connects all that can be connected.</summary>
    public void Run(int? threads)
    {
        if (_tree.Nodes == 0) return;
        List<int> level = [0];
        var above = new Stack<List<int>>();
        for (var depth = 0; depth < TaskDepth; depth++)
        {
            above.Push([.. level.Where(id => !_tree[id].IsLeaf)]);
            level = [.. level.SelectMany(id => _tree[id].IsLeaf ? [id] : new[] { id + 1, _tree[id].Right })];
        }
        Each(level, Complete, threads);
        foreach (var nodes in above) Each(nodes, CompleteFromHalves, threads);
    }

    private void Each(List<int> nodes, Action<int> work, int? threads) => Parallelism.For(nodes.Count, 1, (start, _) => work(nodes[start]), threads, _token);

    /// <summary>Connects the points of a node.</summary>
    private void Complete(int id)
    {
        if (_first[id] < 0) return;
        _token.ThrowIfCancellationRequested();
        var node = _tree[id];
        if (_whole[id])
        {
            Attach(node, _first[id]);
        }
        else if (node.IsLeaf)
        {
            for (var at = _first[id]; at < node.End; at++) Across(at, at + 1, node.End);
            _whole[id] = IsOne(node, _first[id]);
        }
        else
        {
            Complete(id + 1);
            Complete(node.Right);
            CompleteFromHalves(id);
        }
    }

    private void CompleteFromHalves(int id)
    {
        var (left, right) = (id + 1, _tree[id].Right);
        Connect(left, right);
        _whole[id] = _whole[left] && _whole[right] && (_first[left] < 0 || _first[right] < 0 || Root(_first[left]) == Root(_first[right]));
    }

    /// <summary>Connects two complete nodes with each other.</summary>
    private void Connect(int a, int b)
    {
        if (_first[a] < 0 || _first[b] < 0 || AreOne(a, b) || _radius.Misses(_tree.Near(a, b))) return;
        _token.ThrowIfCancellationRequested();
        var (nodeA, nodeB) = (_tree[a], _tree[b]);
        if (_radius.Covers(_tree.Far(a, b)))
        {
            Attach(nodeA, _first[b]);
            Attach(nodeB, _first[a]);
            _whole[a] = _whole[b] = true;
        }
        else if (nodeA.IsLeaf && nodeB.IsLeaf)
        {
            for (var at = _first[a]; at < nodeA.End && !AreOne(a, b); at++) Across(at, _first[b], nodeB.End);
        }
        else if (nodeB.IsLeaf || !nodeA.IsLeaf && nodeA.End - nodeA.Start > nodeB.End - nodeB.Start)
        {
            ConnectHalves(a, b);
        }
        else
        {
            ConnectHalves(b, a);
        }
    }

    /// <summary>Connects a node with both halves of another, the nearer one first: that may make the other needless.</summary>
    private void ConnectHalves(int inner, int other)
    {
        var (left, right) = (inner + 1, _tree[inner].Right);
        var leftFirst = _tree.Near(left, other) <= _tree.Near(right, other);
        Connect(leftFirst ? left : right, other);
        if (!AreOne(inner, other)) Connect(leftFirst ? right : left, other);
    }

    private bool AreOne(int a, int b) => _whole[a] && _whole[b] && Root(_first[a]) == Root(_first[b]);

    /// <summary>Joins one position with all marked ones of [start, end) that are within the radius.</summary>
    private void Across(int position, int start, int end)
    {
        if (!_sets.Holds(position)) return;
        var point = _tree.PointAt(position);
        var root = Root(position);
        for (var at = start; at < end; at++)
        {
            if (!_sets.Holds(at) || Root(at) == root || !_radius.Holds(_tree.Square(point, at))) continue;
            root = _sets.Join(root, Root(at));
        }
    }

    private void Attach(BoxTree.Node node, int to)
    {
        var root = Root(to);
        for (var at = node.Start; at < node.End; at++)
            if (_sets.Holds(at)) root = _sets.Join(root, Root(at));
    }

    private bool IsOne(BoxTree.Node node, int first)
    {
        for (var at = first; at < node.End; at++)
            if (_sets.Holds(at) && Root(at) != Root(first)) return false;
        return true;
    }
}
