using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>A 12 × 16 tile in 24 of the 32 registers of AVX-512.</summary>
/// <remarks>The 24 accumulators are locals written out one by one: an array, or a helper taking them, would spill them to the
/// stack.</remarks>
internal readonly unsafe struct GemmKernel512 : IGemmKernel
{
    public static int Rows => 12;
    public static int Columns => 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(nint depth, double* a, double* b, double* c, nint stride, bool add)
    {
        var c00 = Vector512<double>.Zero; var c01 = Vector512<double>.Zero;
        var c10 = Vector512<double>.Zero; var c11 = Vector512<double>.Zero;
        var c20 = Vector512<double>.Zero; var c21 = Vector512<double>.Zero;
        var c30 = Vector512<double>.Zero; var c31 = Vector512<double>.Zero;
        var c40 = Vector512<double>.Zero; var c41 = Vector512<double>.Zero;
        var c50 = Vector512<double>.Zero; var c51 = Vector512<double>.Zero;
        var c60 = Vector512<double>.Zero; var c61 = Vector512<double>.Zero;
        var c70 = Vector512<double>.Zero; var c71 = Vector512<double>.Zero;
        var c80 = Vector512<double>.Zero; var c81 = Vector512<double>.Zero;
        var c90 = Vector512<double>.Zero; var c91 = Vector512<double>.Zero;
        var ca0 = Vector512<double>.Zero; var ca1 = Vector512<double>.Zero;
        var cb0 = Vector512<double>.Zero; var cb1 = Vector512<double>.Zero;
        for (; depth > 0; depth--)
        {
            var b0 = Vector512.Load(b);
            var b1 = Vector512.Load(b + 8);

            var x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[1]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[2]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[3]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a[4]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a[5]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(a[6]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(a[7]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
            x = Vector512.Create(a[8]);
            c80 = Vector512.FusedMultiplyAdd(x, b0, c80);
            c81 = Vector512.FusedMultiplyAdd(x, b1, c81);
            x = Vector512.Create(a[9]);
            c90 = Vector512.FusedMultiplyAdd(x, b0, c90);
            c91 = Vector512.FusedMultiplyAdd(x, b1, c91);
            x = Vector512.Create(a[10]);
            ca0 = Vector512.FusedMultiplyAdd(x, b0, ca0);
            ca1 = Vector512.FusedMultiplyAdd(x, b1, ca1);
            x = Vector512.Create(a[11]);
            cb0 = Vector512.FusedMultiplyAdd(x, b0, cb0);
            cb1 = Vector512.FusedMultiplyAdd(x, b1, cb1);
            a += 12;
            b += 16;
        }

        if (add)
        {
            var p = c;
            c00 += Vector512.Load(p); c01 += Vector512.Load(p + 8); p += stride;
            c10 += Vector512.Load(p); c11 += Vector512.Load(p + 8); p += stride;
            c20 += Vector512.Load(p); c21 += Vector512.Load(p + 8); p += stride;
            c30 += Vector512.Load(p); c31 += Vector512.Load(p + 8); p += stride;
            c40 += Vector512.Load(p); c41 += Vector512.Load(p + 8); p += stride;
            c50 += Vector512.Load(p); c51 += Vector512.Load(p + 8); p += stride;
            c60 += Vector512.Load(p); c61 += Vector512.Load(p + 8); p += stride;
            c70 += Vector512.Load(p); c71 += Vector512.Load(p + 8); p += stride;
            c80 += Vector512.Load(p); c81 += Vector512.Load(p + 8); p += stride;
            c90 += Vector512.Load(p); c91 += Vector512.Load(p + 8); p += stride;
            ca0 += Vector512.Load(p); ca1 += Vector512.Load(p + 8); p += stride;
            cb0 += Vector512.Load(p); cb1 += Vector512.Load(p + 8);
        }
        c00.Store(c); c01.Store(c + 8); c += stride;
        c10.Store(c); c11.Store(c + 8); c += stride;
        c20.Store(c); c21.Store(c + 8); c += stride;
        c30.Store(c); c31.Store(c + 8); c += stride;
        c40.Store(c); c41.Store(c + 8); c += stride;
        c50.Store(c); c51.Store(c + 8); c += stride;
        c60.Store(c); c61.Store(c + 8); c += stride;
        c70.Store(c); c71.Store(c + 8); c += stride;
        c80.Store(c); c81.Store(c + 8); c += stride;
        c90.Store(c); c91.Store(c + 8); c += stride;
        ca0.Store(c); ca1.Store(c + 8); c += stride;
        cb0.Store(c); cb1.Store(c + 8);
    }
}
