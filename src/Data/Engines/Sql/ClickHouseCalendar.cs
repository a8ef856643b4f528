using MarketingNotebooks.Data.Expressions;

namespace MarketingNotebooks.Data.Engines.Sql;

/// <summary>The calendar in integer arithmetic over microseconds since 1970, from year 1 to 9999: ClickHouse's own dates are shorter.</summary>
/// <remarks>Days to years and months after Howard Hinnant's "chrono-compatible low-level date algorithms" (days of a year that starts in March).
/// A name given to a part of an expression, <c>(… as x)</c>, stands for it in the rest.</remarks>
internal static class ClickHouseCalendar
{
    // With a constant above 32 bits old versions divide as if both were unsigned, unless it is an Int64.
    private static readonly string Day = Whole(Text.Times.Day);

    public static string Truncate(string time, Unit unit, SqlScope scope)
    {
        switch (unit)
        {
            case Unit.Second: return Floor(time, Text.Times.Second);
            case Unit.Minute: return Floor(time, Text.Times.Minute);
            case Unit.Hour: return Floor(time, Text.Times.Hour);
            case Unit.Day: return Floor(time, Text.Times.Day);
            case Unit.Week: return $"({Floor($"({time} + {Whole(3 * Text.Times.Day)})", 7 * Text.Times.Day)} - {Whole(3 * Text.Times.Day)})"; // 1970-01-01 was a Thursday.
        }
        var (setup, year, month, dayOfMonth) = Civil(Days(time), scope);
        return unit switch
        {
            Unit.Month => $"((({setup}) * 0 + {scope.LastDays} - {dayOfMonth} + 1) * {Day})",
            Unit.Quarter => $"((({setup}) * 0 + {FirstDay(year, $"intDiv({month} - 1, 3)")}) * {Day})",
            _ => $"((({setup}) * 0 + {FirstDay(year, "0")}) * {Day})",
        };
    }

    public static string Part(string time, Unit unit, SqlScope scope)
    {
        if (unit == Unit.Second) return $"intDiv({Rest(time, Text.Times.Minute)}, {Whole(Text.Times.Second)})";
        if (unit == Unit.Minute) return $"intDiv({Rest(time, Text.Times.Hour)}, {Whole(Text.Times.Minute)})";
        if (unit == Unit.Hour) return $"intDiv({Rest(time, Text.Times.Day)}, {Whole(Text.Times.Hour)})";
        if (unit == Unit.Week)
        {
            var (thursday, yearOfThursday) = Thursday(time, scope);
            return $"(({thursday}) * 0 + intDiv({scope.LastDays} - {FirstDay(yearOfThursday, "0")}, 7) + 1)";
        }
        var (setup, year, month, day) = Civil(Days(time), scope);
        var part = unit switch { Unit.Year => year, Unit.Quarter => $"intDiv({month} + 2, 3)", Unit.Month => month, _ => day };
        return $"(({setup}) * 0 + {part})";
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static string DayOfWeek(string time) => $"((({Days(time)} + 3) % 7 + 7) % 7 + 1)"; // 1970-01-01 was a Thursday.

    public static string DayOfYear(string time, SqlScope scope)
    {
        var (setup, year, _, _) = Civil(Days(time), scope);
        return $"(({setup}) * 0 + {scope.LastDays} - {FirstDay(year, "0")} + 1)";
    }

    /// <summary>The year that the ISO week belongs to.</summary>
    public static string IsoYear(string time, SqlScope scope)
    {
        var (setup, year) = Thursday(time, scope);
        return $"(({setup}) * 0 + {year})";
    }

    /// <summary>A week is that of its Thursday, counted in the Thursday's year.</summary>
    private static (string Setup, string Year) Thursday(string time, SqlScope scope)
    {
        var (setup, year, _, _) = Civil($"(intDiv({Truncate(time, Unit.Week, scope)}, {Day}) + 3)", scope);
        return (setup, year);
    }

    private static string Days(string time) => $"intDiv({Floor(time, Text.Times.Day)}, {Day})";

    /// <summary>The greatest multiple of a step not above a value.</summary>
    private static string Floor(string value, long step) => $"({value} - {Rest(value, step)})";

    private static string Rest(string value, long step) => $"(({value} % {Whole(step)} + {Whole(step)}) % {Whole(step)})";

    private static string Whole(long value) => $"toInt64({value})";

    /// <summary>A text that names the parts of a date when it is written first, and the year, month and day in those names.</summary>
    private static (string Setup, string Year, string Month, string Day) Civil(string days, SqlScope scope)
    {
        var n = scope.Fresh("__d");
        scope.LastDays = n;
        var (era, doe, yoe, doy, mp) = (n + "e", n + "o", n + "y", n + "z", n + "m");
        var setup = $"(toInt64({days}) as {n}) + (intDiv({n} + 719468, 146097) as {era}) + ({n} + 719468 - {era} * 146097 as {doe}) + "
            + $"(intDiv({doe} - intDiv({doe}, 1460) + intDiv({doe}, 36524) - intDiv({doe}, 146096), 365) as {yoe}) + "
            + $"({doe} - (365 * {yoe} + intDiv({yoe}, 4) - intDiv({yoe}, 100)) as {doy}) + (intDiv(5 * {doy} + 2, 153) as {mp})";
        return (setup, $"({yoe} + {era} * 400 + ({mp} > 9))", $"({mp} + multiIf({mp} < 10, 3, -9))", $"({doy} - intDiv(153 * {mp} + 2, 5) + 1)");
    }

    /// <summary>Days from 1970 to the first day of a quarter, counted from 0, of a year.</summary>
    private static string FirstDay(string year, string quarter)
    {
        var march = $"({year} - ({quarter} = 0))";
        return $"(365 * {march} + intDiv({march}, 4) - intDiv({march}, 100) + intDiv({march}, 400) + multiIf({quarter} = 0, 306, {quarter} = 1, 31, {quarter} = 2, 122, 214) - 719468)";
    }
}
