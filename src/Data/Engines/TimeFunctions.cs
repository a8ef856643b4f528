using System.Globalization;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Calendar functions in UTC; weeks are ISO 8601's.</summary>
internal static class TimeFunctions
{
    public static Column Evaluate(Evaluator rows, CallExpr call)
    {
        if (call.Function == Function.TotalDays)
            return Kernels.Map<Days, double, double>(ColumnKind.Number, rows.Rows, rows.Number(call.Arguments[0]));
        var times = rows.Operand<long>(call.Arguments[0]);
        return call.Function switch
        {
            Function.Truncate => Each(micros => Truncate(micros, (Unit)call.Detail!)),
            Function.Part => Each(micros => Part(Times.ToDateTime(micros), (Unit)call.Detail!)),
            Function.DayOfWeek => Each(micros => ((int)Times.ToDateTime(micros).DayOfWeek + 6) % 7 + 1),
            Function.DayOfYear => Each(micros => Times.ToDateTime(micros).DayOfYear),
            Function.IsoYear => Each(micros => ISOWeek.GetYear(Times.ToDateTime(micros))),
            Function.UnitsSince => Two(call.Arguments[1], (micros, other) => TimeUnits.Index(micros, (Unit)call.Detail!) - TimeUnits.Index(other, (Unit)call.Detail!)),
            Function.AddUnits => Two(call.Arguments[1], (micros, count) => TimeUnits.Add(micros, count, (Unit)call.Detail!)),
            _ => ((TimeFormat)call.Detail!).Write((Column<long>)rows.Evaluate(call.Arguments[0])),
        };

        Column<long> Each(Func<long, long> map) => Kernels.Each<long, long>(call.Kind, rows.Rows, times, times, (micros, _) => map(micros));
        Column<long> Two(Expr other, Func<long, long, long> map) => Kernels.Each<long, long>(call.Kind, rows.Rows, times, rows.Operand<long>(other), (x, y) => map(x, y));
    }

    public static long Truncate(long micros, Unit unit)
    {
        switch (unit)
        {
            case Unit.Second: return FloorTo(micros, Times.Second);
            case Unit.Minute: return FloorTo(micros, Times.Minute);
            case Unit.Hour: return FloorTo(micros, Times.Hour);
            case Unit.Day: return Times.StartOfDay(micros);
            case Unit.Week: return FloorTo(micros + 3 * Times.Day, 7 * Times.Day) - 3 * Times.Day; // 1970-01-01 was a Thursday.
            default:
                var time = Times.ToDateTime(micros);
                var month = unit switch { Unit.Year => 1, Unit.Quarter => (time.Month - 1) / 3 * 3 + 1, _ => time.Month };
                return Times.FromDateTime(new DateTime(time.Year, month, 1, 0, 0, 0, DateTimeKind.Utc));
        }
    }

    private static long FloorTo(long value, long step)
    {
        var rest = value % step;
        return value - (rest < 0 ? rest + step : rest);
    }

    private static long Part(DateTime time, Unit unit) => unit switch
    {
        Unit.Year => time.Year,
        Unit.Quarter => (time.Month + 2) / 3,
        Unit.Month => time.Month,
        Unit.Week => ISOWeek.GetWeekOfYear(time),
        Unit.Day => time.Day,
        Unit.Hour => time.Hour,
        Unit.Minute => time.Minute,
        _ => time.Second,
    };

    private readonly struct Days : IUnary<double, double>
    {
        public static double Apply(double value) => value / Times.Day;
    }
}
