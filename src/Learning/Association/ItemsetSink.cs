namespace MarketingNotebooks.Learning.Association;

/// <summary>Counts the sets that all threads found and stops them at the limit.</summary>
internal sealed class ItemsetBudget(int most, string support)
{
    private long _found;

    public void Spend(int sets)
    {
        if (Interlocked.Add(ref _found, sets) > most)
            throw new InvalidOperationException($"{support} would give over {most:N0} itemsets; raise it or set MaxLength.");
    }
}

/// <summary>The sets one thread found: items one after another, with the end of each set.</summary>
internal sealed class ItemsetSink(ItemsetSearch search)
{
    private const int Batch = 256;
    private int _unspent;

    public List<int> Items { get; } = [];

    public List<int> Ends { get; } = [];

    public List<int> Counts { get; } = [];

    /// <summary>Adds a set.</summary>
    /// <param name="ranks">Ranks of its items, in any order.</param>
    /// <param name="count">Baskets that hold it.</param>
    public void Add(ReadOnlySpan<int> ranks, int count)
    {
        if (++_unspent == Batch) Settle();
        foreach (var rank in ranks) Items.Add(search.Items.Codes[rank]);
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Items)[^ranks.Length..].Sort();
        Ends.Add(Items.Count);
        Counts.Add(count);
    }

    /// <summary>Counts what was added since the last time against the limit, and looks at the token.</summary>
    public void Settle()
    {
        search.Token.ThrowIfCancellationRequested();
        search.Budget.Spend(_unspent);
        _unspent = 0;
    }
}
