using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Times counted and moved in units of the calendar.</summary>
internal static class TimeUnits
{
    /// <summary>The number of the unit that the instant lies in; neighbours differ by one.</summary>
    public static long Index(long micros, Unit unit) => unit switch
    {
        Unit.Year => Times.ToDateTime(micros).Year,
        Unit.Quarter => Times.ToDateTime(micros) is var time ? time.Year * 4L + (time.Month - 1) / 3 : 0,
        Unit.Month => Times.ToDateTime(micros) is var time ? time.Year * 12L + time.Month : 0,
        _ => (TimeFunctions.Truncate(micros, unit) + (unit == Unit.Week ? 3 * Times.Day : 0)) / Length(unit),
    };

    /// <summary>The instant so many units later; the last day of the month where the month is too short.</summary>
    public static long Add(long micros, long count, Unit unit)
    {
        try
        {
            var months = unit switch { Unit.Year => 12, Unit.Quarter => 3, Unit.Month => 1, _ => 0 };
            if (months == 0)
            {
                var moved = checked(micros + checked(count * Length(unit)));
                return moved >= Times.MinValue && moved <= Times.MaxValue ? moved : throw new OverflowException();
            }
            // AddMonths keeps ticks, of which columns hold the microseconds alone.
            return Times.FromDateTime(Times.ToDateTime(micros).AddMonths(checked((int)checked(count * months))));
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw new OverflowException($"{(micros >= Times.MinValue && micros <= Times.MaxValue ? Times.ToText(micros) : $"{micros} µs")} moved by {count} {unit} leaves the years 0001 to 9999. "
                + "Leave such rows out, or set them to null with Expr.If.", e);
        }
    }

    /// <summary>The microseconds of a unit that is no part of the calendar: a week or less.</summary>
    public static long Length(Unit unit) => unit switch
    {
        Unit.Week => 7 * Times.Day,
        Unit.Day => Times.Day,
        Unit.Hour => Times.Hour,
        Unit.Minute => Times.Minute,
        _ => Times.Second,
    };
}
