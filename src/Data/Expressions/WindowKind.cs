namespace MarketingNotebooks.Data.Expressions;

/// <summary>What a window function computes.</summary>
internal enum WindowKind
{
    // Places in the order.
    RowNumber, Rank, DenseRank, PercentRank, CumulativeShare, Buckets,

    // Values of other rows.
    Lag, Lead, FirstValue, LastValue, LastKnown,

    // Summaries of a frame of rows.
    Sum, Mean, Min, Max, Count, StdDev,
}
