using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Single linkage: the edges of a minimum spanning tree, by Prim's algorithm. O(n²·d) time, O(n) memory beside the rows.</summary>
internal static class SingleLinkage
{
    /// <summary>The n − 1 edges, in the order that the tree grows from row 0.</summary>
    public static Join[] Joins(Matrix rows, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var n = rows.Rows;
        var joins = new Join[n - 1];
        // Rows outside the tree, in rising order, with their nearest distance to it.
        var outside = Enumerable.Range(1, n - 1).ToArray();
        var squares = new double[n];
        Array.Fill(squares, double.PositiveInfinity);
        var last = 0;
        for (var step = 0; step < joins.Length; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = joins.Length - step;
            var from = rows.Row(last);
            var best = 0;
            for (var at = 0; at < count; at++)
            {
                var i = outside[at];
                var square = Distances.SquaredEuclidean(from, rows.Row(i));
                if (square < squares[i]) squares[i] = square;
                if (squares[i] < squares[outside[best]]) best = at;
            }
            joins[step] = new Join(last, outside[best], Math.Sqrt(squares[outside[best]]));
            last = outside[best];
            Array.Copy(outside, best + 1, outside, best, count - best - 1);
            if (step % 256 == 255) progress?.Report((double)step / joins.Length);
        }
        return joins;
    }
}
