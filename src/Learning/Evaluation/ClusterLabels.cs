using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>Labels renumbered 0 … k − 1 by ascending value, as every clustering score needs them.</summary>
internal sealed class ClusterLabels
{
    public ClusterLabels(Matrix rows, IReadOnlyList<int> labels, string method)
    {
        FitChecks.Rows(rows, method, leastRows: 3);
        FitChecks.Squarable(rows, method);
        if (labels.Count != rows.Rows)
            throw new ArgumentException($"{method} needs one label per row: {rows.Rows} rows. Got {labels.Count} labels.");
        var distinct = labels.Distinct().Order().ToArray();
        if (distinct.Length < 2 || distinct.Length >= rows.Rows)
            throw new ArgumentException($"{method} needs between 2 and {rows.Rows - 1} distinct labels for {rows.Rows} rows. "
                + $"Got {distinct.Length}.");
        Codes = new int[labels.Count];
        Sizes = new int[distinct.Length];
        for (var i = 0; i < Codes.Length; i++)
        {
            Codes[i] = Array.BinarySearch(distinct, labels[i]);
            Sizes[Codes[i]]++;
        }
    }

    /// <summary>Number of clusters.</summary>
    public int Count => Sizes.Length;

    /// <summary>The cluster of each row, in [0, Count).</summary>
    public int[] Codes { get; }

    /// <summary>Rows in each cluster.</summary>
    public int[] Sizes { get; }

    /// <summary>Rows less the first of them: scores depend on differences alone, and means of values far from 0 would lose their digits.</summary>
    public static Matrix NearZero(Matrix rows) => Matrix.Create(rows.Rows, rows.Columns, (i, j) => rows[i, j] - rows[0, j]);

    /// <summary>The mean of the rows of each cluster. Shape (Count, d).</summary>
    public Matrix Means(Matrix rows)
    {
        var sums = new double[Count * rows.Columns];
        for (var i = 0; i < rows.Rows; i++)
        {
            var row = rows.Row(i);
            var target = sums.AsSpan(Codes[i] * rows.Columns, rows.Columns);
            for (var j = 0; j < row.Length; j++) target[j] += row[j];
        }
        for (var c = 0; c < Count; c++)
            foreach (ref var value in sums.AsSpan(c * rows.Columns, rows.Columns)) value /= Sizes[c];
        return Matrix.Wrap(Count, rows.Columns, sums);
    }
}
