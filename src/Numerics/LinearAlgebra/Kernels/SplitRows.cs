using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Numerics.LinearAlgebra.Kernels;

/// <summary>Vectors as rows of a square array, of which a block is replaced by combinations of its rows. The products leave out the halves
/// that are known to be zero.</summary>
/// <param name="values">Row-major.</param>
/// <param name="stride">Distance between rows.</param>
internal sealed class SplitRows(double[] values, int stride)
{
    /// <summary>All values.</summary>
    public double[] Values => values;

    /// <summary>Distance between rows.</summary>
    public int Stride => stride;

    /// <summary>Part of a row.</summary>
    public Span<double> Row(int row, int start, int length) => values.AsSpan(row * stride + start, length);

    /// <summary>Rows i and j become c·i + s·j and c·j − s·i, in the columns [start, start + length).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Rotate(int i, int j, double c, double s, int start, int length)
    {
        var first = Row(i, start, length);
        var second = Row(j, start, length);
        for (var k = 0; k < length; k++)
        {
            var (x, y) = (first[k], second[k]);
            first[k] = c * x + s * y;
            second[k] = c * y - s * x;
        }
    }

    /// <summary>Puts combinations of the kept rows first in a block and the dropped rows after them.</summary>
    /// <param name="block">Rows and columns from here on.</param>
    /// <param name="width">Columns of the block.</param>
    /// <param name="split">Columns of its left half.</param>
    /// <param name="kept">The rows (within the block) that are combined.</param>
    /// <param name="dropped">The other rows.</param>
    /// <param name="combinations">k × k: row r combines the kept rows, as grouped, into row r.</param>
    /// <param name="work">At least as long as the block.</param>
    /// <param name="threads">Most threads, or null.</param>
    public void Combine(int block, int width, int split, Groups kept, IReadOnlyList<int> dropped, ReadOnlySpan<double> combinations,
        Span<double> work, int? threads)
    {
        var (count, leftOnly) = (kept.Order.Length, kept.LeftOnly);
        var (inLeft, inRight, rightWidth) = (count - kept.RightOnly, count - leftOnly, width - split);
        var left = work[..(inLeft * split)];
        var right = work.Slice(left.Length, inRight * rightWidth);
        var rest = work[(left.Length + right.Length)..];
        for (var i = 0; i < inLeft; i++) Row(block + kept.Order[i], block, split).CopyTo(left[(i * split)..]);
        for (var i = 0; i < inRight; i++)
            Row(block + kept.Order[leftOnly + i], block + split, rightWidth).CopyTo(right[(i * rightWidth)..]);
        for (var i = 0; i < dropped.Count; i++) Row(block + dropped[i], block, width).CopyTo(rest[(i * width)..]);
        var target = values.AsSpan(block * stride + block);
        Gemm.Multiply(count, split, inLeft, combinations, count, false, left, split, false, target, stride, threads);
        Gemm.Multiply(count, rightWidth, inRight, combinations[leftOnly..], count, false, right, rightWidth, false, target[split..], stride,
            threads);
        for (var i = 0; i < dropped.Count; i++) rest.Slice(i * width, width).CopyTo(Row(block + count + i, block, width));
    }
}
