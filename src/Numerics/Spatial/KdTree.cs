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
        // The worst of the best so far on top: larger squared distance first, then larger row.
        var best = new PriorityQueue<int, (double Square, int Row)>(
            Comparer<(double Square, int Row)>.Create((a, b) => a.Square != b.Square ? b.Square.CompareTo(a.Square)
                : b.Row.CompareTo(a.Row)));
        if (Count > 0) Search(0, Boxes.Near(0, point), point, best, k);
        var result = new Neighbor[best.Count];
        for (var i = result.Length - 1; i >= 0; i--)
        {
            best.TryDequeue(out var row, out var priority);
            result[i] = new Neighbor(row, Math.Sqrt(priority.Square));
        }
        return result;
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

    private void Search(int id, double near, ReadOnlySpan<double> point, PriorityQueue<int, (double Square, int Row)> best, int k)
    {
        // At the same distance a lower row number could still be inside.
        if (best.Count == k && best.TryPeek(out _, out var farthest) && near > farthest.Square) return;
        var node = Boxes[id];
        if (node.IsLeaf)
        {
            for (var at = node.Start; at < node.End; at++)
            {
                var row = Boxes.RowAt(at);
                var candidate = (Boxes.Square(point, at), row);
                if (best.Count < k) best.Enqueue(row, candidate);
                else if (best.Comparer.Compare(best.TryPeek(out _, out var worst) ? worst : candidate, candidate) < 0)
                    best.EnqueueDequeue(row, candidate);
            }
            return;
        }
        var (left, right) = (Boxes.Near(id + 1, point), Boxes.Near(node.Right, point));
        if (left <= right) Search(id + 1, left, point, best, k);
        Search(node.Right, right, point, best, k);
        if (left > right) Search(id + 1, left, point, best, k);
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
