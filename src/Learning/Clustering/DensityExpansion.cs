using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>DBSCAN's walk from core row to core row.</summary>
/// <remarks>Every row is asked for its neighbours once. Rows that will be asked about soon (those waiting in the queue, then those not
/// yet reached) are looked up ahead in blocks, on all threads; what the walk does with the answers is sequential, so that the
/// labels do not depend on threads or blocks.</remarks>
internal sealed class DensityExpansion(Matrix rows, DbscanOptions options, CancellationToken cancellationToken)
{
    private const int Block = 256;
    private readonly RadiusTree _tree = new(rows, options.Epsilon);
    private readonly int[][] _ahead = new int[rows.Rows][]; // neighbours looked up and not yet used
    private readonly int[] _queue = new int[rows.Rows]; // each row enters at most once
    private readonly int[] _block = new int[Block];
    private int _head;
    private int _tail;
    private int _scan; // rows before it were looked at as seeds

    /// <summary>Shape (n): cluster, or <see cref="DbscanModel.Noise"/>.</summary>
    public int[] Labels { get; } = Filled(rows.Rows);

    /// <summary>Shape (n).</summary>
    public bool[] IsCore { get; } = new bool[rows.Rows];

    /// <summary>Clusters found.</summary>
    public int Clusters { get; private set; }

    /// <summary>Labels all rows.</summary>
    public void Run(IProgress<double>? progress)
    {
        var reported = 0;
        for (_scan = 0; _scan < rows.Rows; _scan++)
        {
            if (Labels[_scan] != DbscanModel.Noise || !Visit(_scan, Clusters)) continue;
            while (_head < _tail) Visit(_queue[_head++], Clusters);
            Clusters++;
            if (_scan - reported <= rows.Rows / 100) continue;
            reported = _scan;
            progress?.Report((double)_scan / rows.Rows);
        }
        progress?.Report(1);
    }

    /// <summary>Draws a core row's neighbours into a cluster. False when the row is not core.</summary>
    private bool Visit(int row, int cluster)
    {
        if (_ahead[row] is null) LookUp(row);
        var neighbours = _ahead[row];
        _ahead[row] = null!;
        if (neighbours.Length < options.MinPoints) return false;
        IsCore[row] = true;
        Labels[row] = cluster;
        foreach (var neighbour in neighbours)
        {
            if (Labels[neighbour] != DbscanModel.Noise) continue;
            Labels[neighbour] = cluster;
            // A row before the scan was a seed already and is not core: it is at this cluster's border.
            if (neighbour > _scan) _queue[_tail++] = neighbour;
        }
        return true;
    }

    private void LookUp(int row)
    {
        var count = 0;
        _block[count++] = row;
        for (var at = _head; at < _tail && count < Block; at++)
            if (_ahead[_queue[at]] is null) _block[count++] = _queue[at];
        // Seeds are looked up ahead from a window alone, and never in the middle of a cluster: that bounds what is kept.
        var window = row == _scan ? Math.Min(rows.Rows, _scan + 4 * Block) : 0;
        for (var next = _scan + 1; next < window && count < Block; next++)
            if (Labels[next] == DbscanModel.Noise && _ahead[next] is null) _block[count++] = next;
        Parallelism.For(count, 16, (start, end) =>
        {
            var found = new List<int>();
            for (var i = start; i < end; i++)
            {
                _tree.Within(rows.Row(_block[i]), found);
                _ahead[_block[i]] = [.. found];
            }
        }, options.Threads, cancellationToken);
    }

    private static int[] Filled(int count)
    {
        var labels = new int[count];
        Array.Fill(labels, DbscanModel.Noise);
        return labels;
    }
}
