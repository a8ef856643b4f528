using System.Collections.Immutable;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>How <see cref="SegmentProfile"/> speaks. Vary one with <c>options with { MostSaid = 2 }</c>.</summary>
public sealed record SegmentProfileOptions
{
    /// <summary>What a row is, in the plural. Default: customers.</summary>
    public string Noun { get; init; } = "customers";

    /// <summary>Units by feature: <c>€</c>, <c>$</c>, <c>£</c> and <c>¥</c> stand before a value, <c>%</c> and words such as <c>days</c>
    /// after it. Default: none, but days for <c>recency</c>.</summary>
    public ImmutableDictionary<string, string> Units { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Phrases by feature, with <c>{value}</c> and <c>{average}</c> (with their units) and <c>{ratio}</c> of the two, such as
    /// <c>stays {value} a visit (mean {average})</c>. Default: none, but for <see cref="Rfm"/>'s <c>recency</c>, <c>frequency</c>, <c>monetary</c>
    /// and <c>average</c> where no value is negative.</summary>
    public ImmutableDictionary<string, string> Phrases { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Most differences said of a segment. Range: ≥ 1. Default: 3.</summary>
    public int MostSaid { get; init; } = 3;

    /// <summary>Least difference said, in standard deviations of all customers; 0.2 is a small effect (Cohen 1988). Range: ≥ 0. Default: 0.2.
    /// </summary>
    public double LeastDifference { get; init; } = 0.2;

    /// <summary>Largest p-value of a difference said in a sentence, corrected for all comparisons. Range: (0, 1]; 1 says all. Default: 0.05.
    /// </summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>A segment of fewer customers is said to be too small to be sure of. Range: ≥ 1. Default: 30.</summary>
    public int FewCustomers { get; init; } = 30;
}
