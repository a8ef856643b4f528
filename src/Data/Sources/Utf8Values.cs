using System.Buffers.Text;
using System.Runtime.CompilerServices;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Values read from UTF-8 bytes, exactly: each method takes the whole span or nothing, and no culture plays a part.</summary>
internal static class Utf8Values
{
    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>An integer as it is written canonically: digits without leading zeros, a minus sign at most, at most 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryInteger(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        var at = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        var digits = text.Length - at;
        if (digits is 0 or > 19) return false;
        if (text[at] == (byte)'0' && (digits > 1 || at == 1)) return false;
        var sum = 0UL;
        for (var i = at; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9) return false;
            sum = sum * 10 + digit;
        }
        if (sum > long.MaxValue && !(at == 1 && sum == 1UL << 63)) return false;
        value = at == 1 ? (long)(0 - sum) : (long)sum;
        return true;
    }

    /// <summary>A number: digits with at most one decimal mark and an exponent; no leading zeros, signs other than minus, or grouping. Correctly rounded.</summary>
    /// <remarks>Up to 2⁵³ and 22 decimals the quotient of two exact doubles is the nearest double (Clinger 1990); beyond, the base library reads it.</remarks>
    public static bool TryNumber(ReadOnlySpan<byte> text, byte mark, out double value)
    {
        value = 0;
        var at = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        var begin = at;
        var mantissa = 0UL;
        for (; at < text.Length; at++)
        {
            var digit = (uint)(text[at] - '0');
            if (digit > 9) break;
            mantissa = mantissa * 10 + digit;
        }
        var whole = at - begin;
        if (whole > 1 && text[begin] == (byte)'0') return false;
        var decimals = 0;
        if (at < text.Length && text[at] == mark)
        {
            var point = ++at;
            for (; at < text.Length; at++)
            {
                var digit = (uint)(text[at] - '0');
                if (digit > 9) break;
                mantissa = mantissa * 10 + digit;
            }
            decimals = at - point;
        }
        var digits = whole + decimals;
        if (digits == 0) return Words(text, out value);
        if (at == text.Length && digits <= 18 && mantissa <= 1UL << 53)
        {
            value = mantissa / PowersOfTen[decimals];
            if (begin == 1) value = -value;
            return true;
        }
        return at == text.Length || text[at] is (byte)'e' or (byte)'E' ? Exact(text, mark, out value) : false;
    }

    /// <summary>true or false, in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = text.Length == 4;
        return text.Length switch
        {
            4 => System.Text.Ascii.EqualsIgnoreCase(text, "true"u8),
            5 => System.Text.Ascii.EqualsIgnoreCase(text, "false"u8),
            _ => false,
        };
    }

    /// <summary>A date yyyy-MM-dd or yyyy/MM/dd, alone or with a time after a blank or T: HH:mm[:ss[.fraction]][Z|±HH[:]mm], in microseconds since
    /// 1970 UTC. No zone means UTC; parts of a microsecond are cut off.</summary>
    public static bool TryTimestamp(ReadOnlySpan<byte> text, out long micros)
    {
        micros = 0;
        if (text.Length < 10 || text[4] != text[7] || text[4] is not ((byte)'-' or (byte)'/')) return false;
        var year = Pair(text, 0) * 100 + Pair(text, 2);
        if (!Times.TryDays(year, Pair(text, 5), Pair(text, 8), out var days)) return false;
        micros = days * Times.Day;
        return text.Length == 10 || (text[10] is (byte)'T' or (byte)' ' or (byte)'t' && TryClock(text[11..], ref micros));
    }

    /// <summary>A length of time in ISO 8601 with days, hours, minutes and seconds, such as <c>P1DT2H</c> or <c>-PT0.5S</c>, in microseconds.</summary>
    public static bool TryDuration(ReadOnlySpan<byte> text, out long micros)
    {
        micros = 0;
        var negative = text.Length > 0 && text[0] == (byte)'-';
        if (negative) text = text[1..];
        if (text.Length < 3 || text[0] != (byte)'P') return false;
        text = text[1..];
        decimal total = 0;
        var (clock, last) = (false, -1);
        while (!text.IsEmpty)
        {
            if (text[0] == (byte)'T')
            {
                if (clock || text.Length == 1) return false;
                clock = true;
                text = text[1..];
            }
            if (!Utf8Parser.TryParse(text, out decimal amount, out var used) || used == text.Length || text[0] is (byte)'-' or (byte)'+') return false;
            var unit = "DHMS"u8.IndexOf(text[used]);
            if (unit <= last || clock != unit > 0 || (unit < 3 && amount != decimal.Truncate(amount)) || amount > 1_000_000_000_000_000m) return false;
            total += amount * (unit switch { 0 => Times.Day, 1 => Times.Hour, 2 => Times.Minute, _ => Times.Second });
            last = unit;
            text = text[(used + 1)..];
        }
        if (last < 0 || total > long.MaxValue / 10) return false;
        micros = (long)(negative ? -total : total);
        return true;
    }

    /// <summary>HH:mm[:ss[.fraction]][zone], added to <paramref name="micros"/>.</summary>
    public static bool TryClock(ReadOnlySpan<byte> text, ref long micros)
    {
        if (text.Length < 5 || text[2] != (byte)':') return false;
        var (hour, minute) = (Pair(text, 0), Pair(text, 3));
        if ((uint)hour > 23 || (uint)minute > 59) return false;
        micros += hour * Times.Hour + minute * Times.Minute;
        text = text[5..];
        if (text.Length >= 3 && text[0] == (byte)':')
        {
            var second = Pair(text, 1);
            if ((uint)second > 59) return false;
            micros += second * Times.Second;
            text = text[3..];
            if (text.Length > 1 && text[0] is (byte)'.' or (byte)',')
            {
                var unit = Times.Second;
                var at = 1;
                for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++) micros += (text[at] - '0') * (unit /= 10);
                if (at == 1) return false;
                text = text[at..];
            }
        }
        if (text.IsEmpty || text.SequenceEqual("Z"u8) || text.SequenceEqual("z"u8)) return true;
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != (byte)':')) return false;
        var (hours, minutes) = (Pair(text, 1), text.Length == 3 ? 0 : Pair(text, text.Length - 2));
        if ((uint)hours > 18 || (uint)minutes > 59) return false;
        var offset = hours * Times.Hour + minutes * Times.Minute;
        micros += text[0] == (byte)'+' ? -offset : offset;
        return micros >= Times.MinValue && micros <= Times.MaxValue;
    }

    /// <summary>The two-digit number at a place, or a large negative number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Pair(ReadOnlySpan<byte> text, int at)
    {
        uint tens = (uint)(text[at] - '0'), ones = (uint)(text[at + 1] - '0');
        return tens <= 9 && ones <= 9 ? (int)(tens * 10 + ones) : -1_000_000;
    }

    private static bool Words(ReadOnlySpan<byte> text, out double value)
    {
        var negative = text.Length > 0 && text[0] == (byte)'-';
        var word = negative ? text[1..] : text;
        var infinite = word.SequenceEqual("Infinity"u8) || word.SequenceEqual("inf"u8) || word.SequenceEqual("Inf"u8);
        value = !infinite ? double.NaN : negative ? double.NegativeInfinity : double.PositiveInfinity;
        return infinite || text.SequenceEqual("NaN"u8) || text.SequenceEqual("nan"u8);
    }

    private static bool Exact(ReadOnlySpan<byte> text, byte mark, out double value)
    {
        const System.Globalization.NumberStyles styles = System.Globalization.NumberStyles.AllowLeadingSign
            | System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowExponent;
        if (mark != (byte)'.')
        {
            var copy = text.ToArray();
            if (text.IndexOf(mark) is var at and >= 0) copy[at] = (byte)'.';
            text = copy;
        }
        return double.TryParse(text, styles, null, out value) && double.IsFinite(value);
    }
}
