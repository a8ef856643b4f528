using System.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Counts the sets that all threads found and stops them at the limit.</summary>
internal sealed class ItemsetBudget(int most, string support)
{
    private long _found;

    /// <summary>The same limit with nothing counted yet.</summary>
    public ItemsetBudget Unspent() => new(most, support);

    /// <summary>Counts sets, and gives how many were found so far.</summary>
    public long Spend(int sets)
    {
        var found = Interlocked.Add(ref _found, sets);
        return found > most ? throw TooMany() : found;
    }

    /// <summary>Looks at one set: with it, all 2^length − 1 sets of its items are frequent, so a long one is too many before they are found.
    /// Depth-first searches would else go as deep as the set is long, with a level of columns or a tree each.</summary>
    public void Look(int length)
    {
        if (length > BitOperations.Log2((uint)most + 1)) throw TooMany();
    }

    private InvalidOperationException TooMany() => new($"{support} would give over {most:N0} itemsets; raise it or set MaxLength.");
}
