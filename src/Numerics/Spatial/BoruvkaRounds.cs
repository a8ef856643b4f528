namespace MarketingNotebooks.Numerics.Spatial;

/// <summary>The rounds of <see cref="SpanningTree"/>: in each, every component is joined with the one nearest to it.</summary>
internal sealed class BoruvkaRounds
{
    private readonly BoxTree _tree;
    private readonly CancellationToken _token;
    private readonly double[] _floors; // of positions, squared
    private readonly double[] _lowest; // of nodes, the least floor inside
    private readonly DisjointSets _sets; // of positions
    private readonly int[] _components; // of positions: their root when the round began
    private readonly int[] _owners; // of nodes: the component that all of it belongs to; −1: several
    private readonly Link[] _nearest; // of components
    private readonly List<SpanningEdge> _edges;

    public BoruvkaRounds(BoxTree tree, ReadOnlySpan<double> floors, CancellationToken token)
    {
        (_tree, _token) = (tree, token);
        _floors = new double[tree.Count];
        for (var at = 0; at < _floors.Length && !floors.IsEmpty; at++) _floors[at] = floors[tree.RowAt(at)] * floors[tree.RowAt(at)];
        _lowest = new double[tree.Nodes];
        for (var id = tree.Nodes - 1; id >= 0; id--)
        {
            var node = tree[id];
            _lowest[id] = node.IsLeaf ? Least(_floors.AsSpan(node.Start, node.End - node.Start)) : Math.Min(_lowest[id + 1], _lowest[node.Right]);
        }
        _sets = new DisjointSets(tree.Count);
        _components = new int[tree.Count];
        _owners = new int[tree.Nodes];
        _nearest = new Link[tree.Count];
        _edges = new List<SpanningEdge>(tree.Count - 1);
    }

    public SpanningEdge[] Run(IProgress<double>? progress)
    {
        while (_edges.Count < _tree.Count - 1)
        {
            Begin();
            for (var at = 0; at < _tree.Count; at++)
            {
                if (at % 256 == 0) _token.ThrowIfCancellationRequested();
                if (_floors[at] < _nearest[_components[at]].Square) Search(0, _tree.Near(0, _tree.PointAt(at)), at, _tree.PointAt(at));
            }
            JoinAll();
            progress?.Report((double)_edges.Count / (_tree.Count - 1));
        }
        return [.. _edges];
    }

    private void Begin()
    {
        for (var at = 0; at < _components.Length; at++) _components[at] = _sets.Root(at);
        Array.Fill(_nearest, new Link(-1, -1, double.PositiveInfinity));
        for (var id = _tree.Nodes - 1; id >= 0; id--)
        {
            var node = _tree[id];
            _owners[id] = node.IsLeaf ? Owner(_components.AsSpan(node.Start, node.End - node.Start))
                : _owners[id + 1] == _owners[node.Right] ? _owners[id + 1] : -1;
        }
    }

    /// <summary>Looks below a node for a row of another component that is nearer than what the position's component has found.</summary>
    private void Search(int id, double near, int position, ReadOnlySpan<double> point)
    {
        var component = _components[position];
        ref var nearest = ref _nearest[component];
        if (_owners[id] == component || Math.Max(near, _lowest[id]) >= nearest.Square) return;
        var node = _tree[id];
        if (node.IsLeaf)
        {
            for (var at = node.Start; at < node.End; at++)
            {
                if (_components[at] == component) continue;
                var square = Math.Max(_tree.Square(point, at), Math.Max(_floors[position], _floors[at]));
                if (square < nearest.Square) nearest = new Link(position, at, square);
            }
            return;
        }
        var (left, right) = (_tree.Near(id + 1, point), _tree.Near(node.Right, point));
        if (left <= right) Search(id + 1, left, position, point);
        Search(node.Right, right, position, point);
        if (left > right) Search(id + 1, left, position, point);
    }

    private void JoinAll()
    {
        foreach (var link in _nearest)
        {
            if (link.From < 0) continue;
            var (a, b) = (_sets.Root(link.From), _sets.Root(link.To));
            if (a == b) continue;
            _sets.Join(a, b);
            _edges.Add(new SpanningEdge(_tree.RowAt(link.From), _tree.RowAt(link.To), Math.Sqrt(link.Square)));
        }
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        var least = double.PositiveInfinity;
        foreach (var value in values) least = Math.Min(least, value);
        return least;
    }

    private static int Owner(ReadOnlySpan<int> components) => components.IndexOfAnyExcept(components[0]) < 0 ? components[0] : -1;

    private readonly record struct Link(int From, int To, double Square);
}
