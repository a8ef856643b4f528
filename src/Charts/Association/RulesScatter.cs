using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Charts.Association;

/// <summary>Charts of association rules.</summary>
public static partial class AssociationCharts
{
    /// <summary>A point a rule: support against confidence, coloured by lift. Good rules lie up and to the right; the stronger, the more
    /// they stand out from the page.</summary>
    /// <remarks>Bayardo and Agrawal (1999, KDD) show that the best rule by most measures lies on the upper right edge of these points.</remarks>
    /// <param name="rules">At least one rule.</param>
    /// <param name="most">Most points; of more rules some are drawn, evenly by lift, with all on the upper right edge, and a footnote says so.
    /// Range: ≥ 1. Default: 5,000.</param>
    /// <param name="title">What the chart shows. Default: names the rule of the highest lift.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">There are no rules, or <paramref name="most"/> is below 1.</exception>
    public static Figure RulesScatter(RuleSet rules, int most = 5_000, string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Require(rules, "RulesScatter");
        if (most < 1) throw new ArgumentException($"AssociationCharts.RulesScatter needs most ≥ 1. Got {most}.");
        var drawn = rules.Count <= most ? rules : rules with { Rules = [.. Thinned(rules, most)] };
        var rising = drawn with { Rules = [.. drawn.Rules.Reverse()] }; // the strongest are drawn last, so that none covers them
        var frame = rising.Tidy().With("rule", rising.Rules.Select(rules.Describe)).Select("rule", "count", "support", "confidence", "lift");
        return new XyChart("AssociationCharts.RulesScatter", XyMarks.Points, frame, "support", "confidence",
            new Titles(title ?? $"{rules.Describe(rules.Rules[0])} stands out: {rules.Rules[0].Counts.Lift:0.0} times as often together as by chance", alt, XUnit: "share of baskets", YUnit: "share"))
        {
            Color = "lift", Hover = ["rule", "count"],
            Note = drawn.Count == rules.Count ? null : $"{drawn.Count:N0} of {rules.Count:N0} rules are drawn, evenly by lift, and all on the upper right edge.",
        }.Draw();
    }

    /// <summary>Rules evenly by their place, and those that none beats in both support and confidence; in their order.</summary>
    private static IEnumerable<AssociationRule> Thinned(RuleSet rules, int most)
    {
        var kept = Enumerable.Range(0, most).Select(i => (int)((long)i * rules.Count / most)).ToHashSet();
        var highest = double.NegativeInfinity;
        foreach (var at in Enumerable.Range(0, rules.Count).OrderByDescending(at => rules.Rules[at].Counts.Support).ThenByDescending(at => rules.Rules[at].Counts.Confidence))
        {
            if (rules.Rules[at].Counts.Confidence <= highest) continue;
            highest = rules.Rules[at].Counts.Confidence;
            kept.Add(at);
        }
        return kept.Order().Select(at => rules.Rules[at]);
    }

    private static void Require(RuleSet rules, string chart)
    {
        if (rules.Count == 0)
            throw new ArgumentException($"AssociationCharts.{chart} needs at least one rule. Got 0: lower MinConfidence, or mine with a lower support.");
    }
}
