namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>Squared distances from 16 rows to 4 points, as one chain of fused multiply-adds a pair: all kernels give the same
/// bits.</summary>
internal unsafe interface IDistanceKernel
{
    /// <summary>Fills the 4 × 16 <paramref name="squares"/>: point after point, 16 rows each.</summary>
    /// <param name="features">Number of features d.</param>
    /// <param name="rows">d groups of 16 values, as <see cref="RowBlocks"/> lays them out.</param>
    /// <param name="points">d groups of 4 values, as <see cref="PointQuads"/> lays them out.</param>
    /// <param name="squares">64 values, overwritten.</param>
    static abstract void Run(int features, double* rows, double* points, double* squares);
}
