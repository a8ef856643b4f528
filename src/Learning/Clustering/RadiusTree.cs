using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>A k-d tree for one radius: row numbers alone, in no order, without distances, which is all that density asks for and several
/// times faster than sorted neighbours. Immutable; a query writes to the caller's buffer.</summary>
internal sealed class RadiusTree
{
    private const int Leaf = 24;
    private readonly double[] _points; // in the order of _rows
    private readonly int[] _rows;
    private readonly int _d;
    private readonly double _radius;
    private readonly double _reach; // squared, a hair wider, because a distance rounds
    private readonly Node[] _nodes;
    private readonly double[] _boxes; // of each node: lows, then highs

    /// <summary>Builds the tree. O(n log² n).</summary>
    /// <param name="rows">Shape (n, d), finite.</param>
    /// <param name="radius">> 0.</param>
    public RadiusTree(Matrix rows, double radius)
    {
        (_d, _radius, _reach) = (rows.Columns, radius, radius * radius * (1 + 1e-12));
        _rows = [.. Enumerable.Range(0, rows.Rows)];
        var nodes = new List<Node>();
        var boxes = new List<double>();
        Build(rows, 0, rows.Rows, nodes, boxes);
        (_nodes, _boxes) = ([.. nodes], [.. boxes]);
        _points = rows.SelectRows(_rows).Span.ToArray();
    }

    /// <summary>The rows within the radius of a point, the edge included, in an order that depends on the tree alone.</summary>
    /// <param name="point">Length d, finite.</param>
    /// <param name="found">Cleared, then filled.</param>
    public void Within(ReadOnlySpan<double> point, List<int> found)
    {
        found.Clear();
        Collect(0, point, found);
    }

    private int Build(Matrix rows, int start, int end, List<Node> nodes, List<double> boxes)
    {
        var id = nodes.Count;
        nodes.Add(new Node(start, end, 0));
        var (axis, width) = (0, 0.0);
        var lows = boxes.Count;
        for (var side = 0; side < 2 * _d; side++) boxes.Add(side < _d ? double.PositiveInfinity : double.NegativeInfinity);
        for (var j = 0; j < _d; j++)
        {
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            for (var i = start; i < end; i++)
            {
                low = Math.Min(low, rows.Span[_rows[i] * _d + j]);
                high = Math.Max(high, rows.Span[_rows[i] * _d + j]);
            }
            (boxes[lows + j], boxes[lows + _d + j]) = (low, high);
            if (high - low > width) (axis, width) = (j, high - low);
        }
        if (end - start <= Leaf || width == 0) return id;
        var keys = new double[end - start];
        for (var i = start; i < end; i++) keys[i - start] = rows.Span[_rows[i] * _d + axis];
        keys.AsSpan().Sort(_rows.AsSpan(start, end - start));
        var half = start + keys.Length / 2;
        Build(rows, start, half, nodes, boxes);
        nodes[id] = new Node(start, end, Build(rows, half, end, nodes, boxes));
        return id;
    }

    private void Collect(int id, ReadOnlySpan<double> point, List<int> found)
    {
        while (true)
        {
            var (near, far) = (0.0, 0.0);
            var box = _boxes.AsSpan(id * 2 * _d, 2 * _d);
            for (var j = 0; j < point.Length; j++)
            {
                var (below, above) = (box[j] - point[j], point[j] - box[_d + j]);
                var gap = Math.Max(Math.Max(below, above), 0);
                var span = Math.Max(Math.Abs(below), Math.Abs(above));
                (near, far) = (near + gap * gap, far + span * span);
            }
            if (near > _reach) return;
            var node = _nodes[id];
            if (far * (1 + 1e-12) < _radius * _radius)
            {
                found.AddRange(_rows.AsSpan(node.Start, node.End - node.Start));
                return;
            }
            if (node.Right == 0)
            {
                Scan(node, point, found);
                return;
            }
            Collect(id + 1, point, found);
            id = node.Right;
        }
    }

    private void Scan(Node node, ReadOnlySpan<double> point, List<int> found)
    {
        var at = node.Start * _d;
        for (var i = node.Start; i < node.End; i++)
        {
            var square = 0.0;
            for (var j = 0; j < point.Length; j++)
            {
                var difference = point[j] - _points[at++];
                square += difference * difference;
            }
            if (square <= _reach && Math.Sqrt(square) <= _radius) found.Add(_rows[i]);
        }
    }

    /// <summary>Rows [Start, End); the left child follows the node, the right one is at Right; Right 0: a leaf.</summary>
    private readonly record struct Node(int Start, int End, int Right);
}
