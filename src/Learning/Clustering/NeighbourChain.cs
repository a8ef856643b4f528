using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Clustering;

/// <summary>Ward's, average and complete linkage: from any cluster go to its nearest, again and again, until two are each other's nearest;
/// join them. These linkages never bring a third cluster nearer by a join, so the chain so far stays valid and the joins are those of
/// the greedy algorithm, in another order. O(n²) time.</summary>
internal sealed class NeighbourChain
{
    private readonly double[][] _distances; // row i: to rows 0 … i − 1
    private readonly int[] _sizes; // 0: joined into another
    private readonly int[] _alive; // clusters left, rising
    private readonly Linkage _linkage;
    private readonly CancellationToken _cancellation;
    private int _count;

    public NeighbourChain(Matrix rows, HierarchicalOptions options, CancellationToken cancellationToken)
    {
        var n = rows.Rows;
        (_linkage, _cancellation, _count) = (options.Linkage, cancellationToken, n);
        _distances = new double[n][];
        _sizes = new int[n];
        Array.Fill(_sizes, 1);
        _alive = [.. Enumerable.Range(0, n)];
        Parallelism.For(n, Parallelism.Chunk(n, 1.5 * n * rows.Columns), (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var line = _distances[i] = new double[i];
                for (var j = 0; j < i; j++) line[j] = Math.Sqrt(Distances.SquaredEuclidean(rows.Row(i), rows.Row(j)));
            }
        }, options.Threads, cancellationToken);
    }

    /// <summary>All n − 1 joins, each in terms of the rows that stand for its clusters.</summary>
    public Join[] Joins(IProgress<double>? progress)
    {
        var joins = new Join[_sizes.Length - 1];
        var chain = new int[_sizes.Length];
        var length = 0;
        for (var k = 0; k < joins.Length; k++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (length == 0) chain[length++] = _alive[0];
            while (true)
            {
                var end = chain[length - 1];
                var previous = length > 1 ? chain[length - 2] : -1;
                var (nearest, distance) = Nearest(end, previous);
                if (nearest == previous)
                {
                    joins[k] = new Join(Math.Min(end, previous), Math.Max(end, previous), distance);
                    break;
                }
                chain[length++] = nearest;
            }
            length -= 2;
            Merge(joins[k]);
            if (k % 256 == 255) progress?.Report((double)k / joins.Length);
        }
        return joins;
    }

    /// <summary>The nearest cluster; among equals the one before it in the chain (or the walk could go in circles), then the lowest.</summary>
    private (int Cluster, double Distance) Nearest(int cluster, int previous)
    {
        var (nearest, least) = (previous, previous < 0 ? double.PositiveInfinity : Distance(cluster, previous));
        var line = _distances[cluster];
        var at = 0;
        for (; _alive[at] < cluster; at++)
            if (line[_alive[at]] < least) (nearest, least) = (_alive[at], line[_alive[at]]);
        for (at++; at < _count; at++)
        {
            var distance = _distances[_alive[at]][cluster];
            if (distance < least) (nearest, least) = (_alive[at], distance);
        }
        return (nearest, least);
    }

    /// <summary>The higher row stands for both from now on.</summary>
    private void Merge(Join join)
    {
        var (a, b, height) = join;
        var (sizeA, sizeB) = ((double)_sizes[a], (double)_sizes[b]);
        var gone = Array.BinarySearch(_alive, 0, _count, a);
        Array.Copy(_alive, gone + 1, _alive, gone, --_count - gone);
        _sizes[b] += _sizes[a];
        _sizes[a] = 0;
        for (var at = 0; at < _count; at++)
        {
            var c = _alive[at];
            if (c == b) continue;
            ref var toB = ref Distance(c, b);
            toB = Updated(Distance(c, a), toB, height, sizeA, sizeB, _sizes[c]);
        }
    }

    /// <summary>Lance and Williams: the distance of c from a and b joined.</summary>
    private double Updated(double ca, double cb, double ab, double a, double b, double c) => _linkage switch
    {
        Linkage.Ward => Math.Sqrt(((a + c) * ca * ca + (b + c) * cb * cb - c * ab * ab) / (a + b + c)),
        Linkage.Average => (a * ca + b * cb) / (a + b),
        _ => Math.Max(ca, cb),
    };

    private ref double Distance(int i, int j) => ref i > j ? ref _distances[i][j] : ref _distances[j][i];
}
