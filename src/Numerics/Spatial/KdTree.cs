using System.Runtime.InteropServices;

namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>A row and how far it is.</summary>
/// <param name="Row">Row number in the matrix the tree was built on.</param>
/// <param name="Distance">Euclidean. ≥ 0.</param>
public readonly record struct Neighbor(int Row, double Distance);

/// <summary>Exact nearest neighbours among points of few dimensions. Immutable and thread-safe.</summary>
/// <remarks>Cost: O(n·d·log n) to build, O(log n) a query on spread-out points of up to about ten columns; with many more columns a query
/// looks at nearly all rows. Memory: a copy of the rows, and about a quarter as much for boxes. Equal distances are ordered by row number.
/// Source: Bentley (1975), Commun. ACM 18(9).</remarks>
public sealed class KdTree
{
    /// <summary>Builds the tree.</summary>
    /// <param name="rows">Shape (n, d), finite, d ≥ 1; n may be 0.</param>
    /// <exception cref="ArgumentException">No columns, or a value that is not finite.</exception>
    public KdTree(Matrix rows)
    {
        if (rows.Columns < 1) throw new ArgumentException($"KdTree needs at least 1 column. Got {rows.Rows} × {rows.Columns}.");
        LinearAlgebra.InputChecks.Finite(rows, "KdTree");
        Boxes = new BoxTree(rows);
    }

    /// <summary>Number of rows.</summary>
    public int Count => Boxes.Count;

    internal BoxTree Boxes { get; }

    /// <summary>The k nearest rows, nearest first; all rows where there are fewer.</summary>
    /// <param name="point">Of length d, finite.</param>
    /// <param name="k">Range: ≥ 1.</param>
    /// <exception cref="ArgumentException">A point of another length or not finite, or k below 1.</exception>
    public Neighbor[] Nearest(ReadOnlySpan<double> point, int k)
    {
        Check(point, "Nearest");
        if (k < 1) throw new ArgumentException($"KdTree.Nearest needs k ≥ 1. Got {k}.");
        var best = new (double Square, int Row)[Math.Min(k, Count)];
        var nearest = new NearestRows(best);
        if (Count > 0) Search(0, Boxes.Near(0, point), point, ref nearest);
        Array.Sort(best);
        return Array.ConvertAll(best, entry => new Neighbor(entry.Row, Math.Sqrt(entry.Square)));
    }

    /// <summary>All rows within a radius (the edge included), by row number.</summary>
    /// <param name="point">Of length d, finite.</param>
    /// <param name="radius">Range: ≥ 0.</param>
    /// <exception cref="ArgumentException">A point of another length or not finite, or a radius below 0 or NaN.</exception>
    public Neighbor[] Within(ReadOnlySpan<double> point, double radius)
    {
        var positions = Positions(point, radius, []);
        var found = new Neighbor[positions.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = new Neighbor(Boxes.RowAt(positions[i]), Math.Sqrt(Boxes.Square(point, positions[i])));
        Array.Sort(found, (a, b) => a.Row.CompareTo(b.Row));
        return found;
    }

    /// <summary>The row numbers within a radius (the edge included), in no particular order: without distances, sorting or a new array, for
    /// callers that ask often.</summary>
    /// <param name="point">Of length d, finite.</param>
    /// <param name="radius">Range: ≥ 0.</param>
    /// <param name="found">Cleared, then filled.</param>
    /// <exception cref="ArgumentException">A point of another length or not finite, or a radius below 0 or NaN.</exception>
    public void Within(ReadOnlySpan<double> point, double radius, List<int> found)
    {
        foreach (ref var at in CollectionsMarshal.AsSpan(Positions(point, radius, found))) at = Boxes.RowAt(at);
    }

    private List<int> Positions(ReadOnlySpan<double> point, double radius, List<int> found)
    {
        Check(point, "Within");
        CheckRadius(radius, "KdTree.Within");
        found.Clear();
        if (Count > 0) Collect(0, point, new Radius(radius), found);
        return found;
    }

    private void Search(int id, double near, ReadOnlySpan<double> point, ref NearestRows nearest)
    {
        if (!nearest.Wants(near)) return;
        var node = Boxes[id];
        if (node.IsLeaf)
        {
            for (var at = node.Start; at < node.End; at++) nearest.Offer(Boxes.Square(point, at), Boxes.RowAt(at));
            return;
        }
        var (left, right) = (Boxes.Near(id + 1, point), Boxes.Near(node.Right, point));
        if (left <= right) Search(id + 1, left, point, ref nearest);
        Search(node.Right, right, point, ref nearest);
        if (left > right) Search(id + 1, left, point, ref nearest);
    }

    private void Collect(int id, ReadOnlySpan<double> point, Radius radius, List<int> found)
    {
        if (radius.Misses(Boxes.Near(id, point))) return;
        var node = Boxes[id];
        if (radius.Covers(Boxes.Far(id, point)))
        {
            for (var at = node.Start; at < node.End; at++) found.Add(at);
        }
        else if (node.IsLeaf)
        {
            for (var at = node.Start; at < node.End; at++)
                if (radius.Holds(Boxes.Square(point, at))) found.Add(at);
        }
        else
        {
            Collect(id + 1, point, radius, found);
            Collect(node.Right, point, radius, found);
        }
    }

    internal static void CheckRadius(double radius, string method)
    {
        if (!(radius >= 0)) throw new ArgumentException($"{method} needs a radius ≥ 0. Got {radius}.");
    }

    private void Check(ReadOnlySpan<double> point, string method)
    {
        if (point.Length != Boxes.Columns) throw new ArgumentException($"KdTree.{method} needs a point of {Boxes.Columns} values. Got {point.Length}.");
        LinearAlgebra.InputChecks.Finite(point, "point", $"KdTree.{method}");
    }
}
