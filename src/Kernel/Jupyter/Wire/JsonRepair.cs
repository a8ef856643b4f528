using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace MarketingNotebooks.Kernel.Jupyter.Wire;

/// <summary>Makes JSON of what front ends write in its place: Python writes NaN, infinities and stray bytes, JavaScript half surrogate pairs.</summary>
internal static class JsonRepair
{
    private const int EscapeLength = 6;

    /// <summary>The text with numbers that are none as null, and half pairs and stray bytes as the replacement character.</summary>
    public static byte[] Repair(byte[] json)
    {
        var suspect = !Utf8.IsValid(json) || IsSuspect(json);
        return suspect ? Encoding.UTF8.GetBytes(Rewrite(Encoding.UTF8.GetString(json))) : json;
    }

    private static bool IsSuspect(ReadOnlySpan<byte> json) =>
        json.IndexOf("NaN"u8) >= 0 || json.IndexOf("Infinity"u8) >= 0 || json.IndexOf(@"\ud"u8) >= 0 || json.IndexOf(@"\uD"u8) >= 0;

    private static string Rewrite(string text)
    {
        var result = new StringBuilder(text.Length);
        var inText = false;
        for (var at = 0; at < text.Length;)
        {
            var length = 1;
            var rest = text.AsSpan(at);
            if (inText && rest[0] == '\\')
            {
                length = IsHalf(rest, out var whole) ? whole ? 2 * EscapeLength : EscapeLength : Math.Min(2, rest.Length);
                result.Append(length == EscapeLength ? @"\ufffd" : rest[..length]);
            }
            else if (!inText && NoNumber(rest) is { } name)
            {
                length = name.Length;
                result.Append("null");
            }
            else
            {
                if (rest[0] == '"') inText = !inText;
                result.Append(rest[0]);
            }
            at += length;
        }
        return result.ToString();
    }

    private static string? NoNumber(ReadOnlySpan<char> text)
    {
        foreach (var name in (string[])["NaN", "Infinity", "-Infinity"])
        {
            if (text.StartsWith(name, StringComparison.Ordinal)) return name;
        }
        return null;
    }

    // An escaped half of a pair; whole when its other half follows.
    private static bool IsHalf(ReadOnlySpan<char> text, out bool whole)
    {
        whole = Escaped(text) is { } first && char.IsHighSurrogate(first) && Escaped(text[EscapeLength..]) is { } second && char.IsLowSurrogate(second);
        return Escaped(text) is { } half && char.IsSurrogate(half);
    }

    private static char? Escaped(ReadOnlySpan<char> text) =>
        text.Length >= EscapeLength && text[0] == '\\' && text[1] == 'u'
        && ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit) ? (char)unit : null;
}
