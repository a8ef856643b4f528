namespace MarketingNotebooks.Marketing;

/// <summary>Which column plays which part in a list of purchases.</summary>
/// <param name="Customer">Name of the customer's column.</param>
/// <param name="Date">Name of the date's column.</param>
/// <param name="Amount">Name of the amount's column; null for none.</param>
/// <param name="Guessed">True when the caller did not name them all.</param>
internal sealed record Roles(string Customer, string Date, string? Amount, bool Guessed);
