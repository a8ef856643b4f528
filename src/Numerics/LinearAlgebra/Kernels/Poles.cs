using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Poles pⱼ of a secular equation: dⱼ for eigenvalues, dⱼ² for singular values. Their differences keep their digits, as squares
/// are never formed.</summary>
/// <param name="d">Rising; ≥ 0 where <paramref name="squared"/>.</param>
/// <param name="squared">True for pⱼ = dⱼ².</param>
internal readonly struct Poles(double[] d, bool squared)
{
    /// <summary>Number of poles.</summary>
    public int Count => d.Length;

    /// <summary>True for pⱼ = dⱼ².</summary>
    public bool Squared => squared;

    /// <summary>dⱼ.</summary>
    public double this[int j] => d[j];

    /// <summary>gaps[j] ← p[first + j] − p[origin].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gaps(int origin, Span<double> gaps, int first = 0)
    {
        ref var from = ref MemoryMarshal.GetReference(d.AsSpan(first, gaps.Length));
        ref var to = ref MemoryMarshal.GetReference(gaps);
        var (center, j) = (Vector256.Create(d[origin]), (nuint)0);
        for (; j + 4 <= (nuint)gaps.Length; j += 4)
        {
            var value = Vector256.LoadUnsafe(ref from, j);
            (squared ? (value - center) * (value + center) : value - center).StoreUnsafe(ref to, j);
        }
        for (var k = (int)j; k < gaps.Length; k++)
        {
            var value = d[first + k];
            gaps[k] = squared ? (value - d[origin]) * (value + d[origin]) : value - d[origin];
        }
    }

    /// <summary>The root in the terms of d: p[origin] + offset, or the square root of this sum.</summary>
    public double Root(int origin, double offset) => squared ? Math.Sqrt(d[origin] * d[origin] + offset) : d[origin] + offset;
}
