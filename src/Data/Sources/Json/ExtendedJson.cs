using System.Globalization;
using System.Text.Json;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources.Json;

/// <summary>MongoDB's extended JSON, as mongoexport writes it, relaxed or canonical: <c>{"$oid": "…"}</c>, <c>{"$date": …}</c>, <c>{"$numberLong": "…"}</c>.</summary>
/// <remarks>Source: MongoDB Extended JSON (v2) specification.</remarks>
internal static class ExtendedJson
{
    /// <summary>The frame with columns unwrapped whose values are such objects; other columns stay as they are.</summary>
    public static DataFrame Unwrap(DataFrame frame)
    {
        var changed = false;
        var columns = frame.Schema.Names.Select(name =>
        {
            var column = frame[name] is TextColumn text && Unwrapped(text) is { } plain ? plain : frame[name];
            changed |= column != frame[name];
            return (name, column);
        }).ToArray();
        return changed ? DataFrame.FromColumns(columns) : frame;
    }

    /// <summary>A column of plain values; null when no value is wrapped, or values of different kinds are mixed.</summary>
    private static Column? Unwrapped(TextColumn column)
    {
        var used = column.Codes.ToArray().Where(code => code >= 0).Distinct().ToList();
        if (!used.Any(code => column.Dictionary[code].StartsWith("{\"$", StringComparison.Ordinal))) return null;
        var values = new object?[column.Dictionary.Length];
        var types = new HashSet<Type>();
        foreach (var code in used)
        {
            if (!TryValue(column.Dictionary[code], out values[code])) return null;
            if (values[code] is { } value) types.Add(value.GetType());
        }
        if (types.SetEquals([typeof(long), typeof(double)]))
        {
            foreach (var code in used) values[code] = values[code] is long whole ? (double)whole : values[code];
            types.Remove(typeof(long));
        }
        if (types.Count > 1) return null;
        var builder = ValueColumn.For(types.SingleOrDefault() ?? typeof(string))!;
        foreach (var code in column.Codes) builder.Add(code < 0 ? null : values[code]);
        return builder.Build();
    }

    private static bool TryValue(string text, out object? value)
    {
        value = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            return TryValue(document.RootElement, out value);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            return false;
        }
    }

    private static bool TryValue(JsonElement element, out object? value)
    {
        value = null;
        switch (element.ValueKind)
        {
            case JsonValueKind.Number:
                value = element.TryGetInt64(out var whole) ? whole : element.GetDouble();
                return true;
            case JsonValueKind.String:
                value = element.GetString();
                return true;
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.Object:
                // Where wrappers of several names share a column, the reader gives each object all of the names, null but one.
                var members = element.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null).Take(2).ToList();
                return members.Count == 1 && TryWrapped(members[0].Name, members[0].Value, out value);
            default:
                return false;
        }
    }

    private static bool TryWrapped(string name, JsonElement inner, out object? value)
    {
        value = name switch
        {
            "$oid" or "$uuid" or "$symbol" => inner.GetString(),
            "$numberInt" or "$numberLong" => long.Parse(inner.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "$numberDouble" or "$numberDecimal" => Double(inner.GetString()!),
            "$date" => Date(inner),
            "$timestamp" => Times.ToDateTime(inner.GetProperty("t").GetInt64() * 1_000_000),
            "$binary" => inner.GetProperty("base64").GetString(),
            _ => null,
        };
        return value is not null || name == "$undefined";
    }

    private static double Double(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    /// <summary>A date: ISO text in relaxed form, milliseconds since 1970 in canonical and old forms.</summary>
    private static DateTime Date(JsonElement inner) => inner.ValueKind switch
    {
        // Where dates as text and as numbers share a column, the reader gives both as JSON within a text.
        JsonValueKind.String when inner.GetString() is ['"' or '{', ..] nested => Nested(nested),
        JsonValueKind.String => DateTimeOffset.Parse(inner.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime,
        JsonValueKind.Number => Times.ToDateTime(checked(inner.GetInt64() * 1000)),
        _ => Times.ToDateTime(checked(long.Parse(inner.GetProperty("$numberLong").GetString()!, CultureInfo.InvariantCulture) * 1000)),
    };

    private static DateTime Nested(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Date(document.RootElement);
    }
}
