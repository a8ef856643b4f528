namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>Points halved again and again at the median of their widest column, each half with its bounding box. Immutable.</summary>
/// <remarks>Points are kept in the order of the leaves: a node is the positions [Start, End). Squared distances are added up column by
/// column, so a box's is never above that of a point inside, rounding included.</remarks>
internal sealed class BoxTree
{
    private const int Leaf = 16;
    private readonly double[] _points;
    private readonly int[] _rows;
    private readonly Node[] _nodes;
    private readonly double[] _boxes; // of each node: lows, then highs

    /// <summary>Builds the tree. O(n·d·log n).</summary>
    /// <param name="rows">Shape (n, d), finite, d ≥ 1.</param>
    public BoxTree(Matrix rows)
    {
        Columns = rows.Columns;
        _points = rows.Span.ToArray();
        _rows = [.. Enumerable.Range(0, rows.Rows)];
        var most = MostNodes(rows.Rows);
        (_nodes, _boxes) = (new Node[most], new double[most * 2 * Columns]);
        if (rows.Rows > 0) Build(0, rows.Rows);
    }

    /// <summary>Number of points.</summary>
    public int Count => _rows.Length;

    /// <summary>Number of columns, d.</summary>
    public int Columns { get; }

    /// <summary>Number of nodes; the root is 0. None where there are no points.</summary>
    public int Nodes { get; private set; }

    /// <summary>A node.</summary>
    public Node this[int id] => _nodes[id];

    /// <summary>The row of the matrix at a position.</summary>
    public int RowAt(int position) => _rows[position];

    /// <summary>The point at a position.</summary>
    public ReadOnlySpan<double> PointAt(int position) => _points.AsSpan(position * Columns, Columns);

    /// <summary>Squared distance from a point to the point at a position.</summary>
    public double Square(ReadOnlySpan<double> point, int position)
    {
        var other = PointAt(position);
        var sum = 0.0;
        for (var j = 0; j < other.Length; j++)
        {
            var difference = point[j] - other[j];
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>Squared distance from a point to the nearest place in a node's box; 0 inside.</summary>
    public double Near(int id, ReadOnlySpan<double> point) => Near(point, point, Lows(id), Highs(id));

    /// <summary>Squared distance from a point to the farthest place in a node's box.</summary>
    public double Far(int id, ReadOnlySpan<double> point) => Far(point, point, Lows(id), Highs(id));

    /// <summary>Squared distance between the nearest places of two nodes' boxes; 0 where they touch.</summary>
    public double Near(int a, int b) => Near(Lows(a), Highs(a), Lows(b), Highs(b));

    /// <summary>Squared distance between the farthest places of two nodes' boxes; of a box with itself, its squared diameter.</summary>
    public double Far(int a, int b) => Far(Lows(a), Highs(a), Lows(b), Highs(b));

    private static double Near(ReadOnlySpan<double> lowsA, ReadOnlySpan<double> highsA, ReadOnlySpan<double> lowsB, ReadOnlySpan<double> highsB)
    {
        var sum = 0.0;
        for (var j = 0; j < lowsB.Length; j++)
        {
            var gap = Math.Max(Math.Max(lowsB[j] - highsA[j], lowsA[j] - highsB[j]), 0);
            sum += gap * gap;
        }
        return sum;
    }

    private static double Far(ReadOnlySpan<double> lowsA, ReadOnlySpan<double> highsA, ReadOnlySpan<double> lowsB, ReadOnlySpan<double> highsB)
    {
        var sum = 0.0;
        for (var j = 0; j < lowsB.Length; j++)
        {
            var span = Math.Max(highsA[j] - lowsB[j], highsB[j] - lowsA[j]);
            sum += span * span;
        }
        return sum;
    }

    private ReadOnlySpan<double> Lows(int id) => _boxes.AsSpan(2 * id * Columns, Columns);

    private ReadOnlySpan<double> Highs(int id) => _boxes.AsSpan((2 * id + 1) * Columns, Columns);

    /// <summary>As many as there are when no box is a point.</summary>
    private static int MostNodes(int rows) => rows <= Leaf ? Math.Min(rows, 1) : 1 + MostNodes(rows / 2) + MostNodes(rows - rows / 2);

    private int Build(int start, int end)
    {
        var id = Nodes++;
        var axis = Enclose(id, start, end);
        _nodes[id] = new Node(start, end, 0);
        if (end - start <= Leaf || axis < 0) return id;
        var half = start + (end - start) / 2;
        Split(start, end - 1, half, axis);
        Build(start, half);
        _nodes[id] = new Node(start, end, Build(half, end));
        return id;
    }

    /// <summary>Sets the box of a node. Returns its widest column, or −1 where all points are one.</summary>
    private int Enclose(int id, int start, int end)
    {
        var lows = _boxes.AsSpan(2 * id * Columns, Columns);
        var highs = _boxes.AsSpan((2 * id + 1) * Columns, Columns);
        PointAt(start).CopyTo(lows);
        PointAt(start).CopyTo(highs);
        for (var i = start + 1; i < end; i++)
        {
            var point = PointAt(i);
            for (var j = 0; j < point.Length; j++)
            {
                if (point[j] < lows[j]) lows[j] = point[j];
                else if (point[j] > highs[j]) highs[j] = point[j];
            }
        }
        var (axis, width) = (-1, 0.0);
        for (var j = 0; j < Columns; j++)
            if (highs[j] - lows[j] > width) (axis, width) = (j, highs[j] - lows[j]);
        return axis;
    }

    /// <summary>Moves points so that those before <paramref name="middle"/> are not above it in a column, nor those after it below.</summary>
    /// <remarks>Hoare's selection. The pivot is the median of three places that jump about, so that no order of rows is slow. O(n).</remarks>
    private void Split(int low, int high, int middle, int axis)
    {
        var jump = (uint)middle;
        while (low < high)
        {
            jump = jump * 747796405 + 2891336453;
            var width = (uint)(high - low) + 1;
            var pivot = Median(Key(low + (int)(jump % width), axis), Key(low + (int)((jump >> 8) % width), axis), Key(low + (int)((jump >> 16) % width), axis));
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (Key(i, axis) < pivot) i++;
                while (Key(j, axis) > pivot) j--;
                if (i <= j) Swap(i++, j--);
            }
            if (middle <= j) high = j;
            else if (middle >= i) low = i;
            else return;
        }
    }

    private double Key(int position, int axis) => _points[position * Columns + axis];

    private void Swap(int a, int b)
    {
        (_rows[a], _rows[b]) = (_rows[b], _rows[a]);
        for (var (p, q, j) = (a * Columns, b * Columns, 0); j < Columns; j++, p++, q++) (_points[p], _points[q]) = (_points[q], _points[p]);
    }

    private static double Median(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    /// <summary>Positions [Start, End). The left child follows the node, the right one is at Right; 0: a leaf.</summary>
    public readonly record struct Node(int Start, int End, int Right)
    {
        /// <summary>Whether the node has no children.</summary>
        public bool IsLeaf => Right == 0;
    }
}
