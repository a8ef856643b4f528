using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Data.Frames;

/// <summary>Columns to sort by: a name, <c>Desc("revenue")</c>, or several in brackets, the first weighing most.</summary>
[CollectionBuilder(typeof(SortKeys), nameof(Create))]
public readonly struct SortKeys
{
    private readonly SortKey[]? _keys;

    private SortKeys(SortKey[] keys) => _keys = keys;

    internal SortKey[] Keys => _keys ?? [];

    /// <summary>Several keys.</summary>
    /// <param name="keys">The first weighs most.</param>
    public static SortKeys Create(ReadOnlySpan<SortKey> keys) => new(keys.ToArray());

    /// <summary>One column, ascending; null for none.</summary>
    /// <param name="column">A column's name.</param>
    public static implicit operator SortKeys(string? column) => new(column is null ? [] : [column]);

    /// <summary>One key.</summary>
    /// <param name="key">A column and its direction.</param>
    public static implicit operator SortKeys(SortKey key) => new([key]);

    /// <summary>Several keys.</summary>
    /// <param name="keys">The first weighs most.</param>
    public static implicit operator SortKeys(SortKey[] keys) => new(keys);

    /// <summary>The keys in turn.</summary>
    public IEnumerator<SortKey> GetEnumerator() => ((IEnumerable<SortKey>)Keys).GetEnumerator();
}
