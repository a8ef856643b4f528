using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy;

/// <summary>Columns read and rewritten as text, each distinct value once.</summary>
internal static class TextMapping
{
    /// <summary>The column as text: itself when it is text, else what <c>ToText</c> makes of it.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static TextColumn Texts(DataFrame frame, string column) => frame.Column(column) as TextColumn
        ?? frame.Select((column, c => c[column].ToText())).Text(column);

    /// <summary>The column with <paramref name="map"/> applied to each distinct value; nulls stay null.</summary>
    public static TextColumn Map(DataFrame frame, string column, Func<string, string?> map)
    {
        var texts = Texts(frame, column);
        var dictionary = texts.Dictionary;
        var (codeOf, mappedDictionary) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        var used = new bool[dictionary.Length];
        foreach (var code in texts.Codes)
            if (code >= 0) used[code] = true;
        var codes = new int[dictionary.Length];
        for (var code = 0; code < codes.Length; code++)
        {
            codes[code] = -1;
            if (!used[code] || map(dictionary[code]) is not { } mapped) continue;
            if (codeOf.TryAdd(mapped, mappedDictionary.Count)) mappedDictionary.Add(mapped);
            codes[code] = codeOf[mapped];
        }
        var rows = new int[texts.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = texts.Codes[row] < 0 ? -1 : codes[texts.Codes[row]];
        return TextColumn.Coded(rows, [.. mappedDictionary]);
    }
}
