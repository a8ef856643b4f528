using System.Collections.Immutable;
using MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

namespace MarketingNotebooks.Numerics.LinearAlgebra;

/// <summary>Factors a square matrix as P·A = L·U with partial pivoting, for systems of equations, inverses and determinants.</summary>
/// <remarks>Recursive over columns (Toledo 1997, SIAM J. Matrix Anal. 18(4)), so that nearly all work is matrix products. Cost: 2n³/3
/// operations, one n × n copy. A singular matrix is factored too, and <see cref="LuFactor.IsSingular"/> says so; only solving
/// throws.</remarks>
public static class Lu
{
    private const int Base = 8;

    /// <summary>The factor of <paramref name="a"/>.</summary>
    /// <param name="a">Shape (n, n), finite. Not changed.</param>
    /// <param name="threads">Most threads. Range: ≥ 1; null for all processors. The result is the same at any number.</param>
    /// <exception cref="ArgumentException">Not square or not finite.</exception>
    public static LuFactor Factor(Matrix a, int? threads = null)
    {
        InputChecks.Square(a, "Lu.Factor");
        Parallelism.Resolve(threads);
        var n = a.Rows;
        var lu = a.Span.ToArray();
        var swaps = new int[n];
        Split(lu, n, n, n, swaps, 0, threads);
        var order = Enumerable.Range(0, n).ToArray();
        var sign = 1;
        for (var i = 0; i < n; i++)
        {
            if (swaps[i] == i) continue;
            (order[i], order[swaps[i]]) = (order[swaps[i]], order[i]);
            sign = -sign;
        }
        return new LuFactor(lu, n, ImmutableArray.Create(order), sign, ConditionEstimate.Norm(a.Span, n), threads);
    }

    /// <summary>Factors the m × n panel at <paramref name="a"/>, n ≤ m; row swaps are done on the panel alone and noted, counted from
    /// the top of the whole matrix.</summary>
    private static void Split(Span<double> a, int stride, int m, int n, Span<int> swaps, int offset, int? threads)
    {
        if (n <= Base)
        {
            Small(a, stride, m, n, swaps, offset);
            return;
        }
        var h = n / 2;
        Split(a, stride, m, h, swaps[..h], offset, threads);
        var right = a[h..];
        Swap(right, stride, n - h, swaps[..h], offset);
        Triangular.LeftLower(a, stride, h, right, stride, n - h, unit: true, threads);
        var below = right[(h * stride)..];
        Gemm.Subtract(m - h, n - h, h, a[(h * stride)..], stride, false, right, stride, false, below, stride, threads);
        Split(below, stride, m - h, n - h, swaps.Slice(h, n - h), offset + h, threads);
        Swap(a[(h * stride)..], stride, h, swaps.Slice(h, n - h), offset + h);
    }

    private static void Small(Span<double> a, int stride, int m, int n, Span<int> swaps, int offset)
    {
        for (var j = 0; j < n; j++)
        {
            var pivot = j;
            for (var i = j + 1; i < m; i++)
                if (Math.Abs(a[i * stride + j]) > Math.Abs(a[pivot * stride + j])) pivot = i;
            swaps[j] = offset + pivot;
            if (pivot != j) SwapRows(a, stride, n, j, pivot);
            var top = a[j * stride + j];
            if (top == 0) continue;
            var row = a.Slice(j * stride, n);
            for (var i = j + 1; i < m; i++)
            {
                var below = a.Slice(i * stride, n);
                var factor = below[j] /= top;
                for (var k = j + 1; k < below.Length; k++) below[k] -= factor * row[k];
            }
        }
    }

    private static void Swap(Span<double> a, int stride, int columns, ReadOnlySpan<int> swaps, int offset)
    {
        for (var i = 0; i < swaps.Length; i++)
            if (swaps[i] != offset + i) SwapRows(a, stride, columns, i, swaps[i] - offset);
    }

    private static void SwapRows(Span<double> a, int stride, int columns, int i, int j)
    {
        var first = a.Slice(i * stride, columns);
        var second = a.Slice(j * stride, columns);
        for (var k = 0; k < columns; k++) (first[k], second[k]) = (second[k], first[k]);
    }
}
