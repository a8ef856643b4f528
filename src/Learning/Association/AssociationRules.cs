using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.Resampling;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Makes rules X ⇒ Y of frequent itemsets.</summary>
/// <remarks>
/// <para>Every set of two or more items is split into X and Y in every way. Cost: O(sum of 2^length) with rules of any Y, O(sum of lengths) with
/// one item in Y, plus O(2^length) a rule kept for its improvement.</para>
/// <para>A rule describes the baskets; whether Y would be bought more often were X promoted needs an experiment. Where several kinds of customer
/// shop, look at <see cref="StratifiedLift"/> first.</para>
/// <para>Sources: Agrawal, Imielinski and Swami (1993), SIGMOD; Webb (2007), Machine Learning 68, on why rules need a correction for how many
/// were tried. Itemsets were chosen by support before, which the correction does not see.</para>
/// </remarks>
public static class AssociationRules
{
    private const int MostRules = 10_000_000;

    /// <summary>A correction holds all p-values at once.</summary>
    private const long MostTested = 50_000_000;

    /// <summary>Derives the rules.</summary>
    /// <param name="itemsets">All frequent sets, as <see cref="FrequentItemsets.Mine"/> gives them: closed or maximal ones lack the counts of
    /// their parts.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1].</param>
    /// <param name="cancellationToken">Looked at many times a second.</param>
    /// <returns>Rules by falling lift, then falling count, then item codes.</returns>
    /// <exception cref="ArgumentException">An option is outside its range, or the itemsets lack a part of one of them.</exception>
    /// <exception cref="InvalidOperationException">There are more rules than <see cref="AssociationRulesOptions.MaxRules"/>, or over 50 million
    /// to correct for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static RuleSet Derive(Itemsets itemsets, AssociationRulesOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(itemsets);
        options ??= new AssociationRulesOptions();
        Check(options);
        cancellationToken.ThrowIfCancellationRequested();
        var longest = options.MaxConsequent ?? int.MaxValue;
        var corrected = options.Correction is { } correction ? Corrected(itemsets, longest, correction, cancellationToken) : null;
        var (rules, tested) = (new List<AssociationRule>(), 0);
        foreach (var split in RuleSplits.Of(itemsets, longest, cancellationToken))
        {
            var counts = split.Counts;
            var p = corrected is null ? counts.PValue : corrected[tested];
            if ((tested++ & 4095) == 0) progress?.Report(0.01 + 0.98 * split.Set / itemsets.Count);
            if (counts.Confidence < options.MinConfidence || counts.Lift < options.MinLift || p > options.MaxPValue) continue;
            var improvement = RuleSplits.Improvement(itemsets, split);
            if (options.MinImprovement is { } least && !(improvement > least)) continue;
            if (rules.Count == options.MaxRules)
                throw new InvalidOperationException($"There are over {options.MaxRules:N0} rules; raise MinConfidence or MinLift, or mine with a higher support.");
            rules.Add(new AssociationRule([.. split.Antecedent], [.. split.Consequent], counts, p, improvement));
        }
        rules.Sort(Compare);
        progress?.Report(1);
        return new RuleSet([.. rules], itemsets.ItemNames, itemsets.BasketCount, tested, options.Correction);
    }

    private static double[] Corrected(Itemsets itemsets, int longest, Adjustment correction, CancellationToken token)
    {
        var tested = RuleSplits.Count(itemsets, longest);
        if (tested > MostTested)
            throw new InvalidOperationException($"A correction for {tested:N0} rules would hold as many p-values, over {MostTested:N0}: set MaxConsequent, mine with MaxLength or a higher support, or set Correction to null.");
        var p = RuleSplits.Of(itemsets, longest, token).Select(split => split.Counts.PValue).ToArray();
        return MultipleTesting.Adjust(p, correction);
    }

    private static int Compare(AssociationRule a, AssociationRule b)
    {
        var order = b.Counts.Lift.CompareTo(a.Counts.Lift);
        if (order == 0) order = b.Counts.Both.CompareTo(a.Counts.Both);
        if (order == 0) order = a.Antecedent.AsSpan().SequenceCompareTo(b.Antecedent.AsSpan());
        return order != 0 ? order : a.Consequent.AsSpan().SequenceCompareTo(b.Consequent.AsSpan());
    }

    private static void Check(AssociationRulesOptions options) => new OptionChecks(nameof(AssociationRulesOptions))
        .Require(options.MinConfidence is >= 0 and <= 1, nameof(options.MinConfidence), "in [0, 1]", options.MinConfidence)
        .NotNegative(nameof(options.MinLift), options.MinLift)
        .Require(options.MaxConsequent is null or >= 1, nameof(options.MaxConsequent), "≥ 1, or null for no limit", options.MaxConsequent)
        .Require(options.Correction is not { } given || Enum.IsDefined(given), nameof(options.Correction), "a value of Adjustment, or null for none", options.Correction)
        .Require(options.MaxPValue is > 0 and <= 1, nameof(options.MaxPValue), "in (0, 1]", options.MaxPValue)
        .Require(options.MinImprovement is null or (>= 0 and < 1), nameof(options.MinImprovement), "in [0, 1), or null to keep redundant rules", options.MinImprovement)
        .Require(options.MaxRules is >= 1 and <= MostRules, nameof(options.MaxRules), $"in [1, {MostRules:N0}]", options.MaxRules)
        .ThrowIfAny();
}
