using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>One value in several mime types, of which a front end shows the richest it can.</summary>
/// <param name="Data">Texts by mime type; JSON values for types that end in <c>json</c>.</param>
/// <param name="Metadata">Metadata by mime type, mostly empty.</param>
public sealed record MimeBundle(JsonObject Data, JsonObject Metadata)
{
    /// <summary>A bundle of one text.</summary>
    public static MimeBundle Of(string mimeType, string text)
    {
        var bundle = new MimeBundle([], []);
        bundle.Add(mimeType, text);
        return bundle;
    }

    /// <summary>Adds a text; one of a JSON type is parsed, and stays a string when it is not JSON.</summary>
    public void Add(string mimeType, string text) => Data[mimeType] = IsJson(mimeType) ? Parse(text) : JsonValue.Create(text);

    private static bool IsJson(string mimeType) => mimeType.EndsWith("json", StringComparison.Ordinal);

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
