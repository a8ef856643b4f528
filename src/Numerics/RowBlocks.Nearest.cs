using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MarketingNotebooks.Numerics;

/// <content>The nearest and second nearest point of each row.</content>
public sealed partial class RowBlocks
{
    /// <summary>Quads whose distances are held at a time: 8 KiB, well within the first cache level.</summary>
    private const int Stripe = 16;

    /// <summary>The nearest point of each of a block's 16 rows and the squared distances to it and to the second nearest.</summary>
    /// <param name="block">Range: [0, Blocks).</param>
    /// <param name="points">At least one, with as many features as the rows.</param>
    /// <param name="nearest">16 indices of points; among equally near ones the lowest.</param>
    /// <param name="best">16 squared distances to the nearest.</param>
    /// <param name="second">16 squared distances to the second nearest; +∞ where there is one point only.</param>
    /// <exception cref="ArgumentException">A span is shorter than 16, the block is outside its range, or the features differ.</exception>
    [SkipLocalsInit]
    public void NearestTwo(int block, PointQuads points, Span<int> nearest, Span<double> best, Span<double> second)
    {
        if (nearest.Length < Width || best.Length < Width || second.Length < Width)
            throw new ArgumentException($"NearestTwo needs spans of {Width}. Got {nearest.Length}, {best.Length} and {second.Length}.");
        Span<double> squares = stackalloc double[Stripe * Width * PointQuads.Width];
        best[..Width].Fill(double.PositiveInfinity);
        second[..Width].Fill(double.PositiveInfinity);
        nearest[..Width].Clear();
        for (var first = 0; first < points.Quads; first += Stripe)
        {
            var quads = Math.Min(Stripe, points.Quads - first);
            SquaredDistances(block, points, first, quads, squares);
            var start = first * PointQuads.Width;
            Fold(squares, Math.Min(points.Points - start, quads * PointQuads.Width), start, nearest, best, second);
        }
    }

    private static unsafe void Fold(ReadOnlySpan<double> squares, int count, int start, Span<int> nearest, Span<double> best,
        Span<double> second)
    {
        fixed (double* square = squares, bestAt = best, secondAt = second)
        fixed (int* nearestAt = nearest)
        {
            for (var half = 0; half < Width; half += 8)
            {
                var from = square + half;
                Vector256<double> best0 = Vector256.Load(bestAt + half), best1 = Vector256.Load(bestAt + half + 4);
                Vector256<double> second0 = Vector256.Load(secondAt + half), second1 = Vector256.Load(secondAt + half + 4);
                var (index0, index1) = Vector256.Widen(Vector256.Load(nearestAt + half));
                var index = Vector256.Create((long)start);
                for (var c = 0; c < count; c++, from += Width, index += Vector256<long>.One)
                {
                    Vector256<double> x0 = Vector256.Load(from), x1 = Vector256.Load(from + 4);
                    Vector256<double> less0 = Vector256.LessThan(x0, best0), less1 = Vector256.LessThan(x1, best1);
                    // The loser of x against the best so far contends for second place.
                    second0 = Vector256.MinNative(second0, Vector256.ConditionalSelect(less0, best0, x0));
                    second1 = Vector256.MinNative(second1, Vector256.ConditionalSelect(less1, best1, x1));
                    best0 = Vector256.ConditionalSelect(less0, x0, best0);
                    best1 = Vector256.ConditionalSelect(less1, x1, best1);
                    index0 = Vector256.ConditionalSelect(less0.AsInt64(), index, index0);
                    index1 = Vector256.ConditionalSelect(less1.AsInt64(), index, index1);
                }
                best0.Store(bestAt + half);
                best1.Store(bestAt + half + 4);
                second0.Store(secondAt + half);
                second1.Store(secondAt + half + 4);
                Vector256.Narrow(index0, index1).Store(nearestAt + half);
            }
        }
    }
}
