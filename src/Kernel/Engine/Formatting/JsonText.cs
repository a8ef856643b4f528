using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Values as JSON.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        ReferenceHandler = ReferenceHandler.IgnoreCycles,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        IncludeFields = true,
        Converters = { new JsonStringEnumConverter() },
        MaxDepth = 64,
    };

    private static readonly JsonSerializerOptions Readable = new(Compact) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>One line, safe inside a script element. A circle ends in null; NaN and infinities become texts.</summary>
    /// <exception cref="NotSupportedException">The value cannot be written as JSON; the message says why.</exception>
    public static string Of(object? value) => Write(value, Compact);

    /// <summary>Indented lines to read.</summary>
    /// <exception cref="NotSupportedException">The value cannot be written as JSON; the message says why.</exception>
    public static string Indented(object? value) => Write(value, Readable);

    private static string Write(object? value, JsonSerializerOptions options)
    {
        if (value is null) return "null";
        if (value is JsonNode node) return node.ToJsonString(options);
        if (value is Rendered rendered) value = rendered.Text;
        try
        {
            return JsonSerializer.Serialize(value, value is IEnumerable ? value.GetType() : typeof(object), options);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new NotSupportedException($"A {Members.Name(value.GetType())} cannot be written as JSON: {error.Message.Split(" Path:")[0]}", error);
        }
    }
}
