namespace MarketingNotebooks.Numerics.Resampling;

/// <summary>How <see cref="Bootstrap"/> turns resampled statistics into an interval.</summary>
public enum BootstrapInterval
{
    /// <summary>Bias-corrected and accelerated (Efron 1987): right to second order; the default.</summary>
    Bca,

    /// <summary>The quantiles of the resampled statistics: simple, too narrow for skewed statistics of few rows.</summary>
    Percentile,
}

/// <summary>Settings of <see cref="Bootstrap"/> and <see cref="PermutationTest"/>.</summary>
public sealed record ResamplingOptions
{
    /// <summary>Number of resamples. Range: ≥ 1. Default: 9,999.</summary>
    public int Resamples { get; init; } = 9_999;

    /// <summary>Share of intervals that contain the truth. Range: (0, 1). Default: 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Kind of interval. Default: <see cref="BootstrapInterval.Bca"/>.</summary>
    public BootstrapInterval Interval { get; init; } = BootstrapInterval.Bca;

    /// <summary>Seed of all draws: the same result at any number of threads. Default: 42.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>Most threads. Range: ≥ 1. Default: null, all processors. The statistic is called from all of them.</summary>
    public int? Threads { get; init; }

    internal void Check() => new OptionChecks(nameof(ResamplingOptions))
        .AtLeast(nameof(Resamples), Resamples, 1)
        .Require(Confidence is > 0 and < 1, nameof(Confidence), "in (0, 1)", Confidence)
        .Require(Enum.IsDefined(Interval), nameof(Interval), "a value of BootstrapInterval", Interval)
        .Threads(Threads)
        .ThrowIfAny();
}
