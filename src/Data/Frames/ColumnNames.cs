using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Data.Frames;

/// <summary>Names of columns: one as a string, several in brackets: <c>["channel", "month"]</c>.</summary>
[CollectionBuilder(typeof(ColumnNames), nameof(Create))]
public readonly struct ColumnNames
{
    private readonly string[]? _names;

    private ColumnNames(string[] names) => _names = names;

    internal string[] Names => _names ?? [];

    /// <summary>Several names.</summary>
    /// <param name="names">Names of columns.</param>
    public static ColumnNames Create(ReadOnlySpan<string> names) => new(names.ToArray());

    /// <summary>One name; null for none.</summary>
    /// <param name="name">A column's name.</param>
    public static implicit operator ColumnNames(string? name) => new(name is null ? [] : [name]);

    /// <summary>Several names.</summary>
    /// <param name="names">Names of columns.</param>
    public static implicit operator ColumnNames(string[] names) => new(names);

    /// <summary>The names in turn.</summary>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)Names).GetEnumerator();
}
