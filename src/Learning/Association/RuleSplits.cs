namespace MarketingNotebooks.Learning.Association;

/// <summary>One way to split a set into X and Y.</summary>
/// <param name="Set">Position of X ∪ Y among the itemsets.</param>
/// <param name="Antecedent">X, rising.</param>
/// <param name="Consequent">Y, rising.</param>
/// <param name="Counts">Their counts.</param>
internal readonly record struct RuleSplit(int Set, int[] Antecedent, int[] Consequent, RuleCounts Counts);

/// <summary>Every way to split itemsets, always in the same order.</summary>
internal static class RuleSplits
{
    private const int LongestSet = 25;

    public static IEnumerable<RuleSplit> Of(Itemsets itemsets, int longestConsequent, CancellationToken token)
    {
        for (var set = 0; set < itemsets.Count; set++)
        {
            if ((set & 255) == 0) token.ThrowIfCancellationRequested();
            var length = itemsets[set].Length;
            if (length < 2) continue;
            if (longestConsequent == 1)
            {
                for (var at = 0; at < length; at++) yield return Split(itemsets, set, 1u << at);
                continue;
            }
            for (var mask = 1u; mask < (1u << length) - 1; mask++)
                if (System.Numerics.BitOperations.PopCount(mask) <= longestConsequent) yield return Split(itemsets, set, mask);
        }
    }

    /// <summary>How many splits there are, without making them.</summary>
    public static long Count(Itemsets itemsets, int longestConsequent)
    {
        var count = 0.0;
        for (var length = 2; length <= itemsets.CountsByLength.Length; length++)
        {
            var (ways, each) = (0.0, 1.0);
            for (var size = 1; size <= Math.Min(longestConsequent, length - 1); size++)
            {
                each *= (length - size + 1.0) / size;
                ways += each;
            }
            count += ways * itemsets.CountsByLength[length - 1];
        }
        return (long)Math.Min(Math.Round(count), long.MaxValue / 2);
    }

    /// <summary>Confidence of X ⇒ Y less the highest of Z ⇒ Y over all Z that are parts of X, the empty one included.</summary>
    public static double Improvement(Itemsets itemsets, RuleSplit split)
    {
        var best = (double)split.Counts.Consequent / itemsets.BasketCount;
        var (part, both) = (new List<int>(), new List<int>());
        for (var mask = 1u; mask < (1u << split.Antecedent.Length) - 1; mask++)
        {
            part.Clear();
            for (var at = 0; at < split.Antecedent.Length; at++)
                if ((mask >> at & 1) != 0) part.Add(split.Antecedent[at]);
            both.Clear();
            both.AddRange(part);
            both.AddRange(split.Consequent);
            both.Sort();
            best = Math.Max(best, (double)CountOf(itemsets, [.. both]) / CountOf(itemsets, [.. part]));
        }
        return split.Counts.Confidence - best;
    }

    private static RuleSplit Split(Itemsets itemsets, int set, uint consequent)
    {
        var items = itemsets[set];
        if (items.Length > LongestSet)
            throw new ArgumentException($"AssociationRules.Derive takes sets of up to {LongestSet} items. Got one of {items.Length}: mine with MaxLength set.");
        var y = new int[System.Numerics.BitOperations.PopCount(consequent)];
        var x = new int[items.Length - y.Length];
        for (int at = 0, i = 0, j = 0; at < items.Length; at++)
        {
            if ((consequent >> at & 1) != 0) y[j++] = items[at];
            else x[i++] = items[at];
        }
        return new RuleSplit(set, x, y, new RuleCounts(itemsets.BasketCount, CountOf(itemsets, x), CountOf(itemsets, y), itemsets.CountOf(set)));
    }

    private static int CountOf(Itemsets itemsets, ReadOnlySpan<int> items) => itemsets.IndexOf(items) is var set and >= 0 ? itemsets.CountOf(set)
        : throw new ArgumentException($"AssociationRules.Derive needs every part of each itemset. '{Itemsets.Names(items, itemsets.ItemNames)}' is missing: "
            + "pass what FrequentItemsets.Mine gave, not its Closed() or Maximal() sets.");
}
