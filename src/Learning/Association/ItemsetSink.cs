using System.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Counts the sets that all threads found and stops them at the limit.</summary>
internal sealed class ItemsetBudget(int most, string support)
{
    private long _found;

    /// <summary>The same limit with nothing counted yet.</summary>
    public ItemsetBudget Unspent() => new(most, support);

    /// <summary>Counts sets.</summary>
    public void Spend(int sets)
    {
        if (Interlocked.Add(ref _found, sets) > most) throw TooMany();
    }

    /// <summary>Looks at one set: with it, all 2^length − 1 sets of its items are frequent, so a long one is too many before they are found.
    /// Depth-first searches would else go as deep as the set is long, with a level of columns or a tree each.</summary>
    public void Look(int length)
    {
        if (length > BitOperations.Log2((uint)most + 1)) throw TooMany();
    }

    private InvalidOperationException TooMany() => new($"{support} would give over {most:N0} itemsets; raise it or set MaxLength.");
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
        search.Budget.Look(ranks.Length);
        if (++_unspent == Batch) Settle();
        if (search.CountOnly) return;
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
