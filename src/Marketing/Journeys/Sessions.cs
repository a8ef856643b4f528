using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Journeys;

/// <summary>Cuts each user's events into sessions: a new one begins after a pause.</summary>
/// <remarks>Lazy: runs where the events are, on every engine with window functions (not ClickHouse 18; there <c>Collect()</c> first).
/// Cost: two sorts of the events. A gap of 30 minutes is a convention of web analytics, not a finding: look at the distribution of pauses.
/// Duplicates of an event do not split a session but are counted; take them out first with <c>Distinct</c>.</remarks>
public static class Sessions
{
    /// <summary>The gap that web analytics agreed on.</summary>
    public static readonly TimeSpan UsualGap = TimeSpan.FromMinutes(30);

    /// <summary>Adds to each event the number of its session among the user's.</summary>
    /// <param name="events">One row an event, in any order.</param>
    /// <param name="user">The column, or columns together, that say whose event it is.</param>
    /// <param name="time">A timestamp column.</param>
    /// <param name="gap">A pause longer than this starts a new session; one just as long does not. Range: above 0. Default: 30 minutes.</param>
    /// <param name="name">The new column. Default: session.</param>
    /// <returns>The events with an integer column of 1, 2, … in order of time; null where user or time is missing. Events of one moment are in
    /// the same session.</returns>
    /// <exception cref="ArgumentException">A column is missing, the time is no timestamp, the gap is not positive, or the name is taken.</exception>
    public static DataFrame Mark(DataFrame events, ColumnNames user, string time, TimeSpan? gap = null, string name = "session")
    {
        ArgumentNullException.ThrowIfNull(events);
        var users = EventColumns.Names(user, "Sessions", "user");
        EventColumns.CheckTime(events, time, "Sessions");
        EventColumns.CheckSpan(gap, "The gap between sessions");
        if (events.Schema.Contains(name)) throw new ArgumentException($"The events have a column '{name}' already. Choose another with name:.");
        var starts = EventColumns.Fresh(events, "starts");
        return events
            .With((starts, c =>
            {
                var before = c[time].Lag().Over(users, time);
                return Expr.If(EventColumns.Known(c, [.. users, time]) & (before.IsNull() | c[time] - before > (gap ?? UsualGap)), 1, 0);
            }))
            .With((name, c => c[starts].RunningSum().Over(users, time)))
            // Of events at one moment the engine may number any first: all of them get the highest number.
            .With((name, c => Expr.If(EventColumns.Known(c, [.. users, time]), c[name].Max().Over([.. users, time]), null)))
            .Drop(starts);
    }

    /// <summary>One row a session.</summary>
    /// <remarks>Events without user or time are left out; <see cref="Mark"/> shows them with a null session.</remarks>
    /// <param name="events">One row an event, in any order.</param>
    /// <param name="user">The column, or columns together, that say whose event it is.</param>
    /// <param name="time">A timestamp column.</param>
    /// <param name="gap">A pause longer than this starts a new session. Range: above 0. Default: 30 minutes.</param>
    /// <param name="page">The column that says what was looked at or done; null for none.</param>
    /// <param name="keep">Columns whose first value in the session is kept beside, e.g. device or channel.</param>
    /// <returns>The user; <c>session</c> (1, 2, … of the user); <c>start</c> and <c>end</c>; <c>duration</c> (of the first to the last event, 0 for one
    /// event); <c>events</c>; <c>bounce</c> (only one event); with a page <c>pages</c> (different ones), <c>first_page</c> and <c>last_page</c>; what
    /// is kept. Sorted by user and session. Of events at one moment, the first page is that of the first row in memory; a database takes any.</returns>
    /// <exception cref="ArgumentException">A column is missing, the time is no timestamp, or the gap is not positive.</exception>
    public static DataFrame Of(DataFrame events, ColumnNames user, string time, TimeSpan? gap = null, string? page = null, ColumnNames keep = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var users = EventColumns.Names(user, "Sessions", "user");
        var kept = new List<string>();
        foreach (var column in keep) kept.Add(column);
        string[] order = [.. users, "session", "start", "end", "duration", "events", "bounce"];
        EventColumns.CheckResult("Sessions", [.. order, .. page is null ? (string[])[] : ["pages", "first_page", "last_page"], .. kept]);
        var number = EventColumns.Fresh(events, "session");
        var summaries = new List<(string, Agg)> { ("start", Agg.Min(time)), ("end", Agg.Max(time)), ("events", Agg.Count()) };
        if (page is not null)
            summaries.AddRange([("pages", Agg.CountDistinct(page)), ("first_page", Agg.First(page, time)), ("last_page", Agg.Last(page, time))]);
        foreach (var column in kept) summaries.Add((column, Agg.First(column, time)));
        var sessions = Mark(events, users, time, gap, number).Where(c => !c[number].IsNull()).GroupBy([.. users, number]).Aggregate([.. summaries])
            .Rename((number, "session")).With(("duration", c => c["end"] - c["start"]), ("bounce", c => c["events"] == 1));
        return sessions.Select([.. order, .. sessions.ColumnNames.Except(order)]).OrderBy([.. users.Select(name => (SortKey)name), "session"]);
    }
}
