using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>The sixteen rows in two halves, each two vectors against four points: eight sums in the sixteen registers of AVX2.</summary>
internal readonly unsafe struct DistanceKernel256 : IDistanceKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(int features, double* rows, double* points, double* squares)
    {
        for (var half = 0; half < 2; half++, rows += 8, squares += 8, points -= 4 * features)
        {
            var x = rows;
            var s00 = Vector256<double>.Zero; var s01 = Vector256<double>.Zero;
            var s10 = Vector256<double>.Zero; var s11 = Vector256<double>.Zero;
            var s20 = Vector256<double>.Zero; var s21 = Vector256<double>.Zero;
            var s30 = Vector256<double>.Zero; var s31 = Vector256<double>.Zero;
            for (var f = 0; f < features; f++, x += 16, points += 4)
            {
                var x0 = Vector256.Load(x);
                var x1 = Vector256.Load(x + 4);
                var p = Vector256.Create(points[0]);
                var d0 = x0 - p;
                var d1 = x1 - p;
                s00 = Vector256.FusedMultiplyAdd(d0, d0, s00);
                s01 = Vector256.FusedMultiplyAdd(d1, d1, s01);
                p = Vector256.Create(points[1]);
                d0 = x0 - p;
                d1 = x1 - p;
                s10 = Vector256.FusedMultiplyAdd(d0, d0, s10);
                s11 = Vector256.FusedMultiplyAdd(d1, d1, s11);
                p = Vector256.Create(points[2]);
                d0 = x0 - p;
                d1 = x1 - p;
                s20 = Vector256.FusedMultiplyAdd(d0, d0, s20);
                s21 = Vector256.FusedMultiplyAdd(d1, d1, s21);
                p = Vector256.Create(points[3]);
                d0 = x0 - p;
                d1 = x1 - p;
                s30 = Vector256.FusedMultiplyAdd(d0, d0, s30);
                s31 = Vector256.FusedMultiplyAdd(d1, d1, s31);
            }
            s00.Store(squares);
            s01.Store(squares + 4);
            s10.Store(squares + 16);
            s11.Store(squares + 20);
            s20.Store(squares + 32);
            s21.Store(squares + 36);
            s30.Store(squares + 48);
            s31.Store(squares + 52);
        }
    }
}
