using System.Collections.Immutable;

namespace MarketingNotebooks.Learning.Association;

/// <summary>A rule X ⇒ Y: baskets with X hold Y with a certain confidence. It is no claim that X causes Y.</summary>
/// <param name="Antecedent">Item codes of X, rising; at least one.</param>
/// <param name="Consequent">Item codes of Y, rising; at least one, none of X.</param>
/// <param name="Counts">The counts, and with them every measure.</param>
/// <param name="AdjustedPValue">p-value of the corrected χ² test after correction for the number of rules tested. Range: [0, 1].</param>
/// <param name="Improvement">Least gain of confidence over the rules Z ⇒ Y with Z a part of X, the empty one included (Bayardo, Agrawal and
/// Gunopulos 2000, Data Mining and Knowledge Discovery 4). At 0 or below a shorter rule does as well. Range: [−1, 1].</param>
public sealed record AssociationRule(ImmutableArray<int> Antecedent, ImmutableArray<int> Consequent, RuleCounts Counts, double AdjustedPValue,
    double Improvement);
