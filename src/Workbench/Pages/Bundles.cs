using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Reads the MIME bundles of outputs.</summary>
internal static class Bundles
{
    /// <summary>The values of an output by MIME type; null for streams, errors and the unknown.</summary>
    public static JsonObject? Of(CellOutput output) => output switch
    {
        DisplayOutput display => display.Data,
        ResultOutput result => result.Data,
        _ => null,
    };

    /// <summary>The text of one type: a string, or a list of strings as in the file. Null when absent or not text.</summary>
    public static string? Text(JsonObject data, string mime) => data[mime] switch
    {
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonArray list when list.All(item => item is JsonValue line && line.TryGetValue(out string? _)) => string.Concat(list.Select(item => item!.GetValue<string>())),
        _ => null,
    };
}
