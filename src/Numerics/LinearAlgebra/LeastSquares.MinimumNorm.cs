using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

public static partial class LeastSquares
{
    /// <summary>The shortest of all b that minimise ‖y − X·b‖₂, by singular values: for more columns than rows, or columns that depend on
    /// each other, where leaving one out would be arbitrary.</summary>
    /// <param name="x">Shape (n, d), finite, n ≥ 1, d ≥ 1. Not changed.</param>
    /// <param name="y">Of length n, finite.</param>
    /// <param name="tolerance">Singular values below this share of the largest count as zero. Range: [0, 1); null for max(n,
    /// d)·2⁻⁵².</param>
    /// <exception cref="ArgumentException">No rows or columns, a length that differs, or a value that is not finite.</exception>
    public static double[] MinimumNorm(Matrix x, ReadOnlySpan<double> y, double? tolerance = null)
    {
        Check(x, y, new LeastSquaresOptions { RankTolerance = tolerance });
        var svd = Svd.Decompose(x);
        var rank = svd.Rank(tolerance);
        var b = new double[x.Columns];
        var right = svd.V;
        var left = svd.U.Transpose();
        for (var k = 0; k < rank; k++)
        {
            var weight = Vectors.Dot(left.Row(k), y) / svd.Values[k];
            for (var j = 0; j < b.Length; j++) b[j] += weight * right[j, k];
        }
        return b;
    }
}
