using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.Sparse;

/// <summary>A sparse row times a dense matrix whose rows are short: sums of 16 columns stay in registers over all of the row's entries.</summary>
internal static class SparseRows
{
    private const int Width = 16;

    /// <summary>result ← Σ values[k]·right[columns[k], …].</summary>
    /// <param name="columns">Rows of <paramref name="right"/>, inside it.</param>
    /// <param name="values">As many.</param>
    /// <param name="right">Row-major, as wide as <paramref name="result"/>.</param>
    /// <param name="result">Overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlySpan<int> columns, ReadOnlySpan<double> values, ReadOnlySpan<double> right, Span<double> result)
    {
        ref var from = ref MemoryMarshal.GetReference(right);
        ref var to = ref MemoryMarshal.GetReference(result);
        var (m, j) = (result.Length, 0);
        for (; j + Width <= m; j += Width)
        {
            var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < columns.Length; k++)
            {
                var value = Vector256.Create(values[k]);
                ref var row = ref Unsafe.Add(ref from, (nint)columns[k] * m + j);
                s0 = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row), s0);
                s1 = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row, 4), s1);
                s2 = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row, 8), s2);
                s3 = Vector256.FusedMultiplyAdd(value, Vector256.LoadUnsafe(ref row, 12), s3);
            }
            s0.StoreUnsafe(ref to, (nuint)j);
            s1.StoreUnsafe(ref to, (nuint)j + 4);
            s2.StoreUnsafe(ref to, (nuint)j + 8);
            s3.StoreUnsafe(ref to, (nuint)j + 12);
        }
        for (; j + 4 <= m; j += 4)
        {
            var sum = Vector256<double>.Zero;
            for (var k = 0; k < columns.Length; k++)
            {
                ref var row = ref Unsafe.Add(ref from, (nint)columns[k] * m + j);
                sum = Vector256.FusedMultiplyAdd(Vector256.Create(values[k]), Vector256.LoadUnsafe(ref row), sum);
            }
            sum.StoreUnsafe(ref to, (nuint)j);
        }
        for (; j < m; j++)
        {
            var sum = 0.0;
            for (var k = 0; k < columns.Length; k++) sum = Math.FusedMultiplyAdd(values[k], right[columns[k] * m + j], sum);
            result[j] = sum;
        }
    }
}
