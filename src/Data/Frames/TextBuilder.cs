namespace MarketingNotebooks.Data.Frames;

/// <summary>Collects strings into a <see cref="TextColumn"/>, each distinct string stored once.</summary>
public sealed class TextBuilder
{
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<string> _dictionary = [];
    private readonly List<int> _codes;

    /// <summary>Starts an empty column.</summary>
    /// <param name="capacity">Rows expected; a hint.</param>
    public TextBuilder(int capacity = 0) => _codes = new List<int>(capacity);

    /// <summary>Number of rows so far.</summary>
    public int Count => _codes.Count;

    /// <summary>Adds a row.</summary>
    /// <param name="value">The string; null adds a null.</param>
    public void Add(string? value) => _codes.Add(value is null ? -1 : Code(value));

    /// <summary>The code of <paramref name="value"/>, new if it has none yet.</summary>
    /// <param name="value">Any string.</param>
    public int Code(string value)
    {
        if (_codeOf.TryGetValue(value, out var code)) return code;
        _codeOf.Add(value, code = _dictionary.Count);
        _dictionary.Add(value);
        return code;
    }

    /// <summary>The column of all rows added.</summary>
    public TextColumn Build() => TextColumn.Coded([.. _codes], [.. _dictionary]);
}
