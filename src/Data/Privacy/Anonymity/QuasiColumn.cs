using System.Globalization;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>A quasi-identifier as <see cref="Mondrian"/> sees it: how wide a group is in it, how it splits, what is published for a group.</summary>
internal abstract class QuasiColumn
{
    private protected QuasiColumn(string name, bool[] missing) => (Name, Missing) = (name, missing);

    public string Name { get; }

    /// <summary>Rows without a value.</summary>
    public bool[] Missing { get; }

    public static QuasiColumn Of(DataFrame frame, string name, Hierarchy? tree)
    {
        var column = frame.Column(name);
        if (tree is null && column is not (TextColumn or Column<bool>)) return new OrderedQuasi(name, column);
        var texts = TextMapping.Texts(frame, name);
        return tree is null ? new SetQuasi(name, texts) : new TreeQuasi(name, texts, (TreeHierarchy)tree);
    }

    /// <summary>Loss of publishing a group: 0 for one value, 1 for the whole domain. The normalised certainty penalty of one cell.</summary>
    public abstract double Width(ReadOnlySpan<int> rows);

    /// <summary>The parts of a group, no row in two; one part when it cannot be split.</summary>
    public abstract List<int[]> Split(int[] rows);

    /// <summary>What every row of a group becomes.</summary>
    public abstract string Publish(ReadOnlySpan<int> rows);

    private protected static bool[] Nulls(Column column) => [.. Enumerable.Range(0, column.Length).Select(column.IsNull)];

    /// <summary>Strict split at the median: values up to it to the left, greater ones to the right; when that leaves nothing to the right, below it.</summary>
    private protected static List<int[]> AtMedian<T>(int[] rows, Func<int, T> value)
        where T : IComparable<T>
    {
        var sorted = rows.OrderBy(value).ToArray();
        var median = value(sorted[(sorted.Length - 1) / 2]);
        var left = Array.FindIndex(sorted, row => value(row).CompareTo(median) > 0);
        if (left < 0) left = Array.FindIndex(sorted, row => value(row).CompareTo(median) == 0);
        return left <= 0 ? [rows] : [sorted[..left], sorted[left..]];
    }
}

/// <summary>Numbers and times: published as a range.</summary>
internal sealed class OrderedQuasi : QuasiColumn
{
    private readonly double[] _values;
    private readonly string?[] _texts;
    private readonly double _domain;

    public OrderedQuasi(string name, Column column)
        : base(name, Nulls(column))
    {
        _values = column.ToDoubles();
        _texts = TextMapping.Texts(DataFrame.FromColumns((name, column)), name).ToStrings();
        for (var row = 0; row < _values.Length; row++) Missing[row] |= !double.IsFinite(_values[row]);
        var known = _values.Where((_, row) => !Missing[row]).ToArray();
        _domain = known.Length == 0 ? 0 : known.Max() - known.Min();
    }

    public override double Width(ReadOnlySpan<int> rows)
    {
        var (low, high) = Ends(rows);
        return _domain == 0 ? 0 : (_values[high] - _values[low]) / _domain;
    }

    public override List<int[]> Split(int[] rows) => AtMedian(rows, row => _values[row]);

    public override string Publish(ReadOnlySpan<int> rows)
    {
        var (low, high) = Ends(rows);
        return _values[low] == _values[high] ? _texts[low]! : $"[{_texts[low]}, {_texts[high]}]";
    }

    private (int Low, int High) Ends(ReadOnlySpan<int> rows)
    {
        var (low, high) = (rows[0], rows[0]);
        foreach (var row in rows)
        {
            if (_values[row] < _values[low]) low = row;
            if (_values[row] > _values[high]) high = row;
        }
        return (low, high);
    }
}

/// <summary>Categories ordered by their letters: published as the set of values present.</summary>
internal sealed class SetQuasi : QuasiColumn
{
    private readonly int[] _ranks;
    private readonly string[] _values;

    public SetQuasi(string name, TextColumn column)
        : base(name, Nulls(column))
    {
        _values = [.. column.ToStrings().OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        var rankOf = _values.Select((value, rank) => (value, rank)).ToDictionary(each => each.value, each => each.rank, StringComparer.Ordinal);
        _ranks = Array.ConvertAll(column.ToStrings(), value => value is null ? -1 : rankOf[value]);
    }

    public override double Width(ReadOnlySpan<int> rows) => _values.Length < 2 ? 0 : (Distinct(rows).Count - 1.0) / (_values.Length - 1);

    public override List<int[]> Split(int[] rows) => AtMedian(rows, row => _ranks[row]);

    public override string Publish(ReadOnlySpan<int> rows)
    {
        var present = Distinct(rows);
        return present.Count == 1 ? _values[present.Min] : present.Count == _values.Length ? Hierarchy.Any
            : "{" + string.Join(", ", present.Select(rank => _values[rank])) + "}";
    }

    private SortedSet<int> Distinct(ReadOnlySpan<int> rows)
    {
        var ranks = new SortedSet<int>();
        foreach (var row in rows) ranks.Add(_ranks[row]);
        return ranks;
    }
}

/// <summary>Categories under a tree: published as the lowest node above all values present.</summary>
internal sealed class TreeQuasi : QuasiColumn
{
    private readonly List<string>[] _paths;
    private readonly Dictionary<string, int> _leaves = new(StringComparer.Ordinal);
    private readonly int _domain;

    public TreeQuasi(string name, TextColumn column, TreeHierarchy tree)
        : base(name, Nulls(column))
    {
        var pathOf = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var value in column.ToStrings().OfType<string>().Distinct()) pathOf.Add(value, tree.Path(value));
        foreach (var node in pathOf.Values.SelectMany(path => path)) _leaves[node] = _leaves.GetValueOrDefault(node) + 1;
        _domain = pathOf.Count;
        _paths = Array.ConvertAll(column.ToStrings(), value => value is null ? [] : pathOf[value]);
    }

    public override double Width(ReadOnlySpan<int> rows) => _domain < 2 ? 0 : (_leaves[Publish(rows)] - 1.0) / (_domain - 1);

    public override List<int[]> Split(int[] rows)
    {
        var depth = Shared(rows);
        return [.. rows.GroupBy(row => _paths[row].Count > depth ? _paths[row][depth] : "").OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray())];
    }

    public override string Publish(ReadOnlySpan<int> rows) => _paths[rows[0]][Shared(rows) - 1];

    private int Shared(ReadOnlySpan<int> rows)
    {
        var (first, depth) = (_paths[rows[0]], _paths[rows[0]].Count);
        foreach (var row in rows)
        {
            depth = Math.Min(depth, _paths[row].Count);
            while (_paths[row][depth - 1] != first[depth - 1]) depth--;
        }
        return depth;
    }
}
