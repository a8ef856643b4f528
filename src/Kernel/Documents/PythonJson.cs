using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>
/// Writes JSON byte for byte as Python's <c>json.dumps(indent=1, ensure_ascii=False, sort_keys=True)</c>, which is what
/// Jupyter writes, so that a notebook saved here and saved by Jupyter shows no difference.
/// </summary>
internal static class PythonJson
{
    /// <summary>The text of a value, without a line end behind it.</summary>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject { Count: 0 }: text.Append("{}"); break;
            case JsonArray { Count: 0 }: text.Append("[]"); break;
            case JsonObject map: Write(text, map, depth + 1); break;
            case JsonArray list: Write(text, list, depth + 1); break;
            default: Scalar(text, node.AsValue()); break;
        }
    }

    private static void Write(StringBuilder text, JsonObject map, int depth)
    {
        var first = true;
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, CodePointOrder.Instance))
        {
            NewLine(text.Append(first ? '{' : ','), depth);
            first = false;
            Quote(text, key);
            text.Append(": ");
            Write(text, value, depth);
        }
        NewLine(text, depth - 1).Append('}');
    }

    private static void Write(StringBuilder text, JsonArray list, int depth)
    {
        for (var i = 0; i < list.Count; i++)
        {
            NewLine(text.Append(i == 0 ? '[' : ','), depth);
            Write(text, list[i], depth);
        }
        NewLine(text, depth - 1).Append(']');
    }

    private static StringBuilder NewLine(StringBuilder text, int depth) => text.Append('\n').Append(' ', depth);

    private static void Scalar(StringBuilder text, JsonValue value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String: Quote(text, value.GetValue<string>()); break;
            case JsonValueKind.Number: text.Append(Number(value)); break;
            default: text.Append(value.ToJsonString()); break;
        }
    }

    private static string Number(JsonValue value)
    {
        if (!value.TryGetValue(out JsonElement _))
        {
            if (value.TryGetValue(out double real)) return Float(real);
            if (value.TryGetValue(out float single)) return Float(double.Parse(single.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
        }
        var digits = value.ToJsonString();
        return digits.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? digits : Float(double.Parse(digits, CultureInfo.InvariantCulture));
    }

    /// <summary>Python's <c>repr</c> of a float: shortest digits that read back, an exponent below 1e-4 and from 1e16.</summary>
    internal static string Float(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        var digits = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        if (value == 0) return shortest + ".0";
        var exponent = DecimalExponent(shortest, digits);
        var mantissa = string.Concat(shortest.AsSpan(shortest[0] == '-' ? 1 : 0).ToString().Split('E')[0].Where(char.IsAsciiDigit)).TrimStart('0');
        mantissa = mantissa.TrimEnd('0') is { Length: > 0 } kept ? kept : "0";
        var sign = value < 0 ? "-" : "";
        if (exponent is < -4 or >= 16)
        {
            var fraction = mantissa.Length > 1 ? "." + mantissa[1..] : "";
            return $"{sign}{mantissa[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }
        if (exponent < 0) return $"{sign}0.{new string('0', -exponent - 1)}{mantissa}";
        return mantissa.Length <= exponent + 1
            ? $"{sign}{mantissa.PadRight(exponent + 1, '0')}.0"
            : $"{sign}{mantissa[..(exponent + 1)]}.{mantissa[(exponent + 1)..]}";
    }

    // Taken from the shortest digits: rounding to 17 digits can carry into the next power of ten.
    private static int DecimalExponent(string shortest, string digits)
    {
        var at = shortest.IndexOf('E', StringComparison.Ordinal);
        if (at >= 0)
        {
            var point = shortest.IndexOf('.', StringComparison.Ordinal);
            var whole = (point >= 0 ? point : at) - (shortest[0] == '-' ? 1 : 0);
            return int.Parse(shortest.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) + whole - 1;
        }
        var plain = shortest.TrimStart('-');
        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        var integer = dot < 0 ? plain : plain[..dot];
        if (integer != "0") return integer.Length - 1;
        var zeros = plain.AsSpan(dot + 1).IndexOfAnyExcept('0');
        return zeros < 0 ? int.Parse(digits.AsSpan(digits.IndexOf('E', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture) : -zeros - 1;
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                '\b' => text.Append("\\b"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }
        text.Append('"');
    }

    /// <summary>Python sorts keys by code point; UTF-16 order differs above U+FFFF.</summary>
    private sealed class CodePointOrder : IComparer<string>
    {
        public static readonly CodePointOrder Instance = new();

        public int Compare(string? x, string? y)
        {
            var shared = Math.Min(x!.Length, y!.Length);
            for (var i = 0; i < shared; i++)
            {
                if (x[i] == y[i]) continue;
                var (a, b) = (char.IsSurrogate(x[i]), char.IsSurrogate(y[i]));
                return a == b ? x[i].CompareTo(y[i]) : a ? 1 : -1;
            }
            return x.Length.CompareTo(y.Length);
        }
    }
}
