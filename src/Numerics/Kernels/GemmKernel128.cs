using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>A 4 × 4 tile for every other machine (on ARM64, 8 of 32 registers).</summary>
/// <remarks>The 8 accumulators are locals written out one by one: an array, or a helper taking them, would spill them to the
/// stack.</remarks>
internal readonly unsafe struct GemmKernel128 : IGemmKernel
{
    public static int Rows => 4;
    public static int Columns => 4;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(nint depth, double* a, double* b, double* c, nint stride, bool add)
    {
        var c00 = Vector128<double>.Zero; var c01 = Vector128<double>.Zero;
        var c10 = Vector128<double>.Zero; var c11 = Vector128<double>.Zero;
        var c20 = Vector128<double>.Zero; var c21 = Vector128<double>.Zero;
        var c30 = Vector128<double>.Zero; var c31 = Vector128<double>.Zero;
        for (; depth > 0; depth--)
        {
            var b0 = Vector128.Load(b);
            var b1 = Vector128.Load(b + 2);

            var x = Vector128.Create(a[0]);
            c00 = Vector128.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector128.FusedMultiplyAdd(x, b1, c01);
            x = Vector128.Create(a[1]);
            c10 = Vector128.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector128.FusedMultiplyAdd(x, b1, c11);
            x = Vector128.Create(a[2]);
            c20 = Vector128.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector128.FusedMultiplyAdd(x, b1, c21);
            x = Vector128.Create(a[3]);
            c30 = Vector128.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector128.FusedMultiplyAdd(x, b1, c31);
            a += 4;
            b += 4;
        }

        if (add)
        {
            var p = c;
            c00 += Vector128.Load(p); c01 += Vector128.Load(p + 2); p += stride;
            c10 += Vector128.Load(p); c11 += Vector128.Load(p + 2); p += stride;
            c20 += Vector128.Load(p); c21 += Vector128.Load(p + 2); p += stride;
            c30 += Vector128.Load(p); c31 += Vector128.Load(p + 2);
        }
        c00.Store(c); c01.Store(c + 2); c += stride;
        c10.Store(c); c11.Store(c + 2); c += stride;
        c20.Store(c); c21.Store(c + 2); c += stride;
        c30.Store(c); c31.Store(c + 2);
    }
}
