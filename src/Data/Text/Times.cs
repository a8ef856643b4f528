using System.Globalization;

namespace MarketingNotebooks.Data.Text;

/// <summary>Conversions between microseconds since 1970 UTC, as columns store time, and .NET's types.</summary>
public static class Times
{
    /// <summary>Microseconds in a day.</summary>
    public const long Day = 86_400_000_000;

    /// <summary>Microseconds in an hour.</summary>
    public const long Hour = 3_600_000_000;

    /// <summary>Microseconds in a minute.</summary>
    public const long Minute = 60_000_000;

    /// <summary>Microseconds in a second.</summary>
    public const long Second = 1_000_000;

    private static ReadOnlySpan<short> DaysBefore => [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    /// <summary>The first instant a column can hold: 0001-01-01 00:00 UTC, in microseconds since 1970.</summary>
    public static readonly long MinValue = FromDateTime(DateTime.MinValue);

    /// <summary>The last instant a column can hold: 9999-12-31 23:59:59.999999 UTC, in microseconds since 1970.</summary>
    public static readonly long MaxValue = FromDateTime(DateTime.MaxValue);

    /// <summary>Microseconds since 1970 UTC. A local time is converted; an unspecified one is taken as UTC.</summary>
    /// <param name="value">Parts of a microsecond are cut off.</param>
    public static long FromDateTime(DateTime value)
    {
        if (value.Kind == DateTimeKind.Local) value = value.ToUniversalTime();
        var (micros, rest) = Math.DivRem(value.Ticks - DateTime.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond);
        return rest < 0 ? micros - 1 : micros;
    }

    /// <summary>True for instants that have a date: the years 0001 to 9999.</summary>
    /// <param name="micros">Microseconds since 1970 UTC, any.</param>
    public static bool IsInCalendar(long micros) => micros >= MinValue && micros <= MaxValue;

    /// <summary>The instant as a UTC <see cref="DateTime"/>.</summary>
    /// <param name="micros">Range: <see cref="MinValue"/> to <see cref="MaxValue"/>.</param>
    /// <exception cref="OverflowException">The instant lies outside that range.</exception>
    public static DateTime ToDateTime(long micros) => IsInCalendar(micros)
        ? new(DateTime.UnixEpoch.Ticks + micros * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc)
        : throw new OverflowException($"A timestamp must lie in the years 0001 to 9999. Got {micros} µs since 1970. Is it in another unit, such as nanoseconds?");

    /// <summary>Midnight UTC of the day that the instant lies in.</summary>
    /// <param name="micros">Microseconds since 1970 UTC.</param>
    public static long StartOfDay(long micros) => micros - (micros % Day + Day) % Day;

    /// <summary>Microseconds of a span; parts of a microsecond are cut off.</summary>
    /// <param name="value">Any span.</param>
    public static long FromTimeSpan(TimeSpan value) => value.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The span of <paramref name="micros"/> microseconds.</summary>
    /// <param name="micros">Range: ± 10 675 199 days.</param>
    /// <exception cref="OverflowException">The span lies outside that range.</exception>
    public static TimeSpan ToTimeSpan(long micros) =>
        Math.Abs((decimal)micros) <= TimeSpan.MaxValue.Ticks / TimeSpan.TicksPerMicrosecond
            ? new(micros * TimeSpan.TicksPerMicrosecond)
            : throw new OverflowException($"A TimeSpan holds up to 10,675,199 days. Got {DurationToText(micros)}. Read it in days with TotalDays().");

    /// <summary>A span as .NET writes a <see cref="TimeSpan"/> ("c"), <c>[-][days.]hh:mm:ss[.fffffff]</c>, also beyond the range of one.</summary>
    /// <param name="micros">Microseconds, any.</param>
    public static string DurationToText(long micros)
    {
        var (days, rest) = Math.DivRem(micros, Day);
        return $"{(micros < 0 ? "-" : "")}{(days == 0 ? "" : $"{Math.Abs(days)}.")}{ToTimeSpan(Math.Abs(rest)):c}";
    }

    /// <summary>Days from 1970-01-01 to a date of the proleptic Gregorian calendar; false when there is no such date.</summary>
    /// <param name="year">Range: 1 to 9999.</param>
    /// <param name="month">Range: 1 to 12.</param>
    /// <param name="day">Range: 1 to the month's length.</param>
    /// <param name="days">Days since 1970-01-01; 0 when there is no such date.</param>
    public static bool TryDays(int year, int month, int day, out int days)
    {
        days = 0;
        if ((uint)(year - 1) > 9998 || (uint)(month - 1) > 11 || day < 1) return false;
        var leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 1 : 0;
        if (day > DaysBefore[month] - DaysBefore[month - 1] + (month == 2 ? leap : 0)) return false;
        var before = year - 1;
        days = before * 365 + before / 4 - before / 100 + before / 400 + DaysBefore[month - 1] + (month > 2 ? leap : 0) + day - 719_163;
        return true;
    }

    /// <summary>ISO text: the date alone at midnight, else date and time with as many decimals as needed.</summary>
    /// <param name="micros">Microseconds since 1970 UTC.</param>
    public static string ToText(long micros)
    {
        var time = ToDateTime(micros);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
    }
}
