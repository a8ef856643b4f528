namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>A row and how far it is.</summary>
/// <param name="Row">Row number in the matrix the tree was built on.</param>
/// <param name="Distance">Euclidean. ≥ 0.</param>
public readonly record struct Neighbor(int Row, double Distance);

/// <summary>Exact nearest neighbours among points of few dimensions. Immutable and thread-safe.</summary>
/// <remarks>Cost: O(n log² n) to build, O(log n) a query on spread-out points of up to about ten columns; with many more columns a query
/// looks at nearly
/// all rows. Memory: a copy of the rows. Equal distances are ordered by row number. Source: Bentley (1975), Commun. ACM 18(9).</remarks>
public sealed class KdTree
{
    private const int Leaf = 16;
    private readonly double[] _points; // in the order of _rows
    private readonly int[] _rows;
    private readonly int _d;
    private readonly List<Node> _nodes = [];

    /// <summary>Builds the tree.</summary>
    /// <param name="rows">Shape (n, d), finite, d ≥ 1; n may be 0.</param>
    /// <exception cref="ArgumentException">No columns, or a value that is not finite.</exception>
    public KdTree(Matrix rows)
    {
        if (rows.Columns < 1) throw new ArgumentException($"KdTree needs at least 1 column. Got {rows.Rows} × {rows.Columns}.");
        LinearAlgebra.InputChecks.Finite(rows, "KdTree");
        _d = rows.Columns;
        _rows = [.. Enumerable.Range(0, rows.Rows)];
        if (rows.Rows > 0) Build(rows, 0, rows.Rows);
        _points = rows.SelectRows(_rows).Span.ToArray();
    }

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

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
        if (Count > 0) Search(0, point, best, k);
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
        Check(point, "Within");
        if (!(radius >= 0)) throw new ArgumentException($"KdTree.Within needs a radius ≥ 0. Got {radius}.");
        var found = new List<Neighbor>();
        if (Count > 0) Collect(0, point, radius, found);
        found.Sort((a, b) => a.Row.CompareTo(b.Row));
        return [.. found];
    }

    private int Build(Matrix rows, int start, int end)
    {
        var id = _nodes.Count;
        _nodes.Add(default);
        var (axis, width) = (0, -1.0);
        for (var j = 0; j < _d; j++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var i = start; i < end; i++)
            {
                low = Math.Min(low, rows.Span[_rows[i] * _d + j]);
                high = Math.Max(high, rows.Span[_rows[i] * _d + j]);
            }
            if (high - low > width) (axis, width) = (j, high - low);
        }
        if (end - start <= Leaf || width == 0)
        {
            _nodes[id] = new Node(start, end, -1, 0, 0, 0);
            return id;
        }
        var keys = new double[end - start];
        for (var i = start; i < end; i++) keys[i - start] = rows.Span[_rows[i] * _d + axis];
        var part = _rows[start..end];
        Array.Sort(keys, part);
        part.CopyTo(_rows, start);
        var half = keys.Length / 2;
        Build(rows, start, start + half);
        var right = Build(rows, start + half, end);
        _nodes[id] = new Node(start, end, axis, keys[half - 1], keys[half], right);
        return id;
    }

    private void Search(int id, ReadOnlySpan<double> point, PriorityQueue<int, (double Square, int Row)> best, int k)
    {
        var node = _nodes[id];
        if (node.Axis < 0)
        {
            for (var i = node.Start; i < node.End; i++)
            {
                var candidate = (Square(point, i), _rows[i]);
                if (best.Count < k) best.Enqueue(_rows[i], candidate);
                else if (best.Comparer.Compare(best.TryPeek(out _, out var worst) ? worst : candidate,
                    candidate) < 0) best.EnqueueDequeue(_rows[i], candidate);
            }
            return;
        }
        var leftFirst = point[node.Axis] - node.LeftHigh < node.RightLow - point[node.Axis];
        Search(leftFirst ? id + 1 : node.Right, point, best, k);
        var gap = leftFirst ? node.RightLow - point[node.Axis] : point[node.Axis] - node.LeftHigh;
        // At the same distance a lower row number could still be on the far side.
        if (best.Count < k || gap <= 0 || best.TryPeek(out _, out var farthest) && gap * gap <= farthest.Square)
            Search(leftFirst ? node.Right : id + 1, point, best, k);
    }

    private void Collect(int id, ReadOnlySpan<double> point, double radius, List<Neighbor> found)
    {
        var node = _nodes[id];
        if (node.Axis < 0)
        {
            for (var i = node.Start; i < node.End; i++)
            {
                var distance = Math.Sqrt(Square(point, i));
                if (distance <= radius) found.Add(new Neighbor(_rows[i], distance));
            }
            return;
        }
        // A hair wider than the radius, because a distance rounds.
        var reach = radius * (1 + 1e-12);
        if (point[node.Axis] - node.LeftHigh <= reach) Collect(id + 1, point, radius, found);
        if (node.RightLow - point[node.Axis] <= reach) Collect(node.Right, point, radius, found);
    }

    private double Square(ReadOnlySpan<double> point, int at)
    {
        var sum = 0.0;
        for (var j = 0; j < point.Length; j++)
        {
            var difference = point[j] - _points[at * _d + j];
            sum += difference * difference;
        }
        return sum;
    }

    private void Check(ReadOnlySpan<double> point, string method)
    {
        if (point.Length != _d) throw new ArgumentException($"KdTree.{method} needs a point of {_d} values. Got {point.Length}.");
        LinearAlgebra.InputChecks.Finite(point, "point", $"KdTree.{method}");
    }

    /// <summary>Rows [Start, End); for an inner node the axis, the last value on the left, the first on the right, and the right child
    /// (the left one
    /// follows the node). Axis −1: a leaf.</summary>
    private readonly record struct Node(int Start, int End, int Axis, double LeftHigh, double RightLow, int Right);
}
