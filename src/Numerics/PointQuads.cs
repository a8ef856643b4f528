using MarketingNotebooks.Numerics.Kernels;

namespace MarketingNotebooks.Numerics;

/// <summary>Points laid out for distances: quads of 4, feature after feature. The right side of <see cref="RowBlocks"/>.</summary>
/// <remarks>Points missing from the last quad are zeros, whose distances mean nothing.</remarks>
public sealed class PointQuads
{
    /// <summary>Points in a quad.</summary>
    public const int Width = 4;

    private readonly AlignedArray _values;

    /// <summary>Lays out the rows of a matrix as points.</summary>
    public PointQuads(Matrix points) : this(points.Rows, points.Columns)
    {
        for (var i = 0; i < points.Rows; i++) Set(i, points.Row(i));
    }

    /// <summary>Room for points to be put in with <see cref="Set"/>; zeros until then.</summary>
    /// <param name="points">≥ 0.</param>
    /// <param name="columns">≥ 0.</param>
    public PointQuads(int points, int columns)
    {
        Points = points;
        Columns = columns;
        Quads = (points + Width - 1) / Width;
        _values = new AlignedArray((long)Quads * Width * columns);
    }

    /// <summary>Number of points.</summary>
    public int Points { get; }

    /// <summary>Number of features.</summary>
    public int Columns { get; }

    /// <summary>Number of quads.</summary>
    public int Quads { get; }

    internal ReadOnlySpan<double> Values => _values.Span;

    /// <summary>Puts one point in its place.</summary>
    /// <param name="point">Range: [0, Points).</param>
    /// <param name="values">One a feature.</param>
    public void Set(int point, ReadOnlySpan<double> values)
    {
        if (Columns == 0) return;
        var target = _values.Span.Slice(point / Width * Width * Columns + point % Width);
        for (var f = 0; f < Columns; f++) target[f * Width] = values[f];
    }
}
