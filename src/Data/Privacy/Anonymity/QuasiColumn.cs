using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy.Anonymity;

/// <summary>A quasi-identifier as <see cref="Mondrian"/> sees it: how wide a group is in it, how it splits, what is published for a group. Not thread-safe.</summary>
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

    private protected static bool[] Nulls(Column column)
    {
        var nulls = new bool[column.Length];
        if (column.NullCount == 0) return nulls;
        for (var row = 0; row < nulls.Length; row++) nulls[row] = column.IsNull(row);
        return nulls;
    }

    /// <summary>Strict split at the median: values up to it to the left, greater ones to the right; when that leaves nothing to the right, below it.</summary>
    private protected static List<int[]> AtMedian<T>(int[] rows, T[] valueOf)
        where T : IComparable<T>
    {
        var (values, sorted) = (Array.ConvertAll(rows, row => valueOf[row]), (int[])rows.Clone());
        Array.Sort(values, sorted);
        var at = (values.Length - 1) / 2;
        var left = at + 1;
        while (left < values.Length && values[left].CompareTo(values[at]) == 0) left++;
        if (left < values.Length) return [sorted[..left], sorted[left..]];
        for (left = at; left > 0 && values[left - 1].CompareTo(values[at]) == 0;) left--;
        return left == 0 ? [rows] : [sorted[..left], sorted[left..]];
    }
}
