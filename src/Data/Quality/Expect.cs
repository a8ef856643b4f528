using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Quality;

/// <summary>Expectations of a frame. In all but <see cref="NotNull"/> and <see cref="Unique(string[])"/> a null passes: whether a value must be there is one
/// question, what it must be another.</summary>
public static class Expect
{
    /// <summary>Every row has a value; NaN counts as none.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation NotNull(string column, double mostly = 1, Severity severity = Severity.Error) =>
        new($"{column} is not null", [column], frame => RowRules.Failing(frame, c => frame.Schema[column].Kind == ColumnKind.Number
            ? !c[column].IsNull() & !c[column].OrElse(double.NaN).IsNaN() : !c[column].IsNull()), mostly, severity);

    /// <summary>No two rows agree in all these columns; every row of a repeated combination fails but the first. A null equals a null.</summary>
    /// <param name="columns">Names of columns, at least one.</param>
    public static Expectation Unique(params string[] columns) => Unique(columns, 1);

    /// <summary>No two rows agree in all these columns; every row of a repeated combination fails but the first. A null equals a null.</summary>
    /// <param name="columns">Names of columns, at least one.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation Unique(string[] columns, double mostly, Severity severity = Severity.Error)
    {
        if (columns.Length == 0) throw new ArgumentException("Expect.Unique takes at least one column. Name those whose values must not repeat together.");
        return new($"{string.Join(", ", columns)} {(columns.Length == 1 ? "is" : "are together")} unique", columns, frame => RowRules.Repeated(frame, columns), mostly, severity);
    }

    /// <summary>Every value lies in [<paramref name="low"/>, <paramref name="high"/>]; NaN fails.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="low">Least value allowed: a number, a text, a date, of a kind comparable with the column.</param>
    /// <param name="high">Greatest value allowed.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation Between(string column, Expr low, Expr high, double mostly = 1, Severity severity = Severity.Error) =>
        new($"{column} is between {low} and {high}", [column], frame => RowRules.Failing(frame, c => c[column].Between(low, high)), mostly, severity);

    /// <summary>Every value is one of <paramref name="values"/>.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="values">Constants of a kind comparable with the column, at least one.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation In(string column, Expr[] values, double mostly = 1, Severity severity = Severity.Error) =>
        new($"{column} is one of {string.Join(", ", values.Take(6).Select(each => each.ToString()))}{(values.Length > 6 ? $" and {values.Length - 6} more" : "")}", [column],
            frame => RowRules.Failing(frame, c => c[column].IsIn(values)), mostly, severity);

    /// <summary>Every text has a match of <paramref name="pattern"/>; anchor it with <c>^…$</c> for the whole text.</summary>
    /// <param name="column">The name of a text column.</param>
    /// <param name="pattern">A regular expression of .NET; run without backtracking where it can be, else for a second a value at most.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression.</exception>
    public static Expectation Matches(string column, string pattern, double mostly = 1, Severity severity = Severity.Error)
    {
        var regex = RowRules.Compile(pattern);
        return new($"{column} matches {pattern}", [column], frame => RowRules.Texts(frame, column, regex.IsMatch), mostly, severity);
    }

    /// <summary>Every value occurs in a column of another frame.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="other">The frame referred to.</param>
    /// <param name="otherColumn">Its key, of the same kind. Default: the same name.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    /// <exception cref="ArgumentException">The other frame has no such column.</exception>
    public static Expectation ForeignKey(string column, DataFrame other, string? otherColumn = null, double mostly = 1, Severity severity = Severity.Error)
    {
        var key = otherColumn ?? column;
        other.Schema.Position(key);
        return new($"{column} occurs in {key} of the other frame", [column], frame => RowRules.Orphans(frame, column, other, key), mostly, severity);
    }

