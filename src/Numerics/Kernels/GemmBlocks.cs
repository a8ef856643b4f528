using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>C ← A·B, or C ← C − A·B, by cache blocks, in the order of Goto and van de Geijn (2008), ACM Trans. Math. Softw.
/// 34(3).</summary>
/// <remarks>A panel of B stays in the first cache level, a block of A in the second, a block of B in the third. The block sizes are
/// the same for every kernel and thread count, and so is the order in which an element's terms are added.</remarks>
internal static unsafe class GemmBlocks
{
    /// <summary>Rows of a block of A (a multiple of every kernel's rows), terms of a block, columns of a block of B.</summary>
    private const int RowBlock = 120, DepthBlock = 256, ColumnBlock = 2048;

    public static void Multiply<TKernel>(int m, int n, int k, Strided a, Strided b, double* c, nint stride, GemmTarget target, int threads,
        CancellationToken token)
        where TKernel : struct, IGemmKernel
    {
        var panel = TKernel.Columns;
        using var packed = new AlignedBuffer((long)Math.Min(k, DepthBlock) * RoundUp(Math.Min(n, ColumnBlock), panel));
        var packedB = packed.Pointer;
        for (var left = 0; left < n; left += ColumnBlock)
        {
            var columns = Math.Min(ColumnBlock, n - left);
            for (var first = 0; first < k; first += DepthBlock)
            {
                var depth = Math.Min(DepthBlock, k - first);
                var blockB = new Strided(b.At(first, left), b.RowStride, b.ColumnStride).Transposed;
                var leftEdge = left;
                var firstTerm = first;
                Parallelism.For(columns, 16 * panel, (start, end) =>
                    GemmPacking.Pack(new Strided(blockB.At(start, 0), blockB.RowStride, blockB.ColumnStride), end - start, depth, panel,
                        packedB + (nint)start * depth), threads, token);
                Parallelism.For(m, RowBlock, (top, bottom) =>
                {
                    using var scratch = new AlignedBuffer((long)RoundUp(bottom - top, TKernel.Rows) * depth);
                    GemmPacking.Pack(new Strided(a.At(top, firstTerm), a.RowStride, a.ColumnStride), bottom - top, depth, TKernel.Rows,
                        scratch.Pointer);
                    if (target == GemmTarget.Subtract)
                    {
                        var negated = new Span<double>(scratch.Pointer, RoundUp(bottom - top, TKernel.Rows) * depth);
                        TensorPrimitives.Negate(negated, negated);
                    }
                    Block<TKernel>(bottom - top, columns, depth, scratch.Pointer, packedB, c + top * stride + leftEdge, stride,
                        add: firstTerm > 0 || target != GemmTarget.Overwrite);
                }, threads, token);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<TKernel>(int rows, int columns, nint depth, double* a, double* b, double* c, nint stride, bool add)
        where TKernel : struct, IGemmKernel
    {
        var edge = stackalloc double[TKernel.Rows * TKernel.Columns];
        for (var j = 0; j < columns; j += TKernel.Columns)
        {
            var width = Math.Min(TKernel.Columns, columns - j);
            var panelB = b + j * depth;
            for (var i = 0; i < rows; i += TKernel.Rows)
            {
                var height = Math.Min(TKernel.Rows, rows - i);
                var panelA = a + i * depth;
                var tile = c + i * stride + j;
                if (height == TKernel.Rows && width == TKernel.Columns)
                {
                    TKernel.Run(depth, panelA, panelB, tile, stride, add);
                    continue;
                }
                TKernel.Run(depth, panelA, panelB, edge, TKernel.Columns, add: false);
                for (var r = 0; r < height; r++)
                {
                    for (var s = 0; s < width; s++)
                    {
                        var value = edge[r * TKernel.Columns + s];
                        tile[r * stride + s] = add ? tile[r * stride + s] + value : value;
                    }
                }
            }
        }
    }

    private static int RoundUp(int value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
