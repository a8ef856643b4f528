namespace MarketingNotebooks.Learning.Association;

/// <summary>Baskets as paths that share their beginnings, the most frequent items nearest the root; each node counts the baskets through it.
/// Items are numbered within the tree from the most frequent on. Storage is used again and again.</summary>
internal sealed class FpTree
{
    private const int Root = 0;

    private int[] _item = new int[16], _count = new int[16], _parent = new int[16], _next = new int[16];
    private int _nodes;
    private int[] _heads = [];

    /// <summary>Number of nodes, the root among them.</summary>
    public int Nodes => _nodes;

    /// <summary>Number of items.</summary>
    public int Count { get; private set; }

    /// <summary>The rank of each item; longer than <see cref="Count"/>.</summary>
    public int[] Ranks { get; private set; } = [];

    /// <summary>Baskets that hold each item; longer than <see cref="Count"/>.</summary>
    public int[] Counts { get; private set; } = [];

    public void Clear() => (Count, _nodes) = (0, 1);

    /// <summary>Adds an item rarer than those before it. All items come before the first path.</summary>
    public void AddItem(int rank, int count)
    {
        if (Count == _heads.Length)
        {
            var (ranks, counts) = (Ranks, Counts);
            Array.Resize(ref _heads, Math.Max(16, 2 * Count));
            Array.Resize(ref ranks, _heads.Length);
            Array.Resize(ref counts, _heads.Length);
            (Ranks, Counts) = (ranks, counts);
        }
        (Ranks[Count], Counts[Count], _heads[Count]) = (rank, count, Root);
        Count++;
    }

    /// <summary>Adds baskets.</summary>
    /// <param name="path">The tree's numbers of their items, rising: most frequent first.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="children">The children of this tree's nodes, and of no other's.</param>
    public void AddPath(ReadOnlySpan<int> path, int count, FpChildren children)
    {
        var node = Root;
        foreach (var item in path)
        {
            node = Child(node, item, children);
            _count[node] += count;
        }
    }

    /// <summary>Adds up what stands above an item: for each number, the baskets that hold both.</summary>
    /// <param name="item">Whose paths to walk.</param>
    /// <param name="together">Added to. All 0 where the number is not in <paramref name="touched"/>.</param>
    /// <param name="touched">Told each number when first met.</param>
    public void CountAbove(int item, int[] together, List<int> touched)
    {
        for (var node = _heads[item]; node != Root; node = _next[node])
        {
            for (var above = _parent[node]; above != Root; above = _parent[above])
            {
                if (together[_item[above]] == 0) touched.Add(_item[above]);
                together[_item[above]] += _count[node];
            }
        }
    }

    /// <summary>Adds to <paramref name="smaller"/> the paths above an item, without the items that it does not have.</summary>
    /// <param name="item">Whose paths to walk.</param>
    /// <param name="number">For each number here, the one there + 1; 0 for none.</param>
    /// <param name="smaller">The conditional tree.</param>
    /// <param name="path">Room for the longest path.</param>
    /// <param name="children">The children of the conditional tree's nodes.</param>
    public void CopyAbove(int item, int[] number, FpTree smaller, int[] path, FpChildren children)
    {
        for (var node = _heads[item]; node != Root; node = _next[node])
        {
            var start = path.Length;
            for (var above = _parent[node]; above != Root; above = _parent[above])
                if (number[_item[above]] is var own and > 0) path[--start] = own - 1;
            if (start < path.Length) smaller.AddPath(path.AsSpan(start), _count[node], children);
        }
    }

    private int Child(int node, int item, FpChildren children)
    {
        var child = children.FindOrAdd(node, item);
        if (child < _nodes) return child;
        if (_nodes == _item.Length) GrowNodes();
        (_item[child], _count[child], _parent[child], _next[child]) = (item, 0, node, _heads[item]);
        _heads[item] = _nodes++;
        return child;
    }

    private void GrowNodes()
    {
        var size = 2 * _nodes;
        Array.Resize(ref _item, size);
        Array.Resize(ref _count, size);
        Array.Resize(ref _parent, size);
        Array.Resize(ref _next, size);
    }
}
