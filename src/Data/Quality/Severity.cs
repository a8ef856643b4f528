namespace MarketingNotebooks.Data.Quality;

/// <summary>What a failed expectation means.</summary>
public enum Severity
{
    /// <summary>Worth knowing; <see cref="CheckReport.ThrowIfFailed"/> passes over it.</summary>
    Warning,

    /// <summary>The frame must not be used as it is.</summary>
    Error,
}
