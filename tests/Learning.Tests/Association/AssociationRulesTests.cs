using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Numerics.Resampling;

namespace MarketingNotebooks.Learning.Tests.Association;

public class AssociationRulesTests
{
    private static readonly Itemsets Five = FrequentItemsets.Mine(ShoppingSamples.Five, new() { MinSupport = 0.6 });

    /// <summary>mlxtend's user guide to association_rules, metric="confidence", min_threshold=0.7.</summary>
    [Fact]
    public void The_example_of_mlxtend()
    {
        var rules = AssociationRules.Derive(Five, new() { MinConfidence = 0.7, MaxConsequent = null });
        Assert.Equal(12, rules.Count);
        var rule = rules.Rules.Single(each => rules.Describe(each) == "Eggs ⇒ Onion").Counts;
        Assert.Equal(0.6, rule.Support, 1e-12);
        Assert.Equal(0.75, rule.Confidence, 1e-12);
        Assert.Equal(1.25, rule.Lift, 1e-12);
        Assert.Equal(0.12, rule.Leverage, 1e-12);
        Assert.Equal(1.6, rule.Conviction, 1e-12);
        Assert.Equal(1.0, rule.Zhang, 1e-12);
        Assert.Equal(0.75, rule.Jaccard, 1e-12);
        Assert.Equal(0.875, rule.Kulczynski, 1e-12);
        Assert.Equal(0.6 / Math.Sqrt(0.8 * 0.6), rule.Cosine, 1e-12);
        Assert.Equal(double.PositiveInfinity, rules.Rules.Single(each => rules.Describe(each) == "Onion ⇒ Eggs").Counts.Conviction);
    }

    /// <summary>scipy.stats.chi2_contingency(…, correction=True).</summary>
    [Theory]
    [InlineData(9835, 2513, 1903, 736, 212.79443247653532, 3.374570902595389e-48)]
    [InlineData(100, 30, 40, 20, 11.160714285714285, 0.0008354774920441687)]
    [InlineData(50, 10, 10, 0, 1.7578125, 0.18489759896559638)]
    public void Corrected_chi_squared(int baskets, int x, int y, int both, double statistic, double p)
    {
        var counts = new RuleCounts(baskets, x, y, both);
        Assert.Equal(statistic, counts.ChiSquared, 1e-9 * statistic);
        Assert.Equal(p, counts.PValue, 1e-9 * p);
    }

    [Fact]
    public void Independence_certainty_and_items_in_every_basket()
    {
        var independent = new RuleCounts(100, 40, 50, 20);
        Assert.Equal((1.0, 0.0, 1.0, 0.0, 0.0, 1.0),
            (independent.Lift, independent.Leverage, independent.Conviction, independent.Zhang, independent.ChiSquared, independent.PValue));
        var everywhere = new RuleCounts(100, 40, 100, 40);
        Assert.Equal((1.0, 0.0, 0.0, 1.0), (everywhere.Lift, everywhere.Zhang, everywhere.ChiSquared, everywhere.PValue));
        Assert.Equal(-1, new RuleCounts(100, 40, 50, 0).Zhang, 1e-12);
        Assert.Equal(1, new RuleCounts(100, 50, 40, 40).Zhang, 1e-12);
        Assert.Equal((0.8 - 1.0 / 6) / 0.8, new RuleCounts(100, 40, 42, 32).Zhang, 1e-12); // 32 of 40 with X, 10 of 60 without
        Assert.InRange(new RuleCounts(2_000_000_000, 1_000_000_000, 1_000_000_000, 500_000_000).Lift, 1 - 1e-12, 1 + 1e-12); // no overflow
    }

