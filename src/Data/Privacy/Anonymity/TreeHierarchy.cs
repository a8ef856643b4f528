namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>A tree of categories. A value that the tree does not name is a child of its root.</summary>
/// <remarks>Leaves may lie at different depths. At level n a value becomes its n-th ancestor, but only the root at the last level.</remarks>
internal sealed class TreeHierarchy : Hierarchy
{
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    public TreeHierarchy((string Child, string Parent)[] edges)
    {
        foreach (var (child, parent) in edges)
            if (!_parents.TryAdd(child, parent)) throw new ArgumentException($"Hierarchy.Tree names '{child}' as a child twice. Give each one parent.", nameof(edges));
        Height = 1;
        foreach (var child in _parents.Keys)
        {
            var depth = 1;
            for (var at = child; _parents.TryGetValue(at, out var up); at = up)
                if (++depth > edges.Length + 1) throw new ArgumentException($"Hierarchy.Tree has a circle through '{child}'. Leave one of its edges out.", nameof(edges));
            Height = Math.Max(Height, depth);
        }
    }

    public override int Height { get; }

    /// <summary>The node and all above it, the root first.</summary>
    public List<string> Path(string value)
    {
        var path = new List<string> { value };
        while (_parents.TryGetValue(path[^1], out var up)) path.Add(up);
        path.Add(Any);
        path.Reverse();
        return path;
    }

    private protected override string Coarser(string value, int level)
    {
        var at = value;
        for (var i = 0; i < level && _parents.TryGetValue(at, out var up); i++) at = up;
        return at;
    }
}
