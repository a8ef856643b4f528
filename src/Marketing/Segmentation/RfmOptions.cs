namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>What one purchase is, when purchases are counted.</summary>
public enum PurchaseUnit
{
    /// <summary>Each row of the list.</summary>
    Transaction,

    /// <summary>Each day with at least one row: for lists of order lines, and for models of purchase times, which see only days.</summary>
    Day,
}

/// <summary>Settings of <see cref="Rfm"/>.</summary>
public sealed record RfmOptions
{
    /// <summary>What frequency counts. Default: transactions, the rows of the list.</summary>
    public PurchaseUnit Frequency { get; init; } = PurchaseUnit.Transaction;
}