    [Fact]
    public void Every_rule_and_no_other_by_definition()
    {
        var baskets = ShoppingSamples.Random(200, 8, 0.3, seed: 3);
        var sets = FrequentItemsets.Mine(baskets, new() { MinCount = 20 });
        var rules = AssociationRules.Derive(sets, new() { MinConfidence = 0.4, MaxConsequent = 2 });
        var expected = new List<string>();
        for (var x = 1; x < 256; x++)
        {
            for (var y = 1; y < 256; y++)
            {
                if ((x & y) != 0 || int.PopCount(y) > 2) continue;
                var (left, right) = (Holding(baskets, x), Holding(baskets, y));
                var both = left.Zip(right, (a, b) => a && b).Count(held => held);
                if (both >= 20 && both >= 0.4 * left.Count(held => held)) expected.Add($"{x} {y} {both} {left.Count(held => held)} {right.Count(held => held)}");
            }
        }
        Assert.Equal(expected.Order(), rules.Rules.Select(r => $"{Mask(r.Antecedent)} {Mask(r.Consequent)} {r.Counts.Both} {r.Counts.Antecedent} {r.Counts.Consequent}").Order());
        Assert.Equal(rules.Rules.Select(r => r.Counts.Lift).OrderDescending(), rules.Rules.Select(r => r.Counts.Lift));
    }

    [Fact]
    public void Improvement_is_the_gain_over_the_best_shorter_rule()
    {
        // 'c' follows 'a' in 8 of 10; adding 'b' changes nothing, adding 'd' makes it certain.
        var baskets = BasketSet.From([["a", "b", "c", "d"], ["a", "b", "c", "d"], ["a", "b", "c", "d"], ["a", "b", "c", "d"], ["a", "c"], ["a", "c"], ["a", "c"], ["a", "c"], ["a", "b"], ["a"]]);
        var sets = FrequentItemsets.Mine(baskets, new() { MinCount = 1 });
        var all = AssociationRules.Derive(sets, new() { MinConfidence = 0 });
        double Improvement(string rule) => all.Rules.Single(each => all.Describe(each) == rule).Improvement;
        Assert.Equal(0, Improvement("a ⇒ c"), 1e-12); // everybody has 'a'
        Assert.Equal(0, Improvement("a, b ⇒ c"), 1e-12);
        Assert.Equal(0.2, Improvement("d ⇒ c"), 1e-12);
        Assert.Equal(0, Improvement("b, d ⇒ c"), 1e-12);
        var kept = AssociationRules.Derive(sets, new() { MinConfidence = 0, MinImprovement = 0 });
        Assert.Equal(["c ⇒ d", "d ⇒ c"], kept.Rules.Where(rule => rule.Antecedent.Length == 1).Select(kept.Describe).Where(text => !text.Contains('b')).Order());
        Assert.DoesNotContain("a, b ⇒ c", kept.Rules.Select(kept.Describe));
        Assert.Empty(AssociationRules.Derive(sets, new() { MinConfidence = 0, MinImprovement = 0.9 }).Rules);
    }

    [Fact]
    public void Baskets_without_structure_give_rules_by_chance_that_the_correction_removes()
    {
        var baskets = Independent(items: 40, baskets: 4000);
        var sets = FrequentItemsets.Mine(baskets, new() { MinCount = 40, MaxLength = 3 });
        RuleSet Rules(Adjustment? correction) => AssociationRules.Derive(sets, new() { MinConfidence = 0, Correction = correction, MaxPValue = 0.05 });
        var raw = Rules(null);
        Assert.InRange(raw.Count, raw.Tested / 100, raw.Tested / 8); // about one in twenty, the correction for continuity a little less
        Assert.Empty(Rules(Adjustment.Holm).Rules);
        Assert.InRange(Rules(Adjustment.BenjaminiHochberg).Count, 0, raw.Tested / 1000);
    }

