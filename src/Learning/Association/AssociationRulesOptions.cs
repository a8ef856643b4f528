using MarketingNotebooks.Numerics.Resampling;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Options of <see cref="AssociationRules"/>.</summary>
public sealed record AssociationRulesOptions
{
    /// <summary>Smallest share of the baskets with X that hold Y. Range: [0, 1]. Default: 0.5.</summary>
    public double MinConfidence { get; init; } = 0.5;

    /// <summary>Smallest lift; above 1 leaves out rules of items that avoid each other. Range: ≥ 0. Default: 0.</summary>
    public double MinLift { get; init; }

    /// <summary>Most items in Y. Range: ≥ 1, or null for no limit. Default: 1.</summary>
    public int? MaxConsequent { get; init; } = 1;

    /// <summary>How p-values are corrected. The rules tested are all that the itemsets can form, whatever their confidence or lift.
    /// Default: BenjaminiHochberg; null for none: of 10,000 rules without any association, 500 then have p below 0.05.</summary>
    public Adjustment? Correction { get; init; } = Adjustment.BenjaminiHochberg;

    /// <summary>Largest p-value after correction. Range: (0, 1]. Default: 1, no rule is left out.</summary>
    public double MaxPValue { get; init; } = 1;

    /// <summary>Rules must gain more than this in confidence over every rule with fewer items in X and the same Y. 0 leaves out the rules that
    /// R's arules calls redundant; null keeps all. Range: [0, 1), or null. Default: null.</summary>
    public double? MinImprovement { get; init; }

    /// <summary>The search ends with an error above this number of rules. Range: [1, 10,000,000]. Default: 1,000,000.</summary>
    public int MaxRules { get; init; } = 1_000_000;
}
