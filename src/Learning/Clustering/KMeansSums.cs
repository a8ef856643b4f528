using System.Numerics;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>The means of the clusters, from sums by chunk added in chunk order.</summary>
internal sealed class KMeansSums
{
    private readonly Matrix _rows;
    private readonly KMeansAssignment _work;
    private readonly double[][] _sums;
    private readonly int[][] _counts;

    public KMeansSums(Matrix rows, KMeansAssignment work)
    {
        _rows = rows;
        _work = work;
        _sums = Enumerable.Range(0, work.Chunks).Select(_ => new double[work.Clusters * rows.Columns]).ToArray();
        _counts = Enumerable.Range(0, work.Chunks).Select(_ => new int[work.Clusters]).ToArray();
    }

    /// <summary>Forgets the sums of an earlier run.</summary>
    public void Reset()
    {
        foreach (var counts in _counts) Array.Clear(counts);
        foreach (var sums in _sums) Array.Clear(sums);
    }

    /// <summary>The means of the rows by label.</summary>
    /// <param name="before">The centroids that the labels are of.</param>
    /// <param name="changed">How many labels changed in each chunk: chunks without a change keep their sums. Null: none changed.</param>
    public Matrix Centroids(Matrix before, int[]? changed)
    {
        if (changed is not null)
        {
            _work.ForChunks((chunk, first, end) =>
            {
                if (changed[chunk] > 0) Add(chunk, first * RowBlocks.Width, Math.Min(end * RowBlocks.Width, _rows.Rows));
            });
        }
        var d = _rows.Columns;
        var sums = new double[_work.Clusters * d];
        var counts = new int[_work.Clusters];
        for (var chunk = 0; chunk < _work.Chunks; chunk++)
        {
            for (var i = 0; i < sums.Length; i++) sums[i] += _sums[chunk][i];
            for (var c = 0; c < counts.Length; c++) counts[c] += _counts[chunk][c];
        }
        if (counts.Contains(0)) Reseed(before, sums, counts);
        for (var c = 0; c < counts.Length; c++)
        {
            var target = sums.AsSpan(c * d, d);
            if (counts[c] == 0) before.Row(c).CopyTo(target);
            else foreach (ref var value in target) value /= counts[c];
        }
        return Matrix.Wrap(_work.Clusters, d, sums, before.ColumnNames);
    }

    private void Add(int chunk, int start, int end)
    {
        var d = _rows.Columns;
        var sums = _sums[chunk];
        var counts = _counts[chunk];
        Array.Clear(sums);
        Array.Clear(counts);
        var labels = _work.Labels;
        var values = _rows.Span;
        for (var row = start; row < end; row++)
        {
            var label = labels[row];
            counts[label]++;
            var from = values.Slice(row * d, d);
            var to = sums.AsSpan(label * d, d);
            var j = 0;
            for (; j <= d - Vector<double>.Count; j += Vector<double>.Count)
                (new Vector<double>(to[j..]) + new Vector<double>(from[j..])).CopyTo(to[j..]);
            for (; j < d; j++) to[j] += from[j];
        }
    }

    /// <summary>Gives each empty cluster the farthest row that its own cluster can spare.</summary>
    private void Reseed(Matrix before, double[] sums, int[] counts)
    {
        _work.AssignAll(before);
        var d = _rows.Columns;
        var farthest = Enumerable.Range(0, _rows.Rows).Where(row => _work.Squares[row] > 0)
            .OrderByDescending(row => _work.Squares[row]).ThenBy(row => row);
        using var next = farthest.GetEnumerator();
        for (var c = 0; c < counts.Length; c++)
        {
            if (counts[c] > 0) continue;
            do
            {
                if (!next.MoveNext()) return; // every row lies on its centroid: fewer distinct rows than clusters
            }
            while (counts[_work.Labels[next.Current]] < 2);
            var row = next.Current;
            var from = _work.Labels[row];
            counts[from]--;
            counts[c] = 1;
            for (var j = 0; j < d; j++)
            {
                sums[from * d + j] -= _rows[row, j];
                sums[c * d + j] = _rows[row, j];
            }
        }
    }
}
