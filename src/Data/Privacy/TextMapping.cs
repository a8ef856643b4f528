using System.Text;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Privacy;

/// <summary>Columns read and rewritten as text, each distinct value once.</summary>
internal static class TextMapping
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The column as text: itself when it is text, else what <c>ToText</c> makes of it.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static TextColumn Texts(DataFrame frame, string column) => frame.Column(column) as TextColumn
        ?? frame.Select((column, c => c[column].ToText())).Text(column);

    /// <summary>Rows or values between two reports of progress.</summary>
    public const int Batch = 10_000;

    /// <summary>The column with <paramref name="map"/> applied to each distinct value; nulls stay null.</summary>
    public static TextColumn Map(DataFrame frame, string column, Func<string, string?> map, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
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
            if (code % Batch == 0) Step(code, codes.Length, progress, cancellationToken);
            codes[code] = -1;
            if (!used[code] || map(dictionary[code]) is not { } mapped) continue;
            if (codeOf.TryAdd(mapped, mappedDictionary.Count)) mappedDictionary.Add(mapped);
            codes[code] = codeOf[mapped];
        }
        var rows = new int[texts.Length];
        for (var row = 0; row < rows.Length; row++) rows[row] = texts.Codes[row] < 0 ? -1 : codes[texts.Codes[row]];
        progress?.Report(1);
        return TextColumn.Coded(rows, [.. mappedDictionary]);
    }

    /// <summary>Reports progress, or stops.</summary>
    public static void Step(int done, int all, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report((double)done / all);
    }

    /// <summary>A text's UTF-8 bytes.</summary>
    /// <exception cref="ArgumentException">It is no well-formed Unicode; its bytes would be those of another text.</exception>
    public static byte[] Utf8(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException broken)
        {
            throw new ArgumentException($"A text of {text.Length} characters holds half a surrogate pair at position {broken.Index}, so it cannot be told from others in UTF-8. Mend or drop it first.", nameof(text));
        }
    }
}
