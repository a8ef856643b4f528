namespace MarketingNotebooks.Workbench;

/// <summary>Something the caller can mend: one sentence with the remedy.</summary>
/// <param name="message">The sentence.</param>
public sealed class UsageException(string message) : Exception(message);
