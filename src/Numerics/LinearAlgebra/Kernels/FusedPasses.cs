using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Matrix–vector passes that do two things while a row is in registers: the reductions to condensed form are bound by memory, so
/// each pass saved counts.</summary>
internal static class FusedPasses
{
    /// <summary>y ← A·x for a symmetric matrix of which the upper triangle is stored, each element read once.</summary>
    /// <param name="a">Its first diagonal element.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="n">Order.</param>
    /// <param name="x">Of length n.</param>
    /// <param name="y">Of length n, overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SymmetricProduct(ReadOnlySpan<double> a, int stride, int n, ReadOnlySpan<double> x, Span<double> y)
    {
        y.Clear();
        var i = 0;
        for (; i + 4 <= n; i += 4)
        {
            for (var r = i; r < i + 4; r++)
            {
                y[r] += a[r * stride + r] * x[r];
                for (var j = r + 1; j < i + 4; j++)
                {
                    y[r] += a[r * stride + j] * x[j];
                    y[j] += a[r * stride + j] * x[r];
                }
            }
            Four(a[(i * stride + i + 4)..], stride, n - i - 4, x[i..], y[i..]);
        }
        for (; i < n; i++)
        {
            var row = a.Slice(i * stride + i, n - i);
            y[i] += row[0] * x[i] + Vectors.Dot(row[1..], x[(i + 1)..]);
            Vectors.AddScaled(x[i], row[1..], y[(i + 1)..]);
        }
    }

    /// <summary>The part of four rows right of their diagonal block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(ReadOnlySpan<double> a, int stride, int length, ReadOnlySpan<double> x, Span<double> y)
    {
        ref var r0 = ref MemoryMarshal.GetReference(a);
        ref var r1 = ref Unsafe.Add(ref r0, stride);
        ref var r2 = ref Unsafe.Add(ref r1, stride);
        ref var r3 = ref Unsafe.Add(ref r2, stride);
        ref var px = ref MemoryMarshal.GetReference(x[4..]);
        ref var py = ref MemoryMarshal.GetReference(y[4..]);
        var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (x0, x1, x2, x3) = (Vector256.Create(x[0]), Vector256.Create(x[1]), Vector256.Create(x[2]), Vector256.Create(x[3]));
        nuint j = 0;
        for (; j + 4 <= (nuint)length; j += 4)
        {
            var right = Vector256.LoadUnsafe(ref px, j);
            var sum = Vector256.LoadUnsafe(ref py, j);
            var (v0, v1) = (Vector256.LoadUnsafe(ref r0, j), Vector256.LoadUnsafe(ref r1, j));
            var (v2, v3) = (Vector256.LoadUnsafe(ref r2, j), Vector256.LoadUnsafe(ref r3, j));
            s0 = Vector256.FusedMultiplyAdd(v0, right, s0);
            s1 = Vector256.FusedMultiplyAdd(v1, right, s1);
            s2 = Vector256.FusedMultiplyAdd(v2, right, s2);
            s3 = Vector256.FusedMultiplyAdd(v3, right, s3);
            var upper = Vector256.FusedMultiplyAdd(v1, x1, v0 * x0);
            var lower = Vector256.FusedMultiplyAdd(v3, x3, v2 * x2);
            (sum + (upper + lower)).StoreUnsafe(ref py, j);
        }
        var (t0, t1, t2, t3) = (Vector256.Sum(s0), Vector256.Sum(s1), Vector256.Sum(s2), Vector256.Sum(s3));
        for (var k = (int)j; k < length; k++)
        {
            var right = x[4 + k];
            t0 += a[k] * right;
            t1 += a[stride + k] * right;
            t2 += a[2 * stride + k] * right;
            t3 += a[3 * stride + k] * right;
            y[4 + k] += a[k] * x[0] + a[stride + k] * x[1] + a[2 * stride + k] * x[2] + a[3 * stride + k] * x[3];
        }
        y[0] += t0;
        y[1] += t1;
        y[2] += t2;
        y[3] += t3;
    }

    /// <summary>row ← row − p·z − q·v and sum ← sum + u·row (with the new row), for each row i with its pᵢ, qᵢ, uᵢ.</summary>
    /// <param name="a">First element of the block.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="p">One a row.</param>
    /// <param name="q">One a row.</param>
    /// <param name="u">One a row.</param>
    /// <param name="z">As long as a row of the block.</param>
    /// <param name="v">As long as a row of the block.</param>
    /// <param name="sum">As long as a row of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void UpdateAndSum(Span<double> a, int stride, ReadOnlySpan<double> p, ReadOnlySpan<double> q, ReadOnlySpan<double> u,
        ReadOnlySpan<double> z, ReadOnlySpan<double> v, Span<double> sum)
    {
        var i = 0;
        for (; i + 2 <= u.Length; i += 2)
            Two(a.Slice(i * stride, sum.Length), a.Slice((i + 1) * stride, sum.Length), p[i..], q[i..], u[i..], z, v, sum);
        for (; i < u.Length; i++)
        {
            var row = a.Slice(i * stride, sum.Length);
            Vectors.AddScaled(-p[i], z, row);
            Vectors.AddScaled(-q[i], v, row);
            Vectors.AddScaled(u[i], row, sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two(Span<double> first, Span<double> second, ReadOnlySpan<double> p, ReadOnlySpan<double> q, ReadOnlySpan<double> u,
        ReadOnlySpan<double> z, ReadOnlySpan<double> v, Span<double> sum)
    {
        ref var r0 = ref MemoryMarshal.GetReference(first);
        ref var r1 = ref MemoryMarshal.GetReference(second);
        ref var pz = ref MemoryMarshal.GetReference(z);
        ref var pv = ref MemoryMarshal.GetReference(v);
        ref var ps = ref MemoryMarshal.GetReference(sum);
        var (p0, p1) = (Vector256.Create(-p[0]), Vector256.Create(-p[1]));
        var (q0, q1) = (Vector256.Create(-q[0]), Vector256.Create(-q[1]));
        var (u0, u1) = (Vector256.Create(u[0]), Vector256.Create(u[1]));
        nuint j = 0;
        for (; j + 4 <= (nuint)sum.Length; j += 4)
        {
            var (vz, vv) = (Vector256.LoadUnsafe(ref pz, j), Vector256.LoadUnsafe(ref pv, j));
            var a0 = Vector256.FusedMultiplyAdd(q0, vv, Vector256.FusedMultiplyAdd(p0, vz, Vector256.LoadUnsafe(ref r0, j)));
            var a1 = Vector256.FusedMultiplyAdd(q1, vv, Vector256.FusedMultiplyAdd(p1, vz, Vector256.LoadUnsafe(ref r1, j)));
            a0.StoreUnsafe(ref r0, j);
            a1.StoreUnsafe(ref r1, j);
            Vector256.FusedMultiplyAdd(u1, a1, Vector256.FusedMultiplyAdd(u0, a0, Vector256.LoadUnsafe(ref ps, j))).StoreUnsafe(ref ps, j);
        }
        for (var k = (int)j; k < sum.Length; k++)
        {
            first[k] -= p[0] * z[k] + q[0] * v[k];
            second[k] -= p[1] * z[k] + q[1] * v[k];
            sum[k] += u[0] * first[k] + u[1] * second[k];
        }
    }
}
