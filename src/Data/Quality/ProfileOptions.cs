using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Settings of <see cref="FrameProfiler.Profile"/>.</summary>
public sealed record ProfileOptions
{
    /// <summary>A column to be predicted later: every other column is tried as its predictor, and one that does almost perfectly is reported as a leak. Default: none.</summary>
    public string? Target { get; init; }

    /// <summary>Rows up to which distinct numbers are counted exactly; above, those that do not fit into a table of 65,536 are estimated (HyperLogLog, standard error
    /// 0.8 %). Text, booleans and integers of a narrow range are always exact. Range: ≥ 0. Default: 1,000,000.</summary>
    public int ExactRows { get; init; } = 1_000_000;

    /// <summary>Rows that associations and predictions are computed from, drawn at random when there are more. Range: ≥ 10. Default: 50,000.</summary>
    public int SampleRows { get; init; } = 50_000;

    /// <summary>Most frequent values kept a column. Range: ≥ 1. Default: 10.</summary>
    public int TopValues { get; init; } = 10;

    /// <summary>Bars of a histogram. Range: ≥ 1. Default: 30.</summary>
    public int Bins { get; init; } = 30;

    /// <summary>Seed of the sample. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    internal void Check() => new OptionChecks(nameof(ProfileOptions)).AtLeast(nameof(ExactRows), ExactRows, 0).AtLeast(nameof(SampleRows), SampleRows, 10)
        .AtLeast(nameof(TopValues), TopValues, 1).AtLeast(nameof(Bins), Bins, 1).ThrowIfAny();
}
