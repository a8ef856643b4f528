using System.Buffers.Text;
using System.Text;

namespace MarketingNotebooks.Data.Datasets.Simulation;

/// <summary>Spells cells as UTF-8, the same for files and for the cells that faults are planted in.</summary>
internal static class CellText
{
    /// <summary>Longest spelling of anything but text, in bytes.</summary>
    public const int Longest = 32;

    public static int Integer(long value, Span<byte> target)
    {
        Utf8Formatter.TryFormat(value, target, out var written);
        return written;
    }

    public static int Number(long scaled, int digits, Span<byte> target)
    {
        var written = 0;
        if (scaled < 0)
        {
            target[written++] = (byte)'-';
            scaled = -scaled;
        }
        var unit = 1L;
        for (var i = 0; i < digits; i++) unit *= 10;
        written += Integer(scaled / unit, target[written..]);
        target[written++] = (byte)'.';
        for (var rest = scaled % unit; digits > 0; digits--)
        {
            unit /= 10;
            target[written++] = (byte)('0' + rest / unit);
            rest %= unit;
        }
        return written;
    }

    public static int Boolean(bool value, Span<byte> target) => Copy(value ? "true"u8 : "false"u8, target);

    public static int Date(int day, Span<byte> target)
    {
        var date = Period.Date(day);
        var written = Padded(date.Year, 4, target);
        target[written++] = (byte)'-';
        written += Padded(date.Month, 2, target[written..]);
        target[written++] = (byte)'-';
        return written + Padded(date.Day, 2, target[written..]);
    }

    public static int Time(int minute, Span<byte> target) => Moment(60 * minute, target);

    public static int Moment(int second, Span<byte> target)
    {
        var (day, rest) = Math.DivRem(second, 60 * Period.Minutes);
        var written = Date(day, target);
        target[written++] = (byte)' ';
        written += Padded(rest / 3_600, 2, target[written..]);
        target[written++] = (byte)':';
        written += Padded(rest / 60 % 60, 2, target[written..]);
        target[written++] = (byte)':';
        return written + Padded(rest % 60, 2, target[written..]);
    }

    public static string ToText(ReadOnlySpan<byte> cell) => Encoding.UTF8.GetString(cell);

    private static int Padded(int value, int width, Span<byte> target)
    {
        for (var i = width - 1; i >= 0; i--, value /= 10) target[i] = (byte)('0' + value % 10);
        return width;
    }

    private static int Copy(ReadOnlySpan<byte> text, Span<byte> target)
    {
        text.CopyTo(target);
        return text.Length;
    }
}
