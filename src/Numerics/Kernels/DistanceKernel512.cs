using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>Two vectors of rows against four points: eight sums in registers.</summary>
internal readonly unsafe struct DistanceKernel512 : IDistanceKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int features, double* rows, double* points, double* squares)
    {
        var s00 = Vector512<double>.Zero; var s01 = Vector512<double>.Zero;
        var s10 = Vector512<double>.Zero; var s11 = Vector512<double>.Zero;
        var s20 = Vector512<double>.Zero; var s21 = Vector512<double>.Zero;
        var s30 = Vector512<double>.Zero; var s31 = Vector512<double>.Zero;
        for (var f = 0; f < features; f++, rows += 16, points += 4)
        {
            var x0 = Vector512.Load(rows);
            var x1 = Vector512.Load(rows + 8);
            var p = Vector512.Create(points[0]);
            var d0 = x0 - p;
            var d1 = x1 - p;
            s00 = Vector512.FusedMultiplyAdd(d0, d0, s00);
            s01 = Vector512.FusedMultiplyAdd(d1, d1, s01);
            p = Vector512.Create(points[1]);
            d0 = x0 - p;
            d1 = x1 - p;
            s10 = Vector512.FusedMultiplyAdd(d0, d0, s10);
            s11 = Vector512.FusedMultiplyAdd(d1, d1, s11);
            p = Vector512.Create(points[2]);
            d0 = x0 - p;
            d1 = x1 - p;
            s20 = Vector512.FusedMultiplyAdd(d0, d0, s20);
            s21 = Vector512.FusedMultiplyAdd(d1, d1, s21);
            p = Vector512.Create(points[3]);
            d0 = x0 - p;
            d1 = x1 - p;
            s30 = Vector512.FusedMultiplyAdd(d0, d0, s30);
            s31 = Vector512.FusedMultiplyAdd(d1, d1, s31);
        }
        s00.Store(squares);
        s01.Store(squares + 8);
        s10.Store(squares + 16);
        s11.Store(squares + 24);
        s20.Store(squares + 32);
        s21.Store(squares + 40);
        s30.Store(squares + 48);
        s31.Store(squares + 56);
    }
}
