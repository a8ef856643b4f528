using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics.Resampling;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Association rules, by falling lift. Immutable.</summary>
/// <param name="Rules">The rules kept.</param>
/// <param name="ItemNames">The name of each item code.</param>
/// <param name="BasketCount">Baskets they were counted in.</param>
/// <param name="Tested">Rules that the itemsets could form: what p-values were corrected for.</param>
/// <param name="Correction">How p-values were corrected; null for not at all.</param>
public sealed record RuleSet(ImmutableArray<AssociationRule> Rules, ImmutableArray<string> ItemNames, int BasketCount, int Tested,
    Adjustment? Correction)
{
    /// <summary>Number of rules.</summary>
    public int Count => Rules.Length;

    /// <summary>Number of rules with 1, 2, … items in X and Y together; 0 at the first.</summary>
    public ImmutableArray<int> CountsByLength
    {
        get
        {
            var counts = new int[Rules.IsEmpty ? 0 : Rules.Max(rule => rule.Antecedent.Length + rule.Consequent.Length)];
            foreach (var rule in Rules) counts[rule.Antecedent.Length + rule.Consequent.Length - 1]++;
            return [.. counts];
        }
    }

    /// <summary>A rule in words, e.g. <c>Eggs ⇒ Onion</c>.</summary>
    public string Describe(AssociationRule rule) => $"{Names(rule.Antecedent)} ⇒ {Names(rule.Consequent)}";

    /// <summary>The names of items, e.g. <c>Eggs, Onion</c>.</summary>
    /// <param name="items">Item codes.</param>
    public string Names(ImmutableArray<int> items) => Itemsets.Names(items.AsSpan(), ItemNames);

    /// <summary>One row a rule: antecedent, consequent, length, count, support, confidence, lift, leverage, conviction, zhang, jaccard, kulczynski,
    /// cosine, chi_squared, p_value, p_adjusted, improvement.</summary>
    public DataFrame Tidy() => DataFrame.FromColumns(
        ("antecedent", TextColumn.From(Rules.Select(rule => Names(rule.Antecedent)))),
        ("consequent", TextColumn.From(Rules.Select(rule => Names(rule.Consequent)))),
        ("length", Whole(rule => rule.Antecedent.Length + rule.Consequent.Length)),
        ("count", Whole(rule => rule.Counts.Both)),
        ("support", Number(rule => rule.Counts.Support)),
        ("confidence", Number(rule => rule.Counts.Confidence)),
        ("lift", Number(rule => rule.Counts.Lift)),
        ("leverage", Number(rule => rule.Counts.Leverage)),
        ("conviction", Number(rule => rule.Counts.Conviction)),
        ("zhang", Number(rule => rule.Counts.Zhang)),
        ("jaccard", Number(rule => rule.Counts.Jaccard)),
        ("kulczynski", Number(rule => rule.Counts.Kulczynski)),
        ("cosine", Number(rule => rule.Counts.Cosine)),
        ("chi_squared", Number(rule => rule.Counts.ChiSquared)),
        ("p_value", Number(rule => rule.Counts.PValue)),
        ("p_adjusted", Number(rule => rule.AdjustedPValue)),
        ("improvement", Number(rule => rule.Improvement)));

    private Column<long> Whole(Func<AssociationRule, long> value) => new(ColumnKind.Integer, [.. Rules.Select(value)]);

    private Column<double> Number(Func<AssociationRule, double> value) => new(ColumnKind.Number, [.. Rules.Select(value)]);
}
