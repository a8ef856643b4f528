using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Journeys;

/// <summary>The methods on events as verbs of a frame.</summary>
public static class JourneyFrames
{
    /// <inheritdoc cref="Journeys.Sessions.Mark"/>
    public static DataFrame WithSessions(this DataFrame events, ColumnNames user, string time, TimeSpan? gap = null, string name = "session") =>
        Journeys.Sessions.Mark(events, user, time, gap, name);

    /// <inheritdoc cref="Journeys.Sessions.Of"/>
    public static DataFrame Sessions(this DataFrame events, ColumnNames user, string time, TimeSpan? gap = null, string? page = null,
        ColumnNames keep = default) => Journeys.Sessions.Of(events, user, time, gap, page, keep);

    /// <inheritdoc cref="Journeys.Funnel.Of(DataFrame, ColumnNames, string, string, IReadOnlyList{string}, TimeSpan?, ColumnNames)"/>
    public static DataFrame Funnel(this DataFrame events, ColumnNames user, string time, string step, IReadOnlyList<string> steps,
        TimeSpan? within = null, ColumnNames by = default) => Journeys.Funnel.Of(events, user, time, step, steps, within, by);

    /// <inheritdoc cref="Journeys.Funnel.Of(DataFrame, ColumnNames, string, IReadOnlyList{ValueTuple{string, Func{ColumnScope, Expr}}}, TimeSpan?, ColumnNames)"/>
    public static DataFrame Funnel(this DataFrame events, ColumnNames user, string time, IReadOnlyList<(string Name, Func<ColumnScope, Expr> Is)> steps,
        TimeSpan? within = null, ColumnNames by = default) => Journeys.Funnel.Of(events, user, time, steps, within, by);

    /// <inheritdoc cref="Journeys.Paths.Of"/>
    public static DataFrame Paths(this DataFrame touches, ColumnNames user, ColumnNames time, string channel, Func<ColumnScope, Expr> converted,
        string? value = null, PathOptions? options = null) => Journeys.Paths.Of(touches, user, time, channel, converted, value, options);

    /// <inheritdoc cref="Journeys.Paths.Counts"/>
    public static DataFrame PathCounts(this DataFrame paths) => Journeys.Paths.Counts(paths);
}
