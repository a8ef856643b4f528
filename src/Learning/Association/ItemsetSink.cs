namespace MarketingNotebooks.Learning.Association;

/// <summary>The sets one thread found, each as what differs from the one before: mostly its last item, so 12 bytes a set however long it is.</summary>
internal sealed class ItemsetSink(ItemsetSearch search)
{
    private const int Batch = 256;

    /// <summary>Keeping more than this would take over some 100 MB that an error to come would throw away.</summary>
    private const int ManySets = 10_000_000;

    private const int FirstPart = 1 << 10, LargestPart = 1 << 16;

    // A part is a row of sets: length and how many items are shared with the set before, the ranks of the others, the count.
    private readonly List<(int[] Values, int Used)> _full = [];
    private int[] _part = new int[FirstPart];
    private int[] _last = [];
    private int _lastLength;
    private int _used;
    private int _unspent;

    /// <summary>Number of sets kept.</summary>
    public int Count { get; private set; }

    /// <summary>Items of all sets kept. Sets that hold all their parts have log₂(sets) / 2 items on average at most: 13 for 100 million.</summary>
    public int Items { get; private set; }

    /// <summary>Adds a set.</summary>
    /// <param name="ranks">Ranks of its items, in any order.</param>
    /// <param name="count">Baskets that hold it.</param>
    public void Add(ReadOnlySpan<int> ranks, int count)
    {
        search.Budget.Look(ranks.Length);
        if (++_unspent == Batch) Settle();
        if (search.Ahead is null) return;
        var shared = ranks.CommonPrefixLength(_last.AsSpan(0, _lastLength));
        if (_used + 2 + ranks.Length - shared > _part.Length) StartPart();
        if (ranks.Length > _last.Length) Array.Resize(ref _last, 2 * ranks.Length);
        _part[_used++] = (shared << 16) | ranks.Length;
        for (; shared < ranks.Length; shared++) _part[_used++] = _last[shared] = ranks[shared];
        _part[_used++] = count;
        _lastLength = ranks.Length;
        (Count, Items) = (Count + 1, checked(Items + ranks.Length));
    }

    /// <summary>Counts what was added since the last time against the limit, and looks at the token.</summary>
    public void Settle()
    {
        search.Token.ThrowIfCancellationRequested();
        if (search.Budget.Spend(_unspent) > ManySets) search.Ahead?.Check();
        _unspent = 0;
    }

    /// <summary>Writes all sets one after another.</summary>
    /// <param name="items">Room for <see cref="Items"/> codes, rising within a set.</param>
    /// <param name="lengths">Room for the length of each set.</param>
    /// <param name="counts">Room for the count of each set.</param>
    public void CopyTo(Span<int> items, Span<int> lengths, Span<int> counts)
    {
        var (set, codes) = (0, new int[_last.Length]);
        foreach (var (values, used) in _full.Append((_part, _used)))
        {
            for (var at = 0; at < used; set++)
            {
                var (length, shared) = (values[at] & 0xFFFF, values[at++] >> 16);
                for (; shared < length; shared++) codes[shared] = search.Items.Codes[values[at++]];
                codes.AsSpan(0, length).CopyTo(items);
                items[..length].Sort();
                items = items[length..];
                (lengths[set], counts[set]) = (length, values[at++]);
            }
        }
    }

    private void StartPart()
    {
        _full.Add((_part, _used));
        _part = new int[Math.Min(LargestPart, 2 * _part.Length)];
        _used = 0;
    }
}