    /// <summary>A condition holds in every row; where it is null the row passes.</summary>
    /// <param name="condition">A boolean formula over any columns, e.g. <c>c => c["end"] >= c["start"]</c>.</param>
    /// <param name="name">The expectation in words. Default: the formula as it was written.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    /// <param name="source">Filled in by the compiler.</param>
    public static Expectation Row(Func<ColumnScope, Expr> condition, string? name = null, double mostly = 1, Severity severity = Severity.Error,
        [CallerArgumentExpression(nameof(condition))] string source = "") =>
        new(name ?? source, [], frame => RowRules.Failing(frame, condition), mostly, severity);

    /// <summary>The column is of this kind.</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation Type(string column, ColumnKind kind, Severity severity = Severity.Error) => new($"{column} is {kind.Word()}", [column],
        frame => Judgement.OfFrame(frame.Schema[column].Kind == kind, $"it is {frame.Schema[column].Kind.Word()}"), 1, severity);

    /// <summary>The frame has these columns, perhaps others too.</summary>
    /// <param name="columns">Names of columns.</param>
    public static Expectation Columns(params string[] columns) => new($"columns {string.Join(", ", columns)} are there", columns,
        _ => Judgement.OfFrame(true, "all are there"), 1, Severity.Error);

    /// <summary>The number of rows lies in [<paramref name="least"/>, <paramref name="most"/>].</summary>
    /// <param name="least">Range: ≥ 0.</param>
    /// <param name="most">Range: ≥ <paramref name="least"/>. Default: no limit.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation RowCount(int least, int most = int.MaxValue, Severity severity = Severity.Error)
    {
        if (least < 0 || most < least) throw new ArgumentException($"Expect.RowCount takes 0 ≤ least ≤ most. Got {least} and {most}.");
        return new(most == int.MaxValue ? $"at least {least:N0} rows" : $"{least:N0} to {most:N0} rows", [],
            frame => Judgement.OfFrame(frame.RowCount >= least && frame.RowCount <= most, $"there are {frame.RowCount:N0}"), 1, severity);
    }

    /// <summary>Rows are in order: a row fails whose value lies on the wrong side of the one before it (nulls are passed over).</summary>
    /// <param name="column">A column's name.</param>
    /// <param name="descending">Greatest first. Default: false.</param>
    /// <param name="mostly">Least share of rows that must hold. Range: (0, 1]. Default: 1.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation Sorted(string column, bool descending = false, double mostly = 1, Severity severity = Severity.Error) =>
        new($"{column} is sorted{(descending ? ", greatest first" : "")}", [column], frame => RowRules.OutOfOrder(frame, column, descending), mostly, severity);

    /// <summary>The newest time is not older than <paramref name="maxAge"/> at <paramref name="asOf"/>. The reference is given, never the clock: the same
    /// frame gives the same report tomorrow.</summary>
    /// <param name="column">The name of a timestamp column.</param>
    /// <param name="maxAge">Greatest age of the newest row. Range: ≥ 0.</param>
    /// <param name="asOf">The reference; a local time is converted to UTC, an unspecified one is UTC.</param>
    /// <param name="severity">What a failure means. Default: error.</param>
    public static Expectation Fresh(string column, TimeSpan maxAge, DateTime asOf, Severity severity = Severity.Error)
    {
        if (maxAge < TimeSpan.Zero) throw new ArgumentException($"Expect.Fresh takes an age ≥ 0. Got {maxAge}.", nameof(maxAge));
        var oldest = Times.FromDateTime(asOf) - Times.FromTimeSpan(maxAge);
        return new($"newest {column} is {Times.ToText(oldest)} or later", [column], frame =>
        {
            if (frame.Schema[column].Kind != ColumnKind.Timestamp)
                throw new ArgumentException($"Expect.Fresh takes a timestamp column. '{column}' is {frame.Schema[column].Kind.Word()}. Convert it with ToTimestamp().");
            var newest = frame.Aggregate(("newest", Agg.Max(column))).Column<long>("newest");
            return newest.IsNull(0) ? Judgement.OfFrame(false, "there is no time at all")
                : Judgement.OfFrame(newest.Span[0] >= oldest, $"the newest is {Times.ToText(newest.Span[0])}");
        }, 1, severity);
    }
}
