namespace MarketingNotebooks.Data.Expressions;

public abstract partial class Expr
{
    /// <summary>The start of the unit of time that the instant lies in.</summary>
    /// <param name="unit">Year to second; weeks start on Monday.</param>
    public Expr Trunc(Unit unit) => CallExpr.Of(Function.Truncate, unit, this);

    /// <summary>A part of the instant as an integer: year, quarter 1–4, month 1–12, ISO week 1–53, day of the month 1–31, hour 0–23, minute and second 0–59.</summary>
    /// <param name="unit">Which part.</param>
    public Expr Part(Unit unit) => CallExpr.Of(Function.Part, unit, this);

    /// <summary>The calendar year.</summary>
    public Expr Year() => Part(Unit.Year);

    /// <summary>The quarter, 1 to 4.</summary>
    public Expr Quarter() => Part(Unit.Quarter);

    /// <summary>The month, 1 to 12.</summary>
    public Expr Month() => Part(Unit.Month);

    /// <summary>The week of ISO 8601, 1 to 53; it belongs to <see cref="IsoYear"/>.</summary>
    public Expr IsoWeek() => Part(Unit.Week);

    /// <summary>The day of the month, 1 to 31.</summary>
    public Expr Day() => Part(Unit.Day);

    /// <summary>The hour, 0 to 23, UTC.</summary>
    public Expr Hour() => Part(Unit.Hour);

    /// <summary>The minute, 0 to 59.</summary>
    public Expr Minute() => Part(Unit.Minute);

    /// <summary>The second, 0 to 59.</summary>
    public Expr Second() => Part(Unit.Second);

    /// <summary>The year that the ISO week belongs to: differs from the calendar year around New Year.</summary>
    public Expr IsoYear() => CallExpr.Of(Function.IsoYear, null, this);

    /// <summary>The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).</summary>
    public Expr DayOfWeek() => CallExpr.Of(Function.DayOfWeek, null, this);

    /// <summary>The day of the year, 1 to 366.</summary>
    public Expr DayOfYear() => CallExpr.Of(Function.DayOfYear, null, this);

    /// <summary>How many starts of units lie between another time and this one, negative when this is the earlier: 31 January is one month before
    /// 1 February. For whole spans of time subtract the times.</summary>
    /// <param name="other">A timestamp.</param>
    /// <param name="unit">Weeks start on Monday.</param>
    public Expr UnitsSince(Expr other, Unit unit) => CallExpr.Of(Function.UnitsSince, unit, this, other);

    /// <summary>Moved by units of the calendar; where a month is too short its last day is taken: 31 January and a month is 28 or 29 February.</summary>
    /// <param name="count">Integer; negative moves back.</param>
    /// <param name="unit">Which unit.</param>
    public Expr AddUnits(Expr count, Unit unit) => CallExpr.Of(Function.AddUnits, unit, this, count);

    /// <summary>As text in a pattern.</summary>
    /// <param name="pattern">Made of yyyy, yy, MMM (Jan), MM, ddd (Mon), dd, HH, mm, ss, punctuation, and 'words' in quotes.</param>
    /// <exception cref="ArgumentException">The pattern holds something else.</exception>
    public Expr Format(string pattern) => CallExpr.Of(Function.Format, new TimeFormat(pattern), this);
}
