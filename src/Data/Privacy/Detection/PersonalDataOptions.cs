using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Privacy.Detection;

/// <summary>Settings of an audit for personal data.</summary>
public sealed record PersonalDataOptions
{
    /// <summary>Share of a column's filled rows that must look alike for its content alone to count. Range: above 0, at most 1. Default: 0.5.</summary>
    public double MinShare { get; init; } = 0.5;

    /// <summary>The same for a column whose name says what it is. Range: 0 to <see cref="MinShare"/>. Default: 0.1.</summary>
    public double MinShareWithName { get; init; } = 0.1;

    /// <summary>Most columns in a combination searched for quasi-identifiers. Range: 0 (no search) to 4. Default: 3.</summary>
    public int QuasiColumns { get; init; } = 3;

    /// <summary>Share of rows that a combination must single out to be reported. Range: above 0, at most 1. Default: 0.2.</summary>
    public double MinUnique { get; init; } = 0.2;

    internal void Check() => new OptionChecks(nameof(PersonalDataOptions))
        .Require(MinShare is > 0 and <= 1, nameof(MinShare), "in (0, 1]", MinShare)
        .Require(MinShareWithName >= 0 && MinShareWithName <= MinShare, nameof(MinShareWithName), $"in [0, {MinShare}]", MinShareWithName)
        .Require(QuasiColumns is >= 0 and <= 4, nameof(QuasiColumns), "in [0, 4]", QuasiColumns)
        .Require(MinUnique is > 0 and <= 1, nameof(MinUnique), "in (0, 1]", MinUnique)
        .ThrowIfAny();
}
