using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Journeys;

/// <summary>How many users take the steps of a funnel in order and in time.</summary>
/// <remarks>A user reaches step k when an event of step k follows one of step k − 1 that was reached in the same way, and no more than the window lies
/// between it and the step 1 it all began with. Any beginning counts, not the first only, and other events in between do not matter: the rule
/// of ClickHouse's <c>windowFunnel</c>. Events of the same moment count in the order of the steps.
/// <para>Lazy: runs where the events are, on every engine with window functions (not ClickHouse 18; there <c>Collect()</c> first). Cost: a sort
/// of the events a step. Trap: without a window, a user who looked in January and bought in June converts.</para></remarks>
public static class Funnel
{
    private const double SecondsOfDay = 86_400;

    /// <summary>Counts users by the step they reach, where a column names the step.</summary>
    /// <param name="events">One row an event, in any order; rows without user or time, or of no step, play no part.</param>
    /// <param name="user">The column, or columns together, that say whose event it is; add the session to ask for each session.</param>
    /// <param name="time">A timestamp column.</param>
    /// <param name="step">A text column that says what happened.</param>
    /// <param name="steps">Its values that are the steps, in order; each once. Range: 1 to 50 steps.</param>
    /// <param name="within">Most time from step 1 to any later step, itself included. Range: above 0. Default: null, any.</param>
    /// <param name="by">Columns to count by besides. A user belongs to the values of their first event of any step.</param>
    /// <returns>One row a step (and segment), in order: the columns of <paramref name="by"/>; <c>step</c> (1, 2, …); <c>name</c>; <c>users</c> who reached
    /// it; <c>conversion</c> (users/users of step 1) and <c>step_conversion</c> (users/users of the step before), both 0 to 1 and null where nobody
    /// could; <c>median_seconds</c> (from the nearest event of the step before to the user's first event that reached this one; null for
    /// step 1). Without segments an empty frame gives zeros.</returns>
    /// <exception cref="ArgumentException">A column is missing or of another kind, or steps are missing, repeated or too many.</exception>
    public static DataFrame Of(DataFrame events, ColumnNames user, string time, string step, IReadOnlyList<string> steps, TimeSpan? within = null,
        ColumnNames by = default)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return Of(events, user, time, [.. steps.Select(name => (name, (Func<ColumnScope, Expr>)(c => c[step] == name)))], within, by);
    }

    /// <summary>Counts users by the step they reach, where conditions say what a step is.</summary>
    /// <param name="events">One row an event, in any order.</param>
    /// <param name="user">The column, or columns together, that say whose event it is.</param>
    /// <param name="time">A timestamp column.</param>
    /// <param name="steps">A name and a condition for each step, in order; an event that meets several is of the first of them. Range: 1 to 50 steps.</param>
    /// <param name="within">Most time from step 1 to any later step. Range: above 0. Default: null, any.</param>
    /// <param name="by">Columns to count by besides. A user belongs to the values of their first event of any step.</param>
    /// <returns>As with named steps.</returns>
    /// <exception cref="ArgumentException">A column is missing or of another kind, or steps are missing, repeated or too many.</exception>
    public static DataFrame Of(DataFrame events, ColumnNames user, string time, IReadOnlyList<(string Name, Func<ColumnScope, Expr> Is)> steps,
        TimeSpan? within = null, ColumnNames by = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        var users = EventColumns.Names(user, "A funnel", "user");
        var segments = new List<string>();
        foreach (var name in by) segments.Add(name);
        EventColumns.CheckTime(events, time, "A funnel");
        EventColumns.CheckSpan(within, "The window of a funnel");
        CheckSteps(steps);
        EventColumns.CheckResult("A funnel", [.. segments, "step", "name", "users", "conversion", "step_conversion", "median_seconds"]);
        // Names of our own, so that no column of the events is in the way.
        var (who, where) = (Numbered("user", users.Length), Numbered("segment", segments.Count));
        var rows = events.Select(
            [
                .. users.Select((name, i) => (who[i], (Func<ColumnScope, Expr>)(c => c[name]))),
                .. segments.Select((name, i) => (where[i], (Func<ColumnScope, Expr>)(c => c[name]))),
                ("at", c => c[time]),
                ("step", c => steps.Skip(1).Select((each, i) => (each.Is, Step: i + 2))
                    .Aggregate(Expr.When(steps[0].Is(c), 1), (choice, next) => choice.When(next.Is(c), next.Step)).End()),
            ])
            .Where(c => EventColumns.Known(c, [.. who, "at", "step"]));
        SortKeys order = new SortKey[] { "at", "step" };
        if (where.Length > 0)
            rows = rows.With([.. where.Select(name => (name, (Func<ColumnScope, Expr>)(c => c[name].FirstValue().Over(who, (SortKey[])["at", "step", .. where.Select(each => (SortKey)each)]))))]);
        return Long(Totals(Chained(rows, who, order, steps.Count, within), who, where, steps.Count), segments, where, steps);
    }

    /// <summary>Adds for each step k the time of the step 1 that the event goes back to (start k, null where step k is not reached), and the
    /// seconds since the step before (gap k).</summary>
    /// <remarks>Starts and times of reached steps only grow with time, so their running maxima are the latest before the event: the latest start
    /// is the one that leaves the most time.</remarks>
    private static DataFrame Chained(DataFrame rows, string[] who, SortKeys order, int steps, TimeSpan? within)
    {
        rows = rows.With(("start1", c => Expr.If(c["step"] == 1, c["at"], null)), ("reached1", c => Expr.If(c["step"] == 1, c["at"], null)));
        for (var k = 2; k <= steps; k++)
        {
            var step = k;
            rows = rows
                .With(("start", c => c[$"start{step - 1}"].RunningMax().Over(who, order)), ("from", c => c[$"reached{step - 1}"].RunningMax().Over(who, order)))
                .With(("reached", c => c["step"] == step & !c["start"].IsNull() & (within is { } most ? c["at"] - c["start"] <= most : true)))
                .With(($"start{step}", c => Expr.If(c["reached"], c["start"], null)),
                    ($"reached{step}", c => Expr.If(c["reached"], c["at"], null)),
                    ($"gap{step}", c => Expr.If(c["reached"], ((c["at"] - c["from"]).TotalDays() * SecondsOfDay).Round(6), null)))
                .Drop("start", "from", "reached");
        }
        return rows;
    }

    /// <summary>Users and median seconds of every step in one row a segment.</summary>
    private static DataFrame Totals(DataFrame rows, string[] who, string[] where, int steps)
    {
        var reached = Enumerable.Range(1, steps).Select(k => ($"reached{k}", Agg.Min($"reached{k}")));
        var gaps = Enumerable.Range(2, steps - 1).Select(k => ($"gap{k}", Agg.First($"gap{k}", "at")));
        var people = rows.GroupBy([.. who, .. where]).Aggregate([.. reached, .. gaps]);
        (string, Agg)[] totals =
        [
            .. Enumerable.Range(1, steps).Select(k => ($"users{k}", Agg.Count($"reached{k}"))),
            .. Enumerable.Range(2, steps - 1).Select(k => ($"median{k}", Agg.Median($"gap{k}"))),
        ];
        return where.Length == 0 ? people.Aggregate(totals) : people.GroupBy(where).Aggregate(totals);
    }

    private static DataFrame Long(DataFrame totals, List<string> segments, string[] where, IReadOnlyList<(string Name, Func<ColumnScope, Expr> Is)> steps)
    {
        var parts = steps.Select((each, i) => totals.Select(
        [
            .. segments.Select((name, at) => (name, (Func<ColumnScope, Expr>)(c => c[where[at]]))),
            ("step", _ => i + 1),
            ("name", _ => each.Name),
            ("users", c => c[$"users{i + 1}"]),
            ("conversion", c => Share(c[$"users{i + 1}"], c["users1"])),
            ("step_conversion", c => Share(c[$"users{i + 1}"], c[$"users{Math.Max(i, 1)}"])),
            ("median_seconds", c => i == 0 ? Expr.If(c["users1"].IsNull(), 0.0, null) : c[$"median{i + 1}"]),
        ]));
        return parts.Aggregate((before, next) => before.Concat(next)).OrderBy([.. segments.Select(name => (SortKey)name), "step"]);
    }

    private static Expr Share(Expr part, Expr whole) => Expr.If(whole > 0, part / whole, null);

    private static string[] Numbered(string name, int count) => [.. Enumerable.Range(0, count).Select(i => $"{name}_{i}")];

    private static void CheckSteps(IReadOnlyList<(string Name, Func<ColumnScope, Expr> Is)> steps)
    {
        const int most = 50;
        if (steps.Count is < 1 or > most) throw new ArgumentException($"A funnel takes 1 to {most} steps. Got {steps.Count}.");
        if (steps.GroupBy(step => step.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Each step of a funnel stands once. '{twice.Key}' stands {twice.Count()} times.");
    }
}
