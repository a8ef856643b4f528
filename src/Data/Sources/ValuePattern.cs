using System.Buffers;

namespace MarketingNotebooks.Data.Sources;

/// <summary>What one field could be. A field has one pattern; a column's kind follows from how many fields have which.</summary>
internal enum ValuePattern
{
    /// <summary>Nothing, or blanks only.</summary>
    Empty,
    Boolean,
    /// <summary>A canonical integer of at most 64 bits.</summary>
    Integer,
    /// <summary>Digits beyond 64 bits.</summary>
    BigInteger,
    /// <summary>Digits with leading zeros, such as 00004.</summary>
    Identifier,
    /// <summary>A number with a decimal point, perhaps grouped: 12.5, 1,234.56.</summary>
    Point,
    /// <summary>A number with a decimal comma, perhaps grouped: 12,5, 1.234,56.</summary>
    Comma,
    /// <summary>An integer grouped by commas: 1,234,567.</summary>
    CommaGroups,
    /// <summary>An integer grouped by points: 1.234.567.</summary>
    PointGroups,
    /// <summary>1.234: a decimal point or a group.</summary>
    EitherPoint,
    /// <summary>1,234: a decimal comma or a group.</summary>
    EitherComma,
    /// <summary>A number without a decimal mark that is no integer: 1e5, NaN, Infinity.</summary>
    Unmarked,
    /// <summary>An ISO date or timestamp, or one of the formats given.</summary>
    Timestamp,
    /// <summary>25/12/2024.</summary>
    DayMonth,
    /// <summary>12/25/2024.</summary>
    MonthDay,
    /// <summary>03/04/2024.</summary>
    DayOrMonth,
    Duration,
    Text,
}

/// <summary>Tells what a field could be.</summary>
internal static class ValuePatterns
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("0123456789.,"u8);

    /// <summary>Number of patterns.</summary>
    public const int Count = (int)ValuePattern.Text + 1;

    /// <summary>The pattern of a field.</summary>
    /// <param name="text">The field without quotes; blanks around it are ignored.</param>
    /// <param name="formats">Date formats given by the user.</param>
    public static ValuePattern Of(ReadOnlySpan<byte> text, DateFormats formats)
    {
        text = text.Trim(" \t"u8);
        if (text.IsEmpty) return ValuePattern.Empty;
        if (text.Length > 64) return ValuePattern.Text;
        if (!formats.IsEmpty && formats.TryRead(text, digitsOnly: false, out _)) return ValuePattern.Timestamp;
        if (!char.IsAsciiDigit((char)text[0]) && text[0] is not ((byte)'-' or (byte)'.' or (byte)',')) return Word(text);
        if (Utf8Values.TryTimestamp(text, out _)) return ValuePattern.Timestamp;
        if (DayMonthYear.TryRead(text, out var date)) return date.Pattern;
        return Number(text);
    }

    /// <summary>True when a value of this pattern could change the reading of a numeric column, rather than just not fit it.</summary>
    public static bool IsNumberLike(this ValuePattern pattern) => pattern is >= ValuePattern.Integer and <= ValuePattern.Unmarked;

    private static ValuePattern Word(ReadOnlySpan<byte> text)
    {
        if (Utf8Values.TryBoolean(text, out _)) return ValuePattern.Boolean;
        if (Utf8Values.TryNumber(text, (byte)'.', out _)) return ValuePattern.Unmarked;
        return Utf8Values.TryDuration(text, out _) ? ValuePattern.Duration : ValuePattern.Text;
    }

    private static ValuePattern Number(ReadOnlySpan<byte> text)
    {
        var digits = text[0] == (byte)'-' ? text[1..] : text;
        if (digits.IsEmpty) return ValuePattern.Text;
        if (digits.ContainsAnyExcept(Marks))
        {
            if (Utf8Values.TryNumber(text, (byte)'.', out _)) return digits.Contains((byte)'.') ? ValuePattern.Point : ValuePattern.Unmarked;
            if (Utf8Values.TryNumber(text, (byte)',', out _)) return ValuePattern.Comma;
            return Utf8Values.TryDuration(text, out _) ? ValuePattern.Duration : ValuePattern.Text;
        }
        var (points, commas) = (digits.Count((byte)'.'), digits.Count((byte)','));
        if (points + commas == 0) return Digits(text, digits);
        if (points > 0 && commas > 0)
        {
            var mark = digits[digits.LastIndexOfAny((byte)'.', (byte)',')];
            var group = mark == (byte)'.' ? (byte)',' : (byte)'.';
            var at = digits.IndexOf(mark);
            if (digits.Count(mark) > 1 || !Grouped(digits[..at], group)) return ValuePattern.Text;
            return mark == (byte)'.' ? ValuePattern.Point : ValuePattern.Comma;
        }
        var byPoint = points > 0;
        var only = byPoint ? (byte)'.' : (byte)',';
        var grouped = Grouped(digits, only);
        if (points + commas > 1) return !grouped ? ValuePattern.Text : byPoint ? ValuePattern.PointGroups : ValuePattern.CommaGroups;
        if (!Utf8Values.TryNumber(text, only, out _)) return digits.Length > 1 ? ValuePattern.Identifier : ValuePattern.Text;
        if (grouped) return byPoint ? ValuePattern.EitherPoint : ValuePattern.EitherComma;
        return byPoint ? ValuePattern.Point : ValuePattern.Comma;
    }

    private static ValuePattern Digits(ReadOnlySpan<byte> text, ReadOnlySpan<byte> digits)
    {
        if (digits[0] == (byte)'0' && digits.Length > 1) return ValuePattern.Identifier;
        if (Utf8Values.TryInteger(text, out _)) return ValuePattern.Integer;
        return digits is [(byte)'0'] ? ValuePattern.Unmarked : ValuePattern.BigInteger; // "-0" is a number, not an integer
    }

    /// <summary>Digits in groups of three after a first group of one to three that does not start with zero.</summary>
    private static bool Grouped(ReadOnlySpan<byte> digits, byte group)
    {
        var first = digits.IndexOf(group);
        if (first is < 1 or > 3 || digits[0] == (byte)'0' || (digits.Length - first) % 4 != 0) return false;
        for (var at = first; at < digits.Length; at += 4)
            if (digits[at] != group || digits.Slice(at + 1, 3).ContainsAnyExceptInRange((byte)'0', (byte)'9')) return false;
        return true;
    }
}
