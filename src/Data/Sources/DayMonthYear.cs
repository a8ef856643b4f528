using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>A date of two small numbers and a year of four digits, between slashes, points or hyphens, perhaps with a time: 25/12/2024 14:30,
/// 12/25/2024 2:30 PM.</summary>
/// <param name="First">The first number, 1 to 31.</param>
/// <param name="Second">The second number, 1 to 31.</param>
/// <param name="Year">1 to 9999.</param>
/// <param name="Clock">Time of day in microseconds.</param>
internal readonly record struct DayMonthYear(int First, int Second, int Year, long Clock)
{
    /// <summary>Which of the two orders the date allows.</summary>
    public ValuePattern Pattern
    {
        get
        {
            var (dayFirst, monthFirst) = (Times.TryDays(Year, Second, First, out _), Times.TryDays(Year, First, Second, out _));
            if (dayFirst && monthFirst) return ValuePattern.DayOrMonth;
            return dayFirst ? ValuePattern.DayMonth : monthFirst ? ValuePattern.MonthDay : ValuePattern.Text;
        }
    }

    /// <summary>The instant in microseconds since 1970 UTC under one order.</summary>
    public bool TryMicros(bool dayFirst, out long micros)
    {
        var found = Times.TryDays(Year, dayFirst ? Second : First, dayFirst ? First : Second, out var days);
        micros = days * Times.Day + Clock;
        return found && micros >= Times.MinValue && micros <= Times.MaxValue; // a zone may lead out of the calendar
    }

    /// <summary>Reads such a date; its numbers need not be a date in either order.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DayMonthYear date)
    {
        date = default;
        if (!Small(ref text, out var first) || text.IsEmpty || text[0] is not ((byte)'/' or (byte)'.' or (byte)'-')) return false;
        var mark = text[0];
        text = text[1..];
        if (!Small(ref text, out var second) || text.Length < 5 || text[0] != mark) return false;
        var year = Utf8Values.Pair(text, 1) * 100 + Utf8Values.Pair(text, 3);
        if (year < 1) return false;
        text = text[5..];
        var clock = 0L;
        if (!text.IsEmpty && (text[0] != (byte)' ' || !TryClock(text[1..], out clock))) return false;
        date = new DayMonthYear(first, second, year, clock);
        return true;
    }

    private static bool TryClock(ReadOnlySpan<byte> text, out long micros)
    {
        micros = 0;
        var half = text.Length > 2 && text[^1] is (byte)'M' or (byte)'m' ? (char)(text[^2] | 0x20) : ' ';
        if (half is 'a' or 'p') text = text[..^2].TrimEnd((byte)' ');
        else if (half != ' ') return false;
        if (text.Length is < 4 or > 30) return false;
        // An hour of one digit is padded.
        Span<byte> clock = stackalloc byte[32];
        clock[0] = (byte)'0';
        var pad = text[1] == (byte)':' ? 1 : 0;
        text.CopyTo(clock[pad..]);
        clock = clock[..(text.Length + pad)];
        if (!Utf8Values.TryClock(clock, ref micros)) return false;
        if (half == ' ') return true;
        var hour = Utf8Values.Pair(clock, 0);
        if (hour is 0 or > 12) return false;
        if (half == 'p' && hour < 12) micros += 12 * Times.Hour;
        if (half == 'a' && hour == 12) micros -= 12 * Times.Hour;
        return true;
    }

    private static bool Small(ref ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        var digits = 0;
        while (digits < 2 && digits < text.Length && char.IsAsciiDigit((char)text[digits])) value = value * 10 + text[digits++] - '0';
        text = text[digits..];
        return digits > 0;
    }
}
