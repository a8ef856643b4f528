using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>Texts as lists of lines that keep their ends: nbformat's way, after Python's <c>str.splitlines(True)</c>.</summary>
internal static class Lines
{
    /// <summary>Splits at every line end Python knows, not only <c>\n</c>; an empty text has no lines.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsEnd(text[i])) continue;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            lines.Add((JsonNode?)text[start..(i + 1)]);
            start = i + 1;
        }
        if (start < text.Length) lines.Add((JsonNode?)text[start..]);
        return lines;
    }

    /// <summary>The text of a string or of a list of strings; null for anything else.</summary>
    public static string? Join(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonArray list when list.All(IsText) => string.Concat(list.Select(item => item!.GetValue<string>())),
        _ => null,
    };

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? _);

    private static bool IsEnd(char c) => c is '\n' or '\r' or '\v' or '\f' or (>= '\x1c' and <= '\x1e') or '\x85' or '\u2028' or '\u2029';
}
