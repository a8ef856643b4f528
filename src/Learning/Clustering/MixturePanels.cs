using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Rows laid out for mixtures: panels of 128, feature after feature, so that a vector holds one feature of several rows.</summary>
internal sealed class MixturePanels
{
    /// <summary>Rows in a panel.</summary>
    public const int Width = 128;

    /// <summary>Distance between features in scratch memory: 8 more than the width, so that features do not all fall on the same few
    /// sets of the cache.</summary>
    public const int Stride = Width + 8;

    private readonly double[] _values;

    public MixturePanels(Matrix rows)
    {
        (Rows, Columns) = (rows.Rows, rows.Columns);
        Panels = (Rows + Width - 1) / Width;
        Padded = PaddedColumns(Columns);
        _values = new double[(long)Panels * Width * Columns];
        for (var row = 0; row < Rows; row++)
        {
            var from = rows.Row(row);
            var at = row / Width * Width * Columns + row % Width;
            for (var j = 0; j < from.Length; j++, at += Width) _values[at] = from[j];
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Columns rounded up to whole tiles of 4.</summary>
    public int Padded { get; }

    public int Panels { get; }

    public static int PaddedColumns(int columns) => (columns + 3) / 4 * 4;

    /// <summary>Rows in a panel that are not padding.</summary>
    public int Filled(int panel) => Math.Min(Width, Rows - panel * Width);

    /// <summary>Calls <paramref name="body"/>(chunk, first panel, end panel); chunks depend on the problem alone.</summary>
    /// <param name="panels">Panels a chunk.</param>
    /// <param name="body">Writes only what belongs to its chunk.</param>
    /// <param name="threads">Most threads; null for all processors.</param>
    /// <param name="token">Looked at before each chunk.</param>
    public void ForChunks(int panels, Action<int, int, int> body, int? threads, CancellationToken token) =>
        Parallelism.For(Panels, panels, (start, end) => body(start / panels, start, end), threads, token);

    /// <summary>A panel's rows: feature j at j·<see cref="Width"/>.</summary>
    public ReadOnlySpan<double> Panel(int panel) => _values.AsSpan(panel * Width * Columns, Width * Columns);
}
