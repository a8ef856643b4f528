using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Learning.Tests.Association;

/// <summary>Published numbers on a published data set.</summary>
public class GroceriesTests
{
    [GroceriesFact]
    public void The_file_has_its_published_size()
    {
        var baskets = Groceries.Read();
        Assert.Equal((9835, 169, 43_367), (baskets.Count, baskets.ItemCount, baskets.Occurrences));
        Assert.Equal(2513, baskets.Holding(baskets.CodeOf("whole milk")).Count(held => held));
    }

    [GroceriesFact]
    public void Three_algorithms_find_the_13492_itemsets_at_support_0_001()
    {
        var baskets = Groceries.Read();
        var found = ShoppingSamples.Algorithms.Select(algorithm =>
            FrequentItemsets.Mine(baskets, new() { MinSupport = 0.001, Algorithm = algorithm })).ToArray();
        foreach (var sets in found)
        {
            Assert.Equal(10, sets.MinCount);
            Assert.Equal([157, 2981, 6831, 3137, 376, 10], sets.CountsByLength.ToArray());
            Assert.Equal(13_492, sets.Count);
            for (var set = 0; set < sets.Count; set++)
            {
                Assert.True(sets[set].SequenceEqual(found[0][set]));
                Assert.Equal(found[0].CountOf(set), sets.CountOf(set));
            }
        }
    }

    /// <summary>arules: apriori(Groceries, parameter = list(supp = 0.001, conf = 0.5)) and conf = 0.8.</summary>
    [GroceriesFact]
    public void Rules_are_as_many_as_arules_finds()
    {
        var sets = FrequentItemsets.Mine(Groceries.Read(), new() { MinSupport = 0.001 });
        var half = AssociationRules.Derive(sets, new() { MinConfidence = 0.5 });
        Assert.Equal(5668, half.Count);
        Assert.Equal([0, 11, 1461, 3211, 939, 46], half.CountsByLength.ToArray());
        Assert.Equal(2 * 2981 + 3 * 6831 + 4 * 3137 + 5 * 376 + 6 * 10, half.Tested); // each item of each set of two or more, once
        Assert.Equal(410, AssociationRules.Derive(sets, new() { MinConfidence = 0.8 }).Count);
    }

    /// <summary>The rules that arules' vignette shows first when sorted by lift.</summary>
    [GroceriesFact]
    public void The_strongest_rule_is_the_published_one()
    {
        var rules = AssociationRules.Derive(FrequentItemsets.Mine(Groceries.Read(), new() { MinSupport = 0.001 }));
        Assert.Equal("Instant food products, soda ⇒ hamburger meat", rules.Describe(rules.Rules[0]));
        var counts = rules.Rules[0].Counts;
        Assert.Equal(0.001220132, counts.Support, 1e-9);
        Assert.Equal(0.6315789, counts.Confidence, 1e-7);
        Assert.Equal(18.99565, counts.Lift, 1e-5);
    }

    [GroceriesFact]
    public void A_redundant_rule_has_a_shorter_one_at_least_as_confident()
    {
        var sets = FrequentItemsets.Mine(Groceries.Read(), new() { MinSupport = 0.005 });
        var all = AssociationRules.Derive(sets, new() { MinConfidence = 0.2 });
        var kept = AssociationRules.Derive(sets, new() { MinConfidence = 0.2, MinImprovement = 0 });
        Assert.InRange(kept.Count, 1, all.Count - 1);
        var redundant = all.Rules.Where(rule => all.Rules.Any(other => other.Consequent.SequenceEqual(rule.Consequent)
            && other.Antecedent.Length < rule.Antecedent.Length && other.Antecedent.All(rule.Antecedent.Contains)
            && other.Counts.Confidence >= rule.Counts.Confidence)
            || (double)rule.Counts.Consequent / rule.Counts.Baskets >= rule.Counts.Confidence).Select(all.Describe).ToHashSet();
        Assert.Equal(all.Rules.Select(all.Describe).Where(rule => !redundant.Contains(rule)), kept.Rules.Select(kept.Describe));
    }
}
