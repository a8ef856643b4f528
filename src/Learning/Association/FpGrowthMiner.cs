namespace MarketingNotebooks.Learning.Association;

/// <summary>Depth-first search over FP-trees: the sets that hold an item are the sets of a smaller tree, made of the paths above it.</summary>
internal sealed class FpGrowthMiner : IPrefixMiner
{
    private readonly ItemsetSearch _search;
    private readonly FpTree _all;
    private readonly int[] _together; // all 0 between calls
    private readonly int[] _number;   // all 0 between calls
    private readonly int[] _path;
    private readonly int[] _suffix;
    private readonly List<int> _touched = [];
    private readonly List<FpTree> _levels = [];
    private readonly FpChildren _children = new();

    private FpGrowthMiner(ItemsetSearch search, FpTree all, int longest)
    {
        (_search, _all) = (search, all);
        _together = new int[search.Items.Count];
        _number = new int[search.Items.Count];
        _path = new int[longest];
        _suffix = new int[Math.Min(search.Longest, search.Items.Count)];
        Sink = new ItemsetSink(search);
    }

    public ItemsetSink Sink { get; }

    public static IReadOnlyList<ItemsetSink> Run(ItemsetSearch search)
    {
        var items = search.Items;
        var (all, children) = (new FpTree(), new FpChildren());
        all.Clear();
        for (var rank = items.Count - 1; rank >= 0; rank--) all.AddItem(rank, items.Counts[rank]);
        var longest = 0;
        for (var basket = 0; basket < items.Baskets; basket++) longest = Math.Max(longest, items[basket].Length);
        var path = new int[longest];
        for (var basket = 0; basket < items.Baskets; basket++)
        {
            if ((basket & 4095) == 0) search.Token.ThrowIfCancellationRequested();
            var inside = items[basket];
            for (var at = 0; at < inside.Length; at++) path[at] = items.Count - 1 - inside[^(at + 1)];
            all.AddPath(path.AsSpan(0, inside.Length), 1, children);
        }
        return PrefixSearch.Run(search, () => new FpGrowthMiner(search, all, longest));
    }

    public void Mine(int rank) => Extend(_all, _search.Items.Count - 1 - rank, 0);

    private void Extend(FpTree tree, int item, int depth)
    {
        _suffix[depth] = tree.Ranks[item];
        Sink.Add(_suffix.AsSpan(0, depth + 1), tree.Counts[item]);
        if (depth + 1 == _suffix.Length) return;
        var smaller = Condition(tree, item, depth);
        for (var rarer = smaller.Count - 1; rarer >= 0; rarer--) Extend(smaller, rarer, depth + 1);
    }

    /// <summary>The tree of the baskets that hold <paramref name="item"/>, with the frequent of the items above it.</summary>
    private FpTree Condition(FpTree tree, int item, int depth)
    {
        while (_levels.Count <= depth) _levels.Add(new FpTree());
        var smaller = _levels[depth];
        smaller.Clear();
        tree.CountAbove(item, _together, _touched);
        _touched.Sort();
        foreach (var above in _touched)
        {
            if (_together[above] >= _search.Least)
            {
                smaller.AddItem(tree.Ranks[above], _together[above]);
                _number[above] = smaller.Count;
            }
            _together[above] = 0;
        }
        // Paths are needed for sets of two of these items, where sets may grow so long.
        if (smaller.Count > 1 && depth + 2 < _suffix.Length)
        {
            _children.Clear();
            tree.CopyAbove(item, _number, smaller, _path, _children);
            _search.Ahead?.AddNodes(smaller.Nodes);
        }
        foreach (var above in _touched) _number[above] = 0;
        _touched.Clear();
        return smaller;
    }
}
