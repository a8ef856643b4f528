using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Labels of all rows for given centroids, found in chunks whose size depends on the problem alone.</summary>
internal sealed class KMeansAssignment
{
    private readonly Matrix _rows;
    private readonly int? _threads;
    private readonly CancellationToken _token;
    private readonly double[] _inertia;

    public KMeansAssignment(Matrix rows, int clusters, int? threads, CancellationToken token)
    {
        _rows = rows;
        _threads = threads;
        _token = token;
        Clusters = clusters;
        Blocks = new RowBlocks(rows);
        // Each chunk keeps k·d sums; 32 MiB of them at most.
        var mostChunks = (int)Math.Clamp((1L << 22) / ((long)clusters * rows.Columns), 2, 64);
        var blocks = Parallelism.Chunk(Blocks.Blocks, 3.0 * RowBlocks.Width * clusters * (rows.Columns + 1), mostChunks);
        ChunkRows = blocks * RowBlocks.Width;
        Chunks = (Blocks.Blocks + blocks - 1) / blocks;
        Labels = new int[Padded];
        Squares = new double[Padded];
        _inertia = new double[Chunks];
    }

    public RowBlocks Blocks { get; }

    public int Clusters { get; }

    public int Rows => _rows.Rows;

    /// <summary>Rows rounded up to whole blocks.</summary>
    public int Padded => Blocks.Blocks * RowBlocks.Width;

    public int Chunks { get; }

    public int ChunkRows { get; }

    /// <summary>The label of each row, then of the padding.</summary>
    public int[] Labels { get; }

    /// <summary>Squared distance of each row to its centroid, as <see cref="AssignAll"/> left it.</summary>
    public double[] Squares { get; }

    /// <summary>Calls <paramref name="body"/>(chunk, first block, end block) for every chunk.</summary>
    public void ForChunks(Action<int, int, int> body)
    {
        var blocks = ChunkRows / RowBlocks.Width;
        Parallelism.For(Blocks.Blocks, blocks, (start, end) => body(start / blocks, start, end), _threads, _token);
    }

    /// <summary>Sets every label and square; returns the inertia.</summary>
    public double AssignAll(Matrix centroids)
    {
        var points = new PointQuads(centroids);
        ForChunks((chunk, first, end) =>
        {
            Span<double> second = stackalloc double[RowBlocks.Width];
            var sum = 0.0;
            for (var block = first; block < end; block++)
            {
                var at = block * RowBlocks.Width;
                var squares = Squares.AsSpan(at, RowBlocks.Width);
                Blocks.NearestTwo(block, points, Labels.AsSpan(at, RowBlocks.Width), squares, second);
                var filled = Math.Min(RowBlocks.Width, Rows - at);
                for (var lane = 0; lane < filled; lane++) sum += squares[lane];
            }
            _inertia[chunk] = sum;
        });
        var inertia = 0.0;
        foreach (var part in _inertia) inertia += part;
        return inertia;
    }
}
