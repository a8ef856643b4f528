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

    /// <summary>ISO text: the date alone at midnight, else date and time with as many decimals as needed.</summary>
    /// <param name="micros">Microseconds since 1970 UTC.</param>
    public static string ToText(long micros)
    {
        var time = ToDateTime(micros);
        return time.TimeOfDay == TimeSpan.Zero ? time.ToString("yyyy-MM-dd") : time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF");
    }
}
