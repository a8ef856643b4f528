using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Charts.Json;

/// <summary>Reads the arrays of a trace, plain or base64.</summary>
internal static class TraceReader
{
    /// <summary>Values as text where they are text, numbers formatted, null where null.</summary>
    public static string?[] Texts(JsonNode? node)
    {
        if (node is JsonObject) return Array.ConvertAll(Numbers(node), v => double.IsNaN(v) ? null : v.ToString("R", CultureInfo.InvariantCulture));
        if (node is not JsonArray array) return node is null ? [] : [Text(node)];
        var texts = new string?[array.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = Text(array[i]);
        return texts;
    }

    /// <summary>Values as numbers: text that is a number or an ISO date (milliseconds since 1970 UTC) is converted, all else is NaN.</summary>
    public static double[] Numbers(JsonNode? node)
    {
        if (node is JsonObject typed) return Typed(typed);
        if (node is not JsonArray array) return node is null ? [] : [Number(node)];
        var numbers = new double[array.Count];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Number(array[i]);
        return numbers;
    }

    /// <summary>Number of elements, whatever the form.</summary>
    public static int Count(JsonNode? node) => node switch
    {
        JsonArray array => array.Count,
        JsonObject typed => Typed(typed).Length,
        _ => 0,
    };

    /// <summary>True when the first value that is there is text and no number: a category or a date.</summary>
    public static bool IsText(JsonNode? node) =>
        node is JsonArray array && array.FirstOrDefault(each => each is not null)?.GetValueKind() == JsonValueKind.String;

    /// <summary>Milliseconds since 1970 UTC of an ISO date, or NaN.</summary>
    public static double Date(string? text) =>
        text is { Length: >= 4 } && char.IsAsciiDigit(text[0]) && text.Contains('-', StringComparison.Ordinal)
        && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? (time - DateTime.UnixEpoch).TotalMilliseconds : double.NaN;

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.AsNumber() is { } number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private static double Number(JsonNode? node)
    {
        if (node is null) return double.NaN;
        if (node.AsNumber() is { } number) return number;
        if (node.AsText() is not { } text) return node is JsonValue flag && flag.TryGetValue(out bool yes) ? (yes ? 1 : 0) : double.NaN;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? number : Date(text);
    }

    private static double[] Typed(JsonObject typed)
    {
        if (typed["bdata"].AsText() is not { } data) return [];
        var bytes = Convert.FromBase64String(data);
        return typed["dtype"].AsText() switch
        {
            "i1" or "int8" => Unpack(bytes, 1, b => (sbyte)b[0]),
            "u1" or "uint8" or "u1c" or "uint8c" => Unpack(bytes, 1, b => b[0]),
            "i2" or "int16" => Unpack(bytes, 2, b => BinaryPrimitives.ReadInt16LittleEndian(b)),
            "u2" or "uint16" => Unpack(bytes, 2, b => BinaryPrimitives.ReadUInt16LittleEndian(b)),
            "i4" or "int32" => Unpack(bytes, 4, b => BinaryPrimitives.ReadInt32LittleEndian(b)),
            "u4" or "uint32" => Unpack(bytes, 4, b => BinaryPrimitives.ReadUInt32LittleEndian(b)),
            "f4" or "float32" => Unpack(bytes, 4, b => BinaryPrimitives.ReadSingleLittleEndian(b)),
            "f8" or "float64" => Unpack(bytes, 8, b => BinaryPrimitives.ReadDoubleLittleEndian(b)),
            _ => [],
        };
    }

    private delegate double Reader(ReadOnlySpan<byte> bytes);

    private static double[] Unpack(byte[] bytes, int size, Reader read)
    {
        var values = new double[bytes.Length / size];
        for (var i = 0; i < values.Length; i++) values[i] = read(bytes.AsSpan(i * size, size));
        return values;
    }
}
