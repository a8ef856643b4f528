using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>Mime bundles between memory (one string a type) and file (lists of lines for text), after nbformat.</summary>
internal static class MimeData
{
    /// <summary>True for types whose value is a JSON value, not a string.</summary>
    public static bool IsJson(string mime) => mime == "application/json"
        || (mime.StartsWith("application/", StringComparison.Ordinal) && mime.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Lists of lines joined to strings; JSON types are left as they are. Not changed: <paramref name="data"/>.</summary>
    public static JsonObject FromFile(JsonObject data) => Map(data, (mime, value) =>
        !IsJson(mime) && value is JsonArray && Lines.Join(value) is { } text ? text : value?.DeepClone());

    /// <summary>Text types split into lines, others left as they are. Not changed: <paramref name="data"/>.</summary>
    public static JsonObject ToFile(JsonObject data) => Map(data, (mime, value) =>
        IsSplit(mime) && value is JsonValue scalar && scalar.TryGetValue(out string? text) ? Lines.Split(text) : value?.DeepClone());

    private static bool IsSplit(string mime) =>
        mime.StartsWith("text/", StringComparison.Ordinal) || mime is "application/javascript" or "image/svg+xml";

    private static JsonObject Map(JsonObject data, Func<string, JsonNode?, JsonNode?> change)
    {
        var result = new JsonObject();
        foreach (var (mime, value) in data) result[mime] = change(mime, value);
        return result;
    }
}
