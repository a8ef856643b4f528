using System.Diagnostics.CodeAnalysis;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Factors a symmetric positive definite matrix A (a covariance, a Gram matrix plus ridge) as L·Lᵀ.</summary>
/// <remarks>Recursive by halves, so that nearly all work is matrix products. Cost: n³/3 operations, one n × n copy. Only the lower
/// triangle is read. Half the cost of <see cref="Lu"/>, and it proves positive definiteness on the way. Not for least squares on
/// ill-conditioned columns: the Gram
/// matrix squares the condition number, see <see cref="LeastSquares"/>. Source: Golub and Van Loan (2013), Matrix Computations,
/// §4.2.</remarks>
public static class Cholesky
{
    private const int Base = 24;

    /// <summary>The factor of <paramref name="a"/>.</summary>
    /// <param name="a">Shape (n, n), finite, symmetric positive definite. Not changed.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <exception cref="ArgumentException">Not square, not finite or not positive definite.</exception>
    public static CholeskyFactor Factor(Matrix a, int? threads = null)
    {
        var (factor, pivot, value) = Run(a, threads);
        return factor ?? throw new ArgumentException(
            $"Cholesky.Factor needs a positive definite matrix: what is left of diagonal {pivot} ('{a.ColumnName(pivot)}') must be > 0. "
            + $"Got {value:G6}. Drop columns that depend on others, add a ridge to the diagonal, or use SymmetricEigen.");
    }

    /// <summary>False when <paramref name="a"/> is not positive definite (to working precision).</summary>
    /// <inheritdoc cref="Factor"/>
    /// <param name="a">Shape (n, n), finite, symmetric. Not changed.</param>
    /// <param name="factor">The factor, or null.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors.</param>
    /// <exception cref="ArgumentException">Not square or not finite.</exception>
    public static bool TryFactor(Matrix a, [NotNullWhen(true)] out CholeskyFactor? factor, int? threads = null)
    {
        factor = Run(a, threads).Factor;
        return factor is not null;
    }

    private static (CholeskyFactor? Factor, int Pivot, double Value) Run(Matrix a, int? threads)
    {
        InputChecks.Square(a, "Cholesky.Factor");
        Parallelism.Resolve(threads);
        var n = a.Rows;
        var l = a.Span.ToArray();
        var norm = ConditionEstimate.Norm(l, n);
        var (pivot, value) = Split(l, n, n, 0, threads);
        if (pivot >= 0) return (null, pivot, value);
        for (var i = 0; i < n; i++) Array.Clear(l, i * n + i + 1, n - i - 1);
        return (new CholeskyFactor(Matrix.Wrap(n, n, l), norm, threads), -1, 0);
    }

    /// <summary>A₁₁ = L₁₁L₁₁ᵀ, L₂₁ = A₂₁L₁₁⁻ᵀ, A₂₂ − L₂₁L₂₁ᵀ = L₂₂L₂₂ᵀ.</summary>
    /// <returns>The first diagonal that is not positive, and what it is; −1 when there is none.</returns>
    private static (int Pivot, double Value) Split(Span<double> a, int stride, int n, int offset, int? threads)
    {
        if (n <= Base) return Small(a, stride, n, offset);
        var h = n / 2;
        var first = Split(a, stride, h, offset, threads);
        if (first.Pivot >= 0) return first;
        var below = a[(h * stride)..];
        Triangular.RightLowerTransposed(a, stride, h, below, stride, n - h, threads);
        Downdate(below, below[h..], stride, n - h, h, threads);
        return Split(below[h..], stride, n - h, offset + h, threads);
    }

    /// <summary>The lower triangle of C ← C − P·Pᵀ, by row blocks that stop just beyond the diagonal.</summary>
    private static void Downdate(ReadOnlySpan<double> p, Span<double> c, int stride, int n, int k, int? threads)
    {
        const int block = 120;
        for (var top = 0; top < n; top += block)
        {
            var rows = Math.Min(block, n - top);
            Gemm.Subtract(rows, top + rows, k, p[(top * stride)..], stride, false, p, stride, true, c[(top * stride)..], stride, threads);
        }
    }

    private static (int Pivot, double Value) Small(Span<double> a, int stride, int n, int offset)
    {
        for (var j = 0; j < n; j++)
        {
            var row = a.Slice(j * stride, j + 1);
            for (var k = 0; k < j; k++)
                row[k] = (row[k] - Vectors.Dot(row[..k], a.Slice(k * stride, k))) / a[k * stride + k];
            var rest = row[j] - Vectors.Dot(row[..j], row[..j]);
            if (!(rest > 0)) return (offset + j, rest);
            row[j] = Math.Sqrt(rest);
        }
        return (-1, 0);
    }
}
