namespace MarketingNotebooks.Data.Expressions;

/// <summary>Places of rows in a window's order: <c>Window.Rank().Over(partition: "channel", order: Desc("revenue"))</c>.</summary>
public static class Window
{
    /// <summary>1, 2, 3, … in order, an integer.</summary>
    public static WindowFunction RowNumber() => new(WindowKind.RowNumber, null);

    /// <summary>One more than the number of rows that come before; equal rows share a rank and leave a gap: 1, 2, 2, 4.</summary>
    public static WindowFunction Rank() => new(WindowKind.Rank, null);

    /// <summary>As <see cref="Rank"/> without gaps: 1, 2, 2, 3.</summary>
    public static WindowFunction DenseRank() => new(WindowKind.DenseRank, null);

    /// <summary>(rank − 1) / (rows − 1), a number from 0 to 1; 0 in a partition of one row.</summary>
    public static WindowFunction PercentRank() => new(WindowKind.PercentRank, null);

    /// <summary>Share of rows that come no later, equal ones included (SQL's CUME_DIST), a number above 0 and up to 1.</summary>
    public static WindowFunction CumulativeShare() => new(WindowKind.CumulativeShare, null);

    /// <summary>Cuts each partition in order into buckets as equal in size as can be, numbered from 1; the first ones take what is left over
    /// (SQL's NTILE). <c>Buckets(10)</c> gives deciles.</summary>
    /// <param name="count">How many. Range: ≥ 1.</param>
    public static WindowFunction Buckets(int count) => count >= 1 ? new(WindowKind.Buckets, null, count)
        : throw new ArgumentOutOfRangeException(nameof(count), $"Buckets takes at least 1. Got {count}.");
}
