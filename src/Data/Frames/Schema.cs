using System.Collections;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Frames;

/// <summary>A column's name and kind.</summary>
/// <param name="Name">Not empty; unique in its frame; case matters.</param>
/// <param name="Kind">What the column holds.</param>
public readonly record struct Field(string Name, ColumnKind Kind);

/// <summary>The names and kinds of a frame's columns, in order. Immutable.</summary>
public sealed class Schema : IReadOnlyList<Field>
{
    private readonly Field[] _fields;
    private readonly Dictionary<string, int> _positions;

    /// <summary>A schema of <paramref name="fields"/>.</summary>
    /// <param name="fields">In the order of the columns.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice.</exception>
    public Schema(IEnumerable<Field> fields)
    {
        _fields = [.. fields];
        _positions = new Dictionary<string, int>(_fields.Length, StringComparer.Ordinal);
        for (var i = 0; i < _fields.Length; i++)
        {
            if (string.IsNullOrEmpty(_fields[i].Name))
                throw new ArgumentException($"Column {i} has no name. Give every column a name.");
            if (!_positions.TryAdd(_fields[i].Name, i))
                throw new ArgumentException($"Column '{_fields[i].Name}' occurs twice. Give every column its own name.");
        }
    }

    /// <summary>Number of columns.</summary>
    public int Count => _fields.Length;

    /// <summary>The columns' names, in order.</summary>
    public IEnumerable<string> Names => _fields.Select(each => each.Name);

    /// <summary>The field at a position.</summary>
    /// <param name="index">Range: 0 ≤ index &lt; <see cref="Count"/>.</param>
    public Field this[int index] => _fields[index];

    /// <summary>The field of a name.</summary>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those present.</exception>
    public Field this[string name] => _fields[Position(name)];

    /// <summary>True when a column of that name is there.</summary>
    /// <param name="name">A column's name.</param>
    public bool Contains(string name) => _positions.ContainsKey(name);

    /// <summary>The position of a column.</summary>
    /// <param name="name">A column's name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message lists those present.</exception>
    public int Position(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_positions.TryGetValue(name, out var position)) return position;
        var near = Spelling.Nearest(name, Names);
        var hint = near is null ? "" : $" Did you mean '{near}'?";
        throw new ArgumentException($"Column '{name}' is not in the frame.{hint} Columns: {Listed()}.");
    }

    /// <inheritdoc/>
    public IEnumerator<Field> GetEnumerator() => ((IEnumerable<Field>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The fields as <c>name kind, name kind, …</c>.</summary>
    public override string ToString() => string.Join(", ", _fields.Select(each => $"{each.Name} {each.Kind.Word()}"));

    private string Listed()
    {
        const int most = 40;
        if (_fields.Length == 0) return "none";
        var names = string.Join(", ", Names.Take(most));
        return _fields.Length <= most ? names : $"{names}, and {_fields.Length - most} more";
    }
}
