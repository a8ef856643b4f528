using System.Numerics;
using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Association;

/// <summary>Baskets that several tests share, and a search too simple to be wrong.</summary>
internal static class ShoppingSamples
{
    /// <summary>The five baskets of mlxtend's documentation; the fifth holds an onion twice.</summary>
    public static BasketSet Five { get; } = BasketSet.From(
    [
        ["Milk", "Onion", "Nutmeg", "Kidney Beans", "Eggs", "Yogurt"],
        ["Dill", "Onion", "Nutmeg", "Kidney Beans", "Eggs", "Yogurt"],
        ["Milk", "Apple", "Kidney Beans", "Eggs"],
        ["Milk", "Unicorn", "Corn", "Kidney Beans", "Yogurt"],
        ["Corn", "Onion", "Onion", "Kidney Beans", "Ice cream", "Eggs"],
    ]);

    public static ItemsetAlgorithm[] Algorithms { get; } = [ItemsetAlgorithm.Apriori, ItemsetAlgorithm.Eclat, ItemsetAlgorithm.FpGrowth];

    /// <summary>Baskets with popular and rare items and some that follow another, empty ones among them.</summary>
    public static BasketSet Random(int baskets, int items, double density, int seed)
    {
        var rng = new Rng(seed);
        var (rows, codes) = (new List<int>(), new List<int>());
        for (var basket = 0; basket < baskets; basket++)
        {
            for (var item = 0; item < items; item++)
            {
                if (!rng.NextBool(Math.Min(0.95, 2 * density * (items - item) / items))) continue;
                rows.AddRange([basket, basket]);
                codes.AddRange([item, rng.NextBool(0.5) ? (item * 3 + 1) % items : item]);
            }
        }
        return BasketSet.FromCodes(baskets, [.. rows], [.. codes], [.. Enumerable.Range(0, items).Select(item => $"i{item:00}")]);
    }

    /// <summary>Every frequent set and its count, by trying all 2^d subsets.</summary>
    public static SortedDictionary<string, int> BruteForce(BasketSet baskets, int least, int longest = int.MaxValue)
    {
        var masks = Enumerable.Range(0, baskets.Count).Select(basket => baskets[basket].ToArray().Aggregate(0u, (mask, item) => mask | 1u << item)).ToArray();
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var set = 1u; set < 1u << baskets.ItemCount; set++)
        {
            if (BitOperations.PopCount(set) > longest) continue;
            var count = masks.Count(mask => (mask & set) == set);
            if (count >= least) found.Add(string.Join(",", Enumerable.Range(0, baskets.ItemCount).Where(item => (set >> item & 1) != 0)), count);
        }
        return found;
    }

    /// <summary>The same form, of what was mined; fails where a set occurs twice.</summary>
    public static SortedDictionary<string, int> Listed(Itemsets sets)
    {
        var listed = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var set = 0; set < sets.Count; set++) listed.Add(string.Join(",", sets[set].ToArray()), sets.CountOf(set));
        return listed;
    }
}
