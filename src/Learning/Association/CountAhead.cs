namespace MarketingNotebooks.Learning.Association;

/// <summary>Counts all sets against the limit, at most once, where a search shows that it may be too large: depth first over bit columns and
/// keeping nothing, so that too many sets are told before those kept, levels of candidates or trees take minutes and gigabytes.</summary>
internal sealed class CountAhead
{
    /// <summary>Nodes of trees that take about as long to make as some hundred thousand sets to count.</summary>
    private const long ManyNodes = 1_000_000;

    private readonly Lazy<int> _counted;
    private long _nodes;

    /// <param name="search">What will be counted; its own budget is not spent.</param>
    public CountAhead(ItemsetSearch search)
    {
        var counting = search with { Budget = search.Budget.Unspent(), Progress = null, Ahead = null };
        _counted = new Lazy<int>(() => EclatMiner.Run(counting).Count);
    }

    /// <summary>Counts, the first time. Threads that come meanwhile wait and fail alike.</summary>
    /// <exception cref="InvalidOperationException">There are more sets than the limit.</exception>
    public void Check() => _ = _counted.Value;

    /// <summary>Checks once many nodes of trees were made: trees that share little cost more than all the counting.</summary>
    public void AddNodes(int nodes)
    {
        if (Interlocked.Add(ref _nodes, nodes) > ManyNodes) Check();
    }
}
