namespace MarketingNotebooks.Learning.Association;

public sealed partial class Itemsets
{
    /// <summary>The closed sets: those that no larger set matches in count. From them the count of every frequent set follows.</summary>
    /// <remarks>Among the sets mined: where MaxLength cut the search, the longest sets count as closed. Source: Pasquier and others (1999), ICDT.
    /// Cost: O(sum of lengths²).</remarks>
    public Itemsets Closed() => WithoutThoseBelow((smaller, larger) => _counts[smaller] == _counts[larger]);

    /// <summary>The maximal sets: those that no larger frequent set contains. The shortest list of what is frequent, without the counts.</summary>
    /// <remarks>Among the sets mined: where MaxLength cut the search, the longest sets count as maximal. Source: Bayardo (1998), SIGMOD.
    /// Cost: O(sum of lengths²).</remarks>
    public Itemsets Maximal() => WithoutThoseBelow((_, _) => true);

    /// <summary>Drops each set that has a set of one item more for which <paramref name="covered"/> holds. One item is enough: counts never
    /// rise with items, so an equal count further up is equal all the way.</summary>
    private Itemsets WithoutThoseBelow(Func<int, int, bool> covered)
    {
        var dropped = new bool[Count];
        for (var set = Count - 1; set >= 0 && this[set].Length > 1; set--)
        {
            var items = this[set];
            var smaller = items[1..].ToArray();
            for (var left = 0; left < items.Length; left++)
            {
                if (left > 0) smaller[left - 1] = items[left - 1];
                if (IndexOf(smaller) is var below and >= 0 && covered(below, set)) dropped[below] = true;
            }
        }
        return Pick([.. Enumerable.Range(0, Count).Where(set => !dropped[set])]);
    }
}
