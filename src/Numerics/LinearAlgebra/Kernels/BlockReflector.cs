using System.Buffers;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Several reflections at once: H₁·H₂·…·H_b = I − Vᵀ·T·V with the vectors as the rows of V and T upper triangular.</summary>
/// <remarks>Applying them is then three matrix products. Source: Schreiber and Van Loan (1989), SIAM J. Sci. Stat. Comput. 10(1).</remarks>
internal sealed class BlockReflector
{
    private readonly double[] _v, _t;
    private readonly int _count, _length;

    /// <summary>Takes reflections from rows as <see cref="Householder.Generate"/> left them: vector i starts (with its implicit 1) at
    /// column i of row i.</summary>
    /// <param name="rows">First row, at the column where vector 0 starts.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="count">Number b of reflections. ≤ <paramref name="length"/>.</param>
    /// <param name="length">Length of vector 0.</param>
    /// <param name="tau">The b factors.</param>
    public BlockReflector(ReadOnlySpan<double> rows, int stride, int count, int length, ReadOnlySpan<double> tau)
    {
        (_count, _length) = (count, length);
        _v = new double[count * length];
        for (var i = 0; i < count; i++)
        {
            _v[i * length + i] = 1;
            rows.Slice(i * stride + i + 1, length - i - 1).CopyTo(_v.AsSpan(i * length + i + 1));
        }
        _t = new double[count * count];
        var gram = new double[count * count];
        Gemm.Multiply(count, count, length, _v, length, false, _v, length, true, gram, count, threads: 1);
        for (var j = 0; j < count; j++)
        {
            _t[j * count + j] = tau[j];
            for (var i = 0; i < j; i++)
            {
                var sum = 0.0;
                for (var k = i; k < j; k++) sum += _t[i * count + k] * gram[k * count + j];
                _t[i * count + j] = -tau[j] * sum;
            }
        }
    }

    /// <summary>X ← X·H₁·…·H_b, or with <paramref name="transposed"/> X ← X·H_b·…·H₁, for <paramref name="rows"/> rows of X.</summary>
    public void ApplyRight(Span<double> x, int stride, int rows, bool transposed, int? threads)
    {
        if (rows == 0) return;
        var size = rows * _count;
        var p = ArrayPool<double>.Shared.Rent(2 * size);
        var q = p.AsSpan(size);
        Gemm.Multiply(rows, _count, _length, x, stride, false, _v, _length, true, p, _count, threads);
        Gemm.Multiply(rows, _count, _count, p, _count, false, _t, _count, transposed, q, _count, threads);
        Gemm.Subtract(rows, _length, _count, q, _count, false, _v, _length, false, x, stride, threads);
        ArrayPool<double>.Shared.Return(p);
    }
}
