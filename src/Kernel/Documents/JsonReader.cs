using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>JSON into nodes as Python's reader does it (the last of equal keys wins; NaN and Infinity are numbers), with the line of every object.</summary>
internal sealed class JsonReader
{
    private readonly byte[] utf8;
    private readonly ConditionalWeakTable<JsonNode, object> lines = [];
    private int counted;
    private int line = 1;

    private readonly Dictionary<int, double>? special;

    private JsonReader(byte[] utf8)
    {
        this.utf8 = utf8;
        special = PythonNumbers.Replace(utf8);
    }

    /// <summary>Reads one value; the reader afterwards answers <see cref="LineOf"/>.</summary>
    public static JsonNode? Read(string text, out JsonReader source)
    {
        source = new JsonReader(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text));
        var reader = new Utf8JsonReader(source.utf8, new JsonReaderOptions { MaxDepth = 512 });
        reader.Read();
        var root = source.Value(ref reader);
        reader.Read();
        return root;
    }

    /// <summary>The line on which an object or list starts, from 1; 0 for a value that was not read here.</summary>
    public int LineOf(JsonNode? node) => node is not null && lines.TryGetValue(node, out var at) ? (int)at : 0;

    private JsonNode? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Object(ref reader),
        JsonTokenType.StartArray => Array(ref reader),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.Number => special?.TryGetValue((int)reader.TokenStartIndex, out var number) == true ? JsonValue.Create(number) : Number(reader.ValueSpan),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };

    private JsonObject Object(ref Utf8JsonReader reader)
    {
        var result = new JsonObject();
        Mark(result, (int)reader.TokenStartIndex);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            result[key] = Value(ref reader);
        }
        return result;
    }

    private JsonArray Array(ref Utf8JsonReader reader)
    {
        var result = new JsonArray();
        Mark(result, (int)reader.TokenStartIndex);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) result.Add(Value(ref reader));
        return result;
    }

    private void Mark(JsonNode node, int position)
    {
        line += utf8.AsSpan(counted, position - counted).Count((byte)'\n');
        counted = position;
        lines.Add(node, line);
    }

    private static JsonNode Number(ReadOnlySpan<byte> digits)
    {
        var text = Encoding.ASCII.GetString(digits);
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0) return JsonValue.Create(double.Parse(text, CultureInfo.InvariantCulture));
        return long.TryParse(text, CultureInfo.InvariantCulture, out var small)
            ? JsonValue.Create(small)
            : JsonNode.Parse(BigInteger.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture))!;
    }
}
