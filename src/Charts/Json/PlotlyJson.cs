using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MarketingNotebooks.Charts.Json;

/// <summary>Reading, writing and merging of Plotly's JSON.</summary>
internal static class PlotlyJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new FiniteDoubleConverter() },
    };

    /// <summary>A node from a node, JSON text (when it starts like an object or array) or an anonymous object.</summary>
    public static JsonNode Node(object value) => value switch
    {
        JsonNode node => node.DeepClone(),
        JsonElement element => JsonSerializer.SerializeToNode(element, Options)!,
        string text when text.AsSpan().TrimStart() is ['{' or '[', ..] => Parse(text, "the value"),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options)!,
    };

    /// <summary>An object node, with an error that names <paramref name="what"/> when it is something else.</summary>
    public static JsonObject Object(object value, string what)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Node(value) as JsonObject ?? throw new ArgumentException(
            $"{what} must be a JSON object. Got {Describe(value)}. Pass {{…}} text, a JsonObject or an anonymous object.");
    }

    public static JsonNode Parse(string json, string what)
    {
        try
        {
            return JsonNode.Parse(json) ?? throw new ArgumentException($"{what} is JSON null. Pass a JSON object.");
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"{what} is not JSON: line {error.LineNumber + 1}, byte {error.BytePositionInLine}.", error);
        }
    }

    /// <summary>Compact text; letters of every script stay as they are.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Options);

    /// <summary>Compact text that may stand inside a script element: no &lt; and no line separators of JavaScript.</summary>
    public static string ScriptText(JsonNode node) => Text(node)
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    /// <summary>Puts <paramref name="patch"/> over <paramref name="target"/>: objects merge, all else replaces.</summary>
    public static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is JsonObject inner && target[name] is JsonObject existing) Merge(existing, inner);
            else target[name] = value?.DeepClone();
        }
    }

    /// <summary>The object at a property, made when absent.</summary>
    public static JsonObject Child(this JsonObject parent, string name)
    {
        if (parent[name] is JsonObject child) return child;
        child = [];
        parent[name] = child;
        return child;
    }

    /// <summary>The node along a path of property names, or null.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) node = (node as JsonObject)?[name];
        return node;
    }

    /// <summary>The string at a node, or null when it is none.</summary>
    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The number at a node, or null when it is none.</summary>
    public static double? AsNumber(this JsonNode? node)
    {
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number) return null;
        if (value.TryGetValue(out double number)) return number;
        if (value.TryGetValue(out int integer)) return integer;
        if (value.TryGetValue(out long large)) return large;
        return value.Deserialize<double>();
    }

    private static string Describe(object value) => value switch
    {
        string text => $"the text '{(text.Length > 40 ? text[..40] + "…" : text)}'",
        _ => value.GetType().Name,
    };

    private sealed class FiniteDoubleConverter : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value)) writer.WriteNumberValue(value);
            else writer.WriteNullValue();
        }
    }
}
