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

    /// <summary>The instant as a UTC <see cref="DateTime"/>.</summary>
    /// <param name="micros">Range: <see cref="MinValue"/> to <see cref="MaxValue"/>.</param>
    public static DateTime ToDateTime(long micros) =>
        new(DateTime.UnixEpoch.Ticks + micros * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    /// <summary>Microseconds of a span; parts of a microsecond are cut off.</summary>
    /// <param name="value">Any span.</param>
    public static long FromTimeSpan(TimeSpan value) => value.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The span of <paramref name="micros"/> microseconds.</summary>
    /// <param name="micros">Range: ± 10 675 199 days.</param>
    public static TimeSpan ToTimeSpan(long micros) => new(micros * TimeSpan.TicksPerMicrosecond);

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
        return time.TimeOfDay == TimeSpan.Zero ? time.ToString("yyyy-MM-dd") : time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF");
    }
}
