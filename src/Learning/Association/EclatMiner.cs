namespace MarketingNotebooks.Learning.Association;

/// <summary>Depth-first search over bit columns: a column has a bit for each basket that holds the first item of the prefix, and no other, so
/// a rare prefix has short columns however many baskets there are.</summary>
/// <remarks>Zaki and Gouda (2003) keep diffsets, what a longer set loses, where lists of baskets grow long. A bit column is as long for a set as
/// for its diffset, and at 64 baskets a word it is shorter than a list unless fewer than one basket in 32 is missing: there are no lists here.</remarks>
internal sealed class EclatMiner : IPrefixMiner
{
    private readonly ItemsetSearch _search;
    private readonly int[] _together; // baskets with the prefix that hold each rank; all 0 between calls
    private readonly int[] _column;   // column of each rank + 1; all 0 between calls
    private readonly List<int> _touched = [];
    private readonly List<BitColumns> _levels = [];
    private readonly int[] _prefix;

    private EclatMiner(ItemsetSearch search)
    {
        _search = search;
        _together = new int[search.Items.Count];
        _column = new int[search.Items.Count];
        _prefix = new int[Math.Min(search.Longest, search.Items.Count)];
        Sink = new ItemsetSink(search);
    }

    public ItemsetSink Sink { get; }

    public static IReadOnlyList<ItemsetSink> Run(ItemsetSearch search) => PrefixSearch.Run(search, () => new EclatMiner(search));

    public void Mine(int rank)
    {
        _prefix[0] = rank;
        Sink.Add(_prefix.AsSpan(0, 1), _search.Items.Counts[rank]);
        if (_search.Longest == 1) return;
        var columns = Project(rank);
        if (columns.Count > 0) Extend(columns, 1);
    }

    /// <summary>The columns of the items that are frequent together with <paramref name="rank"/>, rarest first.</summary>
    private BitColumns Project(int rank)
    {
        var items = _search.Items;
        var holders = items.Holders(rank);
        foreach (var basket in holders)
        {
            foreach (var other in items.After(basket, rank))
                if (_together[other]++ == 0) _touched.Add(other);
        }
        var frequent = _touched.FindAll(other => _together[other] >= _search.Least);
        frequent.Sort((a, b) => _together[a] != _together[b] ? _together[a].CompareTo(_together[b]) : a.CompareTo(b));
        var columns = Level(1);
        columns.Clear(holders.Length);
        foreach (var other in frequent)
        {
            columns.AddEmpty(other, _together[other]);
            _column[other] = columns.Count;
        }
        foreach (var other in _touched) _together[other] = 0;
        _touched.Clear();
        for (var at = 0; at < holders.Length && columns.Count > 0; at++)
        {
            foreach (var other in items.After(holders[at], rank))
                if (_column[other] is var column and > 0) columns.Set(column - 1, at);
        }
        foreach (var other in frequent) _column[other] = 0;
        return columns;
    }

    private void Extend(BitColumns columns, int depth)
    {
        var deeper = depth + 1 < _prefix.Length;
        for (var a = 0; a < columns.Count; a++)
        {
            _prefix[depth] = columns.Items[a];
            Sink.Add(_prefix.AsSpan(0, depth + 1), columns.Counts[a]);
            if (!deeper || a + 1 == columns.Count) continue;
            var next = Level(depth + 1);
            next.Clear(columns.Baskets);
            for (var b = a + 1; b < columns.Count; b++) next.AddBoth(columns, a, b, _search.Least);
            if (next.Count > 0) Extend(next, depth + 1);
        }
    }

    private BitColumns Level(int depth)
    {
        while (_levels.Count <= depth) _levels.Add(new BitColumns());
        return _levels[depth];
    }
}
