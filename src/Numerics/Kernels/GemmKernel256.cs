using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>A 6 × 8 tile in 12 of the 16 registers of AVX2.</summary>
/// <remarks>The 12 accumulators are locals written out one by one: an array, or a helper taking them, would spill them to the
/// stack.</remarks>
internal readonly unsafe struct GemmKernel256 : IGemmKernel
{
    public static int Rows => 6;
    public static int Columns => 8;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(nint depth, double* a, double* b, double* c, nint stride, bool add)
    {
        var c00 = Vector256<double>.Zero; var c01 = Vector256<double>.Zero;
        var c10 = Vector256<double>.Zero; var c11 = Vector256<double>.Zero;
        var c20 = Vector256<double>.Zero; var c21 = Vector256<double>.Zero;
        var c30 = Vector256<double>.Zero; var c31 = Vector256<double>.Zero;
        var c40 = Vector256<double>.Zero; var c41 = Vector256<double>.Zero;
        var c50 = Vector256<double>.Zero; var c51 = Vector256<double>.Zero;
        for (; depth > 0; depth--)
        {
            var b0 = Vector256.Load(b);
            var b1 = Vector256.Load(b + 4);

            var x = Vector256.Create(a[0]);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(a[1]);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(a[2]);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(a[3]);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            x = Vector256.Create(a[4]);
            c40 = Vector256.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector256.FusedMultiplyAdd(x, b1, c41);
            x = Vector256.Create(a[5]);
            c50 = Vector256.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector256.FusedMultiplyAdd(x, b1, c51);
            a += 6;
            b += 8;
        }

        if (add)
        {
            var p = c;
            c00 += Vector256.Load(p); c01 += Vector256.Load(p + 4); p += stride;
            c10 += Vector256.Load(p); c11 += Vector256.Load(p + 4); p += stride;
            c20 += Vector256.Load(p); c21 += Vector256.Load(p + 4); p += stride;
            c30 += Vector256.Load(p); c31 += Vector256.Load(p + 4); p += stride;
            c40 += Vector256.Load(p); c41 += Vector256.Load(p + 4); p += stride;
            c50 += Vector256.Load(p); c51 += Vector256.Load(p + 4);
        }
        c00.Store(c); c01.Store(c + 4); c += stride;
        c10.Store(c); c11.Store(c + 4); c += stride;
        c20.Store(c); c21.Store(c + 4); c += stride;
        c30.Store(c); c31.Store(c + 4); c += stride;
        c40.Store(c); c41.Store(c + 4); c += stride;
        c50.Store(c); c51.Store(c + 4);
    }
}
