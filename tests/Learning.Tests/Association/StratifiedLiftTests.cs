using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Association;

public class StratifiedLiftTests
{
    /// <summary>Admissions to Berkeley by sex and department (Bickel and others 1975), as baskets; the common odds ratio and p are those that R's
    /// mantelhaen.test(UCBAdmissions) prints.</summary>
    [Fact]
    public void Berkeley_admissions()
    {
        int[][] departments = [[512, 89, 313, 19], [353, 17, 207, 8], [120, 202, 205, 391], [138, 131, 279, 244], [53, 94, 138, 299], [22, 24, 351, 317]];
        var (baskets, strata) = (new List<string[]>(), new List<int>());
        for (var department = 0; department < departments.Length; department++)
        {
            string[][] cells = [["admitted", "male"], ["admitted"], ["male"], []];
            for (var cell = 0; cell < 4; cell++)
            {
                for (var person = 0; person < departments[department][cell]; person++)
                {
                    baskets.Add(cells[cell]);
                    strata.Add(department);
                }
            }
        }
        var set = BasketSet.From(baskets);
        var lift = StratifiedLift.Measure(set, strata.ToArray(), [set.CodeOf("male")], [set.CodeOf("admitted")]);
        Assert.Equal(0.904696828258623, lift.OddsRatio, 1e-9);
        Assert.Equal(0.23226346281704718, lift.PValue, 1e-9);
        Assert.True(lift.Crude > 1.1);           // men were admitted more often,
        Assert.InRange(lift.Adjusted, 0.97, 1);  // but not within departments
        Assert.Equal((1198, 4526), (lift.Observed, set.Count));
    }

    [Fact]
    public void A_mixture_of_kinds_is_explained_and_a_true_association_is_not()
    {
        var rng = new Rng(5);
        var (baskets, strata) = (new List<string[]>(), new List<int>());
        for (var basket = 0; basket < 20_000; basket++)
        {
            var kind = rng.Next(2);
            var items = new List<string>();
            if (rng.NextBool(kind == 0 ? 0.3 : 0.05)) items.Add("a");
            if (rng.NextBool(kind == 0 ? 0.3 : 0.05)) items.Add("b");
            if (rng.NextBool(0.1)) items.Add("c");
            if (rng.NextBool(items.Contains("c") ? 0.4 : 0.1)) items.Add("d");
            baskets.Add([.. items]);
            strata.Add(kind);
        }
        var set = BasketSet.From(baskets);
        var mixed = StratifiedLift.Measure(set, strata.ToArray(), [0], [1]);
        Assert.True(mixed.Crude > 1.4);
        Assert.InRange(mixed.Adjusted, 0.95, 1.05);
        Assert.InRange(mixed.PValue, 0.01, 1);
        var real = StratifiedLift.Measure(set, strata.ToArray(), [2], [3]);
        Assert.InRange(real.Adjusted, 2.8, 3.4); // 0.4 / (0.1 · 0.4 + 0.9 · 0.1) = 3.08
        Assert.True(real.PValue < 1e-50);
    }

    [Fact]
    public void Baskets_of_unknown_kind_are_left_out_and_bad_strata_named()
    {
        var set = BasketSet.From([["a", "b"], ["a"], ["b"], []]);
        Assert.Equal(0, StratifiedLift.Measure(set, [-1, 0, 0, 0], [0], [1]).Observed);
        Assert.Equal(1, StratifiedLift.Measure(set, [0, 0, 0, 0], [0], [1]).Adjusted, 1e-12);
        Assert.Equal("StratifiedLift.Measure needs a stratum for each of 4 baskets. Got 1.",
            Assert.Throws<ArgumentException>(() => StratifiedLift.Measure(set, [0], [0], [1])).Message);
        Assert.Equal("Strata must be ≥ 0, or −1 for unknown. Basket 1 has -2.",
            Assert.Throws<ArgumentException>(() => StratifiedLift.Measure(set, [0, -2, 0, 0], [0], [1])).Message);
    }

    [Fact]
    public void Strata_may_be_numbered_like_customers()
    {
        var set = BasketSet.From([["a", "b"], ["a"], ["b"], []]);
        Assert.Equal(StratifiedLift.Measure(set, [0, 0, 1, 1], [0], [1]), StratifiedLift.Measure(set, [7, 7, int.MaxValue, int.MaxValue], [0], [1]));
    }
}
