namespace MarketingNotebooks.Data.Frames;

/// <summary>What an aggregate computes.</summary>
internal enum AggregateKind
{
    Rows, Count, CountDistinct, Sum, Mean, Min, Max, Variance, StdDev, Median, Quantile, First, Last, Mode, Any, All, Covariance, Correlation,
}