    [Fact]
    public void A_tidy_frame_has_a_row_a_rule()
    {
        var tidy = AssociationRules.Derive(Five, new() { MinConfidence = 0.7 }).Tidy();
        Assert.Equal(["antecedent", "consequent", "length", "count", "support", "confidence", "lift", "leverage", "conviction", "zhang", "jaccard",
            "kulczynski", "cosine", "chi_squared", "p_value", "p_adjusted", "improvement"], tidy.ColumnNames);
        Assert.True(tidy.RowCount > 0);
        Assert.Equal(0, AssociationRules.Derive(FrequentItemsets.Mine(BasketSet.From([[]]))).Tidy().RowCount);
    }

    [Fact]
    public void Rules_are_counted_before_their_p_values_are_held()
    {
        var items = Enumerable.Range(0, 18).Select(i => $"i{i}").ToArray();
        var itemsets = FrequentItemsets.Mine(BasketSet.From([items, items]));
        // 3^18 − 2·2^18 + 1 ways to put each item into X, Y or neither, X and Y not empty.
        Assert.Equal("A correction for 386,896,202 rules would hold as many p-values, over 50,000,000: set MaxConsequent, mine with MaxLength or a higher support, or set Correction to null.",
            Assert.Throws<InvalidOperationException>(() => AssociationRules.Derive(itemsets, new() { MaxConsequent = null })).Message);
        var few = FrequentItemsets.Mine(BasketSet.From([items[..6], items[..6]]));
        foreach (var (most, rules) in new[] { (1, 186), (2, 411), (6, 602) }) // Σ over lengths L of C(6, L) · Σ C(L, 1 … most)
            Assert.Equal(rules, AssociationRules.Derive(few, new() { MaxConsequent = most, MinConfidence = 0 }).Tested);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        var options = new AssociationRulesOptions { MinConfidence = 1.1, MinLift = -1, MaxConsequent = 0, Correction = (Adjustment)7, MaxPValue = 0, MinImprovement = 1, MaxRules = 0 };
        Assert.Equal(
            """
            AssociationRulesOptions.MinConfidence must be in [0, 1]. Got 1.1.
            AssociationRulesOptions.MinLift must be finite and ≥ 0. Got -1.
            AssociationRulesOptions.MaxConsequent must be ≥ 1, or null for no limit. Got 0.
            AssociationRulesOptions.Correction must be a value of Adjustment, or null for none. Got 7.
            AssociationRulesOptions.MaxPValue must be in (0, 1]. Got 0.
            AssociationRulesOptions.MinImprovement must be in [0, 1), or null to keep redundant rules. Got 1.
            AssociationRulesOptions.MaxRules must be in [1, 10,000,000]. Got 0.
            """, Assert.Throws<ArgumentException>(() => AssociationRules.Derive(Five, options)).Message);
        Assert.Equal("AssociationRules.Derive needs every part of each itemset. 'Eggs' is missing: pass what FrequentItemsets.Mine gave, not its Closed() or Maximal() sets.",
            Assert.Throws<ArgumentException>(() => AssociationRules.Derive(Five.Maximal())).Message.Replace("Milk", "Eggs"));
        Assert.Equal("There are over 3 rules; raise MinConfidence or MinLift, or mine with a higher support.",
            Assert.Throws<InvalidOperationException>(() => AssociationRules.Derive(Five, new() { MinConfidence = 0, MaxRules = 3 })).Message);
        Assert.ThrowsAny<OperationCanceledException>(() => AssociationRules.Derive(Five, cancellationToken: new CancellationToken(true)));
    }

    private static BasketSet Independent(int items, int baskets)
    {
        var rng = new Numerics.Rng(11);
        return BasketSet.From(Enumerable.Range(0, baskets).Select(_ => Enumerable.Range(0, items).Where(_ => rng.NextBool(0.25)).Select(item => $"i{item}").ToArray()).ToArray());
    }

    private static int Mask(IEnumerable<int> items) => items.Aggregate(0, (mask, item) => mask | 1 << item);

    private static bool[] Holding(BasketSet baskets, int mask) => baskets.Holding([.. Enumerable.Range(0, 8).Where(item => (mask >> item & 1) != 0)]);
}
