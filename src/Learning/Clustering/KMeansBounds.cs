using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Hamerly's bounds: for each row, no less than its distance to its centroid, and no more than that to any other.</summary>
/// <remarks>Rounding is always to the safe side, so a skipped row has the label that computing all its distances would give.</remarks>
internal sealed class KMeansBounds
{
    private readonly KMeansAssignment _work;
    private readonly Matrix _rows;
    private readonly double[] _upper, _lower;
    private readonly double[] _shift, _half;
    private readonly double _slack;
    private double _largestShift, _secondShift;
    private int _largest = -1;
    private bool _valid;

    public KMeansBounds(Matrix rows, KMeansAssignment work)
    {
        _rows = rows;
        _work = work;
        _upper = new double[work.Padded];
        _lower = new double[work.Padded];
        _shift = new double[work.Clusters];
        _half = new double[work.Clusters];
        // A distance is the root of d fused terms; 16 more for the roundings of a pass's updates.
        _slack = (rows.Columns + 16) * Math.ScaleB(1, -52);
    }

    /// <summary>Forgets all bounds: the next pass computes every distance.</summary>
    public void Reset() => _valid = false;

    /// <summary>Prepares a pass: how far centroids moved, and half the distance from each to its nearest neighbour.</summary>
    public void Move(Matrix before, Matrix after)
    {
        _largest = 0;
        _largestShift = _secondShift = 0;
        for (var c = 0; c < _shift.Length; c++)
        {
            _shift[c] = Math.Sqrt(Distances.SquaredEuclidean(before.Row(c), after.Row(c))) * (1 + _slack);
            if (_shift[c] > _largestShift) (_largest, _secondShift, _largestShift) = (c, _largestShift, _shift[c]);
            else if (_shift[c] > _secondShift) _secondShift = _shift[c];
        }
        var gaps = Distances.SquaredEuclidean(after, after, threads: 1);
        for (var c = 0; c < _half.Length; c++)
        {
            var nearest = double.PositiveInfinity;
            for (var other = 0; other < _half.Length; other++)
                if (other != c) nearest = Math.Min(nearest, gaps[c, other]);
            _half[c] = 0.5 * Math.Sqrt(nearest) * (1 - _slack);
        }
        _valid = true;
    }

    /// <summary>Updates labels of a chunk; returns how many changed.</summary>
    public int Assign(int firstBlock, int endBlock, PointQuads centroids)
    {
        var start = firstBlock * RowBlocks.Width;
        var end = Math.Min(endBlock * RowBlocks.Width, _work.Rows);
        if (!_valid) return AssignBlocks(firstBlock, endBlock, centroids);
        var open = new int[end - start];
        var count = CollectOpen(start, end, open);
        // Gathering rows costs about as much as half of their distances.
        return count > (end - start) / 2 ? AssignBlocks(firstBlock, endBlock, centroids) : AssignRows(open.AsSpan(0, count), centroids);
    }

    /// <summary>Moves the bounds along with the centroids and lists the rows that they no longer decide.</summary>
    private int CollectOpen(int start, int end, int[] open)
    {
        var labels = _work.Labels;
        double up = 1 + _slack, down = 1 - _slack;
        var count = 0;
        for (var row = start; row < end; row++)
        {
            var label = labels[row];
            var upper = (_upper[row] + _shift[label]) * up;
            var drop = label == _largest ? _secondShift : _largestShift;
            var lower = (_lower[row] - drop) * (_lower[row] > drop ? down : up) - drop * _slack;
            _upper[row] = upper;
            _lower[row] = lower;
            open[count] = row;
            count += upper < Math.Max(lower, _half[label]) ? 0 : 1;
        }
        return count;
    }

    private int AssignBlocks(int firstBlock, int endBlock, PointQuads centroids)
    {
        Span<int> nearest = stackalloc int[RowBlocks.Width];
        Span<double> best = stackalloc double[RowBlocks.Width], second = stackalloc double[RowBlocks.Width];
        var changed = 0;
        for (var block = firstBlock; block < endBlock; block++)
        {
            _work.Blocks.NearestTwo(block, centroids, nearest, best, second);
            var at = block * RowBlocks.Width;
            var filled = Math.Min(RowBlocks.Width, _work.Rows - at);
            for (var lane = 0; lane < filled; lane++) changed += Set(at + lane, nearest[lane], best[lane], second[lane]);
        }
        return changed;
    }

    private int AssignRows(ReadOnlySpan<int> open, PointQuads centroids)
    {
        Span<int> nearest = stackalloc int[RowBlocks.Width];
        Span<double> best = stackalloc double[RowBlocks.Width], second = stackalloc double[RowBlocks.Width];
        var gathered = new RowBlocks(RowBlocks.Width, _rows.Columns);
        var changed = 0;
        for (var first = 0; first < open.Length; first += RowBlocks.Width)
        {
            var filled = Math.Min(RowBlocks.Width, open.Length - first);
            for (var lane = 0; lane < filled; lane++) gathered.Set(lane, _rows.Row(open[first + lane]));
            gathered.NearestTwo(0, centroids, nearest, best, second);
            for (var lane = 0; lane < filled; lane++) changed += Set(open[first + lane], nearest[lane], best[lane], second[lane]);
        }
        return changed;
    }

    private int Set(int row, int label, double best, double second)
    {
        _upper[row] = Math.Sqrt(best) * (1 + _slack);
        _lower[row] = Math.Sqrt(second) * (1 - _slack);
        if (_work.Labels[row] == label) return 0;
        _work.Labels[row] = label;
        return 1;
    }
}
