using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>Categories under a tree: published as the lowest node above all values present.</summary>
internal sealed class TreeQuasi : QuasiColumn
{
    private readonly int[] _codes;
    private readonly List<string>?[] _pathOf;
    private readonly Dictionary<string, int> _leaves = new(StringComparer.Ordinal);
    private readonly int _domain;

    public TreeQuasi(string name, TextColumn column, TreeHierarchy tree)
        : base(name, Nulls(column))
    {
        _codes = column.Codes.ToArray();
        _pathOf = new List<string>[column.Dictionary.Length];
        foreach (var code in _codes)
        {
            if (code < 0 || _pathOf[code] is not null) continue;
            foreach (var node in _pathOf[code] = tree.Path(column.Dictionary[code])) _leaves[node] = _leaves.GetValueOrDefault(node) + 1;
            _domain++;
        }
    }

    public override double Width(ReadOnlySpan<int> rows) => _domain < 2 ? 0 : (_leaves[Publish(rows)] - 1.0) / (_domain - 1);

    public override List<int[]> Split(int[] rows)
    {
        var depth = Shared(rows);
        return [.. rows.GroupBy(row => Path(row).Count > depth ? Path(row)[depth] : "").OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray())];
    }

    public override string Publish(ReadOnlySpan<int> rows) => Path(rows[0])[Shared(rows) - 1];

    private List<string> Path(int row) => _pathOf[_codes[row]]!;

    /// <summary>Nodes from the root that all rows have in common, at least the root.</summary>
    private int Shared(ReadOnlySpan<int> rows)
    {
        var first = Path(rows[0]);
        var depth = first.Count;
        foreach (var row in rows)
        {
            var path = Path(row);
            depth = Math.Min(depth, path.Count);
            while (path[depth - 1] != first[depth - 1]) depth--;
        }
        return depth;
    }
}
