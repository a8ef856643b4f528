using System.Runtime.Intrinsics;
using MarketingNotebooks.Numerics.Kernels;

namespace MarketingNotebooks.Numerics;

/// <summary>Rows laid out for distances: blocks of 16, feature after feature, so that a vector holds one feature of 8 rows.</summary>
/// <remarks>The left side of every many-to-many distance (k-means, silhouettes, nearest neighbours); the right side is
/// <see cref="PointQuads"/>. Distances are sums of squared differences, never ‖a‖² − 2a·b + ‖b‖², which loses all digits between near
/// rows far from the origin. Memory: a copy of the rows. Reading is thread-safe.</remarks>
public sealed partial class RowBlocks
{
    /// <summary>Rows in a block.</summary>
    public const int Width = 16;

    private readonly AlignedArray _values;

    /// <summary>Lays out all rows of a matrix.</summary>
    public RowBlocks(Matrix rows) : this(rows.Rows, rows.Columns)
    {
        for (var block = 0; block < Blocks; block++)
        {
            var filled = Math.Min(Width, rows.Rows - block * Width);
            for (var lane = 0; lane < filled; lane++) Set(block * Width + lane, rows.Row(block * Width + lane));
        }
    }

    /// <summary>Room for rows to be put in with <see cref="Set"/>; zeros until then.</summary>
    /// <param name="rows">≥ 0.</param>
    /// <param name="columns">≥ 0.</param>
    public RowBlocks(int rows, int columns)
    {
        Rows = rows;
        Columns = columns;
        Blocks = (rows + Width - 1) / Width;
        _values = new AlignedArray((long)Blocks * Width * columns);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of features.</summary>
    public int Columns { get; }

    /// <summary>Number of blocks; rows missing from the last one are zeros, whose distances mean nothing.</summary>
    public int Blocks { get; }

    /// <summary>Puts one row in its place.</summary>
    /// <param name="row">Range: [0, Rows).</param>
    /// <param name="values">One a feature.</param>
    public void Set(int row, ReadOnlySpan<double> values)
    {
        if (Columns == 0) return;
        var target = _values.Span.Slice(row / Width * Width * Columns + row % Width);
        for (var f = 0; f < Columns; f++) target[f * Width] = values[f];
    }

    /// <summary>Squared Euclidean distances from the 16 rows of a block to the points of some quads.</summary>
    /// <param name="block">Range: [0, Blocks).</param>
    /// <param name="points">With as many features as the rows.</param>
    /// <param name="firstQuad">First quad of points.</param>
    /// <param name="quads">Number of quads.</param>
    /// <param name="squares">Filled with 64 values a quad: point after point, the 16 rows of the block for each.</param>
    /// <exception cref="ArgumentException">A range leaves its side, or the features differ.</exception>
    public unsafe void SquaredDistances(int block, PointQuads points, int firstQuad, int quads, Span<double> squares)
    {
        if ((uint)block >= (uint)Blocks || firstQuad < 0 || quads < 0 || firstQuad + quads > points.Quads || points.Columns != Columns
            || squares.Length < (long)quads * Width * PointQuads.Width)
            throw new ArgumentException(
                $"SquaredDistances needs a block in [0, {Blocks}), quads in [0, {points.Quads}), {Columns} features "
                + $"and 64 values a quad. "
                + $"Got block {block}, quads {firstQuad} to {firstQuad + quads}, {points.Columns} features, {squares.Length} values.");
        fixed (double* rows = _values.Span, quad = points.Values, target = squares)
        {
            var left = rows + (nint)block * Width * Columns;
            var right = quad + (nint)firstQuad * PointQuads.Width * Columns;
            if (Vector512.IsHardwareAccelerated) Run<DistanceKernel512>(left, right, quads, target);
            else Run<DistanceKernel256>(left, right, quads, target);
        }
    }

    internal unsafe void Run<TKernel>(double* rows, double* points, int quads, double* squares)
        where TKernel : struct, IDistanceKernel
    {
        for (var q = 0; q < quads; q++, points += PointQuads.Width * Columns, squares += Width * PointQuads.Width)
            TKernel.Run(Columns, rows, points, squares);
    }
}
