using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>How the fields of a column are turned into values.</summary>
/// <param name="Kind">What the column holds.</param>
/// <param name="Comma">True for numbers with a decimal comma.</param>
/// <param name="DayFirst">Order of day/month/year dates; null when the column has none.</param>
/// <param name="Given">True when the user gave the kind: then every usual way to write it is taken.</param>
internal readonly record struct Reading(ColumnKind Kind, bool Comma = false, bool? DayFirst = null, bool Given = false)
{
    public static Reading Text { get; } = new(ColumnKind.Text);

    /// <summary>The word for one value of the kind in an error.</summary>
    public string Noun => Kind switch
    {
        ColumnKind.Boolean => "true or false",
        ColumnKind.Integer => "an integer",
        ColumnKind.Number => "a number",
        ColumnKind.Timestamp => "a date",
        ColumnKind.Duration => "a duration",
        _ => "a text",
    };

    /// <summary>Turns one field into its 64 bits: an integer, a double's bits, 0 or 1, or microseconds.</summary>
    /// <param name="text">The field; not empty.</param>
    /// <param name="formats">Date formats of the user.</param>
    /// <param name="bits">The value.</param>
    public bool TryConvert(ReadOnlySpan<byte> text, DateFormats formats, out long bits)
    {
        bits = 0;
        text = text.Trim(" \t"u8);
        switch (Kind)
        {
            case ColumnKind.Boolean:
                if (Utf8Values.TryBoolean(text, out var flag)) bits = flag ? 1 : 0;
                else if (!Given || !Answer(text, out bits)) return false;
                return true;
            case ColumnKind.Integer:
                return Utf8Values.TryInteger(text, out bits) || TryPlain(text, integer: true, out bits);
            case ColumnKind.Number:
                if (Utf8Values.TryNumber(text, Comma ? (byte)',' : (byte)'.', out var number))
                {
                    bits = BitConverter.DoubleToInt64Bits(number);
                    return true;
                }
                return TryPlain(text, integer: false, out bits);
            case ColumnKind.Timestamp:
                if (formats.TryRead(text, Given, out bits) || Utf8Values.TryTimestamp(text, out bits)) return true;
                return DayFirst is { } dayFirst && DayMonthYear.TryRead(text, out var date) && date.TryMicros(dayFirst, out bits);
            case ColumnKind.Duration:
                return Utf8Values.TryDuration(text, out bits) || (Given && Span(text, out bits));
            default:
                return false;
        }
    }

    /// <summary>Reads a number without its grouping marks and, when the kind was given, without a plus and leading zeros.</summary>
    private bool TryPlain(ReadOnlySpan<byte> text, bool integer, out long bits)
    {
        bits = 0;
        if (text.Length > 64 || text.IsEmpty) return false;
        var pattern = ValuePatterns.Of(text, DateFormats.None);
        var grouped = Comma
            ? pattern is ValuePattern.PointGroups or ValuePattern.EitherPoint or ValuePattern.Comma
            : pattern is ValuePattern.CommaGroups or ValuePattern.EitherComma or ValuePattern.Point;
        if (!grouped && !Given) return false;
        Span<byte> plain = stackalloc byte[64];
        var length = 0;
        var (mark, group) = Comma ? ((byte)',', (byte)'.') : ((byte)'.', (byte)',');
        foreach (var value in text)
            if (value != group || !grouped) plain[length++] = value == mark ? (byte)'.' : value;
        var rest = plain[..length];
        if (Given)
        {
            if (rest[0] == (byte)'+') rest = rest[1..];
            var sign = rest.Length > 0 && rest[0] == (byte)'-' ? 1 : 0;
            while (rest.Length > sign + 1 && rest[sign] == (byte)'0' && char.IsAsciiDigit((char)rest[sign + 1]))
            {
                rest[..sign].CopyTo(rest[1..]);
                rest = rest[1..];
            }
        }
        if (integer)
        {
            if (Utf8Values.TryInteger(rest, out bits)) return true;
            if (!Given || !Utf8Values.TryNumber(rest, (byte)'.', out var whole) || whole != Math.Floor(whole) || Math.Abs(whole) > 1L << 53) return false;
            bits = (long)whole;
            return true;
        }
        if (!Utf8Values.TryNumber(rest, (byte)'.', out var number)) return false;
        bits = BitConverter.DoubleToInt64Bits(number);
        return true;
    }

    private static bool Answer(ReadOnlySpan<byte> text, out long bits)
    {
        bits = text.Length > 3 ? 0 : System.Text.Encoding.ASCII.GetString(text).ToLowerInvariant() switch
        {
            "1" or "yes" or "y" or "t" => 1,
            "0" or "no" or "n" or "f" => 0,
            _ => -1,
        };
        return bits >= 0 && text.Length <= 3;
    }

    private static bool Span(ReadOnlySpan<byte> text, out long micros)
    {
        var found = TimeSpan.TryParse(System.Text.Encoding.UTF8.GetString(text), out var span);
        micros = Times.FromTimeSpan(span);
        return found;
    }
}
