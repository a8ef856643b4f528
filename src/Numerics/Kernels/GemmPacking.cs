using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Numerics.Kernels;

/// <summary>A matrix seen through strides: element (i, j) is at <c>Start[i·RowStride + j·ColumnStride]</c>.</summary>
internal readonly unsafe struct Strided(double* start, nint rowStride, nint columnStride)
{
    public readonly double* Start = start;
    public readonly nint RowStride = rowStride, ColumnStride = columnStride;

    public double* At(nint row, nint column) => Start + row * RowStride + column * ColumnStride;

    public Strided Transposed => new(Start, ColumnStride, RowStride);
}

/// <summary>Copies blocks into the order in which the kernels read them, edges padded with zeros.</summary>
internal static unsafe class GemmPacking
{
    /// <summary>Packs <paramref name="rows"/> × <paramref name="depth"/> values as panels of <paramref name="width"/> rows, each panel
    /// one column after the other. The right side packs its transpose.</summary>
    public static void Pack(Strided source, nint rows, nint depth, nint width, double* target)
    {
        for (nint top = 0; top < rows; top += width)
        {
            var filled = Math.Min(width, rows - top);
            var panel = source.At(top, 0);
            if (filled < width) Edge(panel, source, filled, depth, width, target);
            else if (source.RowStride == 1) Contiguous(panel, source.ColumnStride, depth, width, target);
            else ByRow(panel, source, depth, width, target);
            target += width * depth;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Contiguous(double* panel, nint stride, nint depth, nint width, double* target)
    {
        for (nint p = 0; p < depth; p++, panel += stride, target += width)
            Unsafe.CopyBlockUnaligned(target, panel, (uint)(width * sizeof(double)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ByRow(double* panel, Strided source, nint depth, nint width, double* target)
    {
        for (nint i = 0; i < width; i++, panel += source.RowStride)
        {
            var from = panel;
            var to = target + i;
            for (nint p = 0; p < depth; p++, from += source.ColumnStride, to += width) *to = *from;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Edge(double* panel, Strided source, nint filled, nint depth, nint width, double* target)
    {
        for (nint p = 0; p < depth; p++, panel += source.ColumnStride)
        {
            for (nint i = 0; i < width; i++) *target++ = i < filled ? panel[i * source.RowStride] : 0;
        }
    }
}
