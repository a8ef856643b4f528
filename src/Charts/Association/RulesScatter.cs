using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Charts.Association;

/// <summary>Charts of association rules.</summary>
public static partial class AssociationCharts
{
    /// <summary>A point a rule: support against confidence, coloured by lift. Good rules lie up and to the right; strong ones are bright.</summary>
    /// <remarks>Bayardo and Agrawal (1999, KDD) show that the best rule by most measures lies on the upper right edge of these points.</remarks>
    /// <param name="rules">At least one rule.</param>
    /// <param name="title">What the chart shows. Default: names the rule of the highest lift.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">There are no rules.</exception>
    public static Figure RulesScatter(RuleSet rules, string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        Require(rules, "RulesScatter");
        var frame = rules.Tidy().With("rule", rules.Rules.Select(rules.Describe)).Select("rule", "count", "support", "confidence", "lift");
        return Chart.Scatter(frame, x: "support", y: "confidence", color: "lift", hover: ["rule", "count"], xUnit: "share of baskets", yUnit: "share",
            title: title ?? $"{rules.Describe(rules.Rules[0])} stands out: {rules.Rules[0].Counts.Lift:0.0} times as often together as by chance", alt: alt);
    }

    private static void Require(RuleSet rules, string chart)
    {
        if (rules.Count == 0)
            throw new ArgumentException($"AssociationCharts.{chart} needs at least one rule. Got 0: lower MinConfidence, or mine with a lower support.");
    }
}
