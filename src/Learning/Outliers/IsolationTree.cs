using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Outliers;

/// <summary>One tree of random cuts, as an array of nodes from the root on.</summary>
internal sealed class IsolationTree
{
    private const double EulerGamma = 0.57721566490153286;
    private readonly List<Node> _growing = [];
    private Node[] _nodes = [];

    /// <summary>A tree on some rows.</summary>
    /// <param name="rows">Shape (n, d).</param>
    /// <param name="sample">Row numbers; reordered.</param>
    /// <param name="rng">Drawn from twice a cut.</param>
    public static IsolationTree Grow(Matrix rows, int[] sample, Rng rng)
    {
        var tree = new IsolationTree();
        tree.Grow(rows, sample, 0, (int)Math.Ceiling(Math.Log2(sample.Length)), rng);
        tree._nodes = [.. tree._growing];
        tree._growing.Clear();
        return tree;
    }

    /// <summary>2^(−mean depth / c(sample)) of each row.</summary>
    public static double[] Score(IsolationTree[] trees, int sample, Matrix rows, int? threads, CancellationToken cancellationToken)
    {
        var scores = new double[rows.Rows];
        var usual = MeanDepth(sample);
        Parallelism.For(rows.Rows, Parallelism.Chunk(rows.Rows, 20.0 * trees.Length), (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var deeper = 0.0; // against the usual depth, so that rows of no distinction score 0.5 to the last bit
                foreach (var tree in trees) deeper += tree.Depth(rows.Row(i)) - usual;
                scores[i] = 0.5 * Math.Pow(2, -deeper / trees.Length / usual);
            }
        }, threads, cancellationToken);
        return scores;
    }

    /// <summary>c(n): mean depth of an unsuccessful search in a binary search tree of n rows; what a leaf of n rows adds to a path.</summary>
    internal static double MeanDepth(int rows) => rows switch
    {
        <= 1 => 0,
        2 => 1,
        _ => 2 * (Math.Log(rows - 1) + EulerGamma) - 2.0 * (rows - 1) / rows,
    };

    private int Grow(Matrix rows, Span<int> members, int depth, int deepest, Rng rng)
    {
        var id = _growing.Count;
        _growing.Add(new Node(-1, depth + MeanDepth(members.Length), 0));
        if (depth >= deepest || members.Length <= 1) return id;
        var (column, low, high) = VaryingColumn(rows, members, rng);
        if (column < 0) return id;
        var share = rng.NextDouble();
        var cut = Math.Max(low, low * (1 - share) + high * share); // high − low could overflow
        if (!(cut < high)) cut = low; // the range is a rounding wide
        var left = 0;
        for (var i = 0; i < members.Length; i++)
        {
            if (rows.Span[members[i] * rows.Columns + column] > cut) continue;
            (members[left], members[i]) = (members[i], members[left]);
            left++;
        }
        Grow(rows, members[..left], depth + 1, deepest, rng);
        _growing[id] = new Node(column, cut, Grow(rows, members[left..], depth + 1, deepest, rng));
        return id;
    }

    /// <summary>A random column among those that vary, with its range; −1 when none does.</summary>
    private static (int Column, double Low, double High) VaryingColumn(Matrix rows, ReadOnlySpan<int> members, Rng rng)
    {
        var columns = Enumerable.Range(0, rows.Columns).ToArray();
        for (var left = columns.Length; left > 0; left--)
        {
            var pick = rng.Next(left);
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var i in members)
            {
                var value = rows.Span[i * rows.Columns + columns[pick]];
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
            if (low < high) return (columns[pick], low, high);
            columns[pick] = columns[left - 1];
        }
        return (-1, 0, 0);
    }

    private double Depth(ReadOnlySpan<double> row)
    {
        var at = 0;
        while (_nodes[at].Column >= 0) at = row[_nodes[at].Column] <= _nodes[at].Value ? at + 1 : _nodes[at].Right;
        return _nodes[at].Value;
    }

    /// <summary>A cut (rows up to Value go left, to the node after it; the others to Right), or with Column −1 a leaf whose Value is its depth.
    /// </summary>
    private readonly record struct Node(int Column, double Value, int Right);
}
