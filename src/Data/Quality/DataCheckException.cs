namespace MarketingNotebooks.Data.Quality;

/// <summary>A frame did not hold what was expected of it.</summary>
/// <param name="message">Which expectations failed, with examples.</param>
/// <param name="report">The whole report.</param>
public sealed class DataCheckException(string message, CheckReport report) : Exception(message)
{
    /// <summary>Every expectation with every failing row.</summary>
    public CheckReport Report { get; } = report;
}
