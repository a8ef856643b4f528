namespace MarketingNotebooks.Data.Sources;

/// <summary>A source could not be reached, refused a statement, or broke off. The message holds no secret.</summary>
/// <param name="message">What went wrong and the remedy.</param>
/// <param name="code">The server's own code, e.g. SQLSTATE; null when there is none.</param>
public sealed class SourceException(string message, string? code = null) : Exception(message)
{
    /// <summary>The server's own code: SQLSTATE of PostgreSQL, the number of ClickHouse; null when there is none.</summary>
    public string? Code { get; } = code;
}
