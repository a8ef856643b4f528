using System.Collections.Immutable;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>One run of Lloyd's iteration from given seeds.</summary>
internal sealed class KMeansDescent
{
    /// <summary>Clusters times features from which on bounds are kept: at 320, on rows without groups, they cost more than they save.</summary>
    private const int BoundsPayFrom = 1024;

    private readonly Matrix _rows;
    private readonly KMeansAssignment _work;
    private readonly KMeansOptions _options;
    private readonly KMeansBounds? _bounds;
    private readonly KMeansSums _sums;
    private readonly KMeansRefinement? _refinement;
    private readonly double _tolerance;
    private readonly int[] _changed;

    public KMeansDescent(Matrix rows, KMeansAssignment work, KMeansOptions options)
    {
        _rows = rows;
        _work = work;
        _options = options;
        _sums = new KMeansSums(rows, work);
        _changed = new int[work.Chunks];
        if (options.Refine && work.Clusters > 1) _refinement = new KMeansRefinement(rows, work);
        _tolerance = options.Tolerance == 0 ? 0 : options.Tolerance * MeanVariance(rows);
        var bounded = options.Algorithm == KMeansAlgorithm.Hamerly
            || (options.Algorithm == KMeansAlgorithm.Auto && (long)work.Clusters * rows.Columns >= BoundsPayFrom);
        if (bounded && work.Clusters > 1) _bounds = new KMeansBounds(rows, work);
    }

    /// <summary>The model, or null when its inertia does not beat <paramref name="toBeat"/>.</summary>
    public KMeansModel? Run(Matrix seeds, double? toBeat, Action<int> passed)
    {
        var centroids = seeds;
        Array.Fill(_work.Labels, -1);
        _bounds?.Reset();
        _sums.Reset();
        var reason = "";
        var converged = false;
        var done = false;
        var pass = 0;
        while (!done && pass < _options.MaxIterations)
        {
            pass++;
            var changed = Assign(centroids);
            var next = _sums.Centroids(centroids, changed > 0 ? _changed : null);
            var shift = SquaredShift(centroids, next);
            _bounds?.Move(centroids, next);
            centroids = next;
            if (changed == 0 || shift <= _tolerance)
            {
                reason = changed == 0
                    ? $"No label changed in pass {pass}."
                    : $"Centroids moved no more than the tolerance in pass {pass}.";
                converged = true;
                done = !Refine(ref centroids);
            }
            passed(pass);
        }
        if (!converged)
            reason = $"MaxIterations ({_options.MaxIterations}) ended the best run before it settled. Raise MaxIterations or Tolerance.";
        var inertia = _work.AssignAll(centroids); // labels are those of the centroids returned
        if (toBeat <= inertia) return null;
        return new KMeansModel(centroids, [.. _work.Labels[.._rows.Rows]], inertia, converged, pass, reason + Empty());
    }

    /// <summary>Moves single rows; true when that saved enough for the iteration to go on.</summary>
    private bool Refine(ref Matrix centroids)
    {
        if (_refinement is null) return false;
        var saved = _refinement.Sweep(centroids, _changed);
        if (saved == 0) return false;
        centroids = _sums.Centroids(centroids, _changed);
        _bounds?.Reset();
        return saved > _options.Tolerance;
    }

    /// <summary>Labels every row; returns how many labels changed.</summary>
    private int Assign(Matrix centroids)
    {
        var points = new PointQuads(centroids);
        _work.ForChunks((chunk, first, end) =>
            _changed[chunk] = _bounds?.Assign(first, end, points) ?? AssignBlocks(first, end, points));
        return _changed.Sum();
    }

    private int AssignBlocks(int first, int end, PointQuads points)
    {
        Span<int> nearest = stackalloc int[RowBlocks.Width];
        Span<double> best = stackalloc double[RowBlocks.Width], second = stackalloc double[RowBlocks.Width];
        var changed = 0;
        for (var block = first; block < end; block++)
        {
            _work.Blocks.NearestTwo(block, points, nearest, best, second);
            var at = block * RowBlocks.Width;
            var labels = _work.Labels.AsSpan(at, Math.Min(RowBlocks.Width, _rows.Rows - at));
            for (var lane = 0; lane < labels.Length; lane++)
            {
                if (labels[lane] == nearest[lane]) continue;
                labels[lane] = nearest[lane];
                changed++;
            }
        }
        return changed;
    }

    private string Empty()
    {
        var used = new HashSet<int>(_work.Labels[.._rows.Rows]).Count;
        return used == _work.Clusters
            ? ""
            : $" Only {used} of {_work.Clusters} clusters have rows: there are fewer distinct rows than clusters. "
            + $"Set Clusters to {used} or less.";
    }

    private static double SquaredShift(Matrix before, Matrix after)
    {
        var sum = 0.0;
        for (var c = 0; c < before.Rows; c++) sum += Distances.SquaredEuclidean(before.Row(c), after.Row(c));
        return sum;
    }

    /// <summary>The mean over columns of the population variance.</summary>
    private static double MeanVariance(Matrix rows)
    {
        var means = new double[rows.Columns];
        for (var i = 0; i < rows.Rows; i++)
        {
            var row = rows.Row(i);
            for (var j = 0; j < row.Length; j++) means[j] += row[j];
        }
        for (var j = 0; j < means.Length; j++) means[j] /= rows.Rows;
        var sum = 0.0;
        for (var i = 0; i < rows.Rows; i++) sum += Distances.SquaredEuclidean(rows.Row(i), means);
        return sum / ((double)rows.Rows * rows.Columns);
    }
}
