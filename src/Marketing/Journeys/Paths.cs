using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Journeys;

/// <summary>Puts touches together to paths that end with a purchase or without: what attribution starts from.</summary>
/// <remarks>A conversion ends a path and the next touch of the user begins another; touches after the last conversion are a path without one. Where
/// conversions are a table of their own, put them below the touches with a null channel: <c>touches.Union(orders, UnionColumns.Fill)</c>.
/// <para>Lazy: runs where the touches are, on every engine with window functions (not ClickHouse 18; there <c>Collect()</c> first). Cost: three
/// sorts, and O(rows · <see cref="PathOptions.MostTouches"/>). Trap: paths without a purchase that began shortly before the data end may
/// yet convert.</para></remarks>
public static class Paths
{
    private const string Cut = "…";

    /// <summary>One row a path.</summary>
    /// <param name="touches">One row a touch or a conversion, in any order; rows without user or time play no part.</param>
    /// <param name="user">The column, or columns together, that say who was touched.</param>
    /// <param name="time">A timestamp column; behind it, in brackets, columns that order touches of the same moment, e.g. <c>["touched_at", "position"]</c>.
    /// Without them a conversion comes after the touches of its moment, and those keep their order in memory; a database takes any.</param>
    /// <param name="channel">The column that says what touched; where it is null the row is no touch, only a conversion if it is one.</param>
    /// <param name="converted">True in rows of a purchase, e.g. <c>c => c["converted"]</c>; null counts as false.</param>
    /// <param name="value">A numeric column with the value of a conversion; null for none.</param>
    /// <param name="options">How far back a path reaches and how it is written.</param>
    /// <returns>The user; <c>path_number</c> (1, 2, … of the user); <c>path</c> (channels in order; null for a conversion without touches);
    /// <c>touches</c>; <c>converted</c>; <c>value</c> (0 without a conversion); <c>start</c> and <c>end</c>, the times of the first row that counts and of
    /// the last. Sorted by user and number.</returns>
    /// <exception cref="ArgumentException">A column is missing or of another kind, or an option is out of its range.</exception>
    public static DataFrame Of(DataFrame touches, ColumnNames user, ColumnNames time, string channel, Func<ColumnScope, Expr> converted,
        string? value = null, PathOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(touches);
        ArgumentNullException.ThrowIfNull(converted);
        options = (options ?? new PathOptions()).Checked();
        var (users, times) = (EventColumns.Names(user, "Paths", "user"), EventColumns.Names(time, "Paths", "time"));
        EventColumns.CheckNames(users, ["path_number", "path", "touches", "converted", "value", "start", "end"], "Paths");
        EventColumns.CheckTime(touches, times[0], "Paths");
        if (value is not null && touches.Schema[value].Kind is not (ColumnKind.Integer or ColumnKind.Number))
            throw new ArgumentException($"Paths needs a numeric column for the value. Column '{value}' is {touches.Schema[value].Kind.ToString().ToLowerInvariant()}; convert it first, "
                + $"e.g. With((\"{value}\", c => c[\"{value}\"].ToNumber())).");
        string[] who = [.. users.Select((_, i) => $"user_{i}")];
        string[] ties = [.. times.Skip(1).Select((_, i) => $"tie_{i}")];
        SortKeys order = (SortKey[])["at", .. ties.Select(name => (SortKey)name), "bought"];
        string[] path = [.. who, "path_number"];

        var rows = touches.Select(
            [
                .. users.Select((name, i) => (who[i], (Func<ColumnScope, Expr>)(c => c[name]))),
                .. times.Skip(1).Select((name, i) => (ties[i], (Func<ColumnScope, Expr>)(c => c[name]))),
                ("at", c => c[times[0]]),
                ("channel", c => c[channel].ToText()),
                ("bought", c => Expr.If(converted(c), 1, 0)),
                ("worth", c => value is null ? 0.0 : Expr.If(converted(c), c[value].ToNumber().OrElse(0.0), 0.0)),
            ])
            .Where(c => EventColumns.Known(c, [.. who, "at"]))
            .With(("path_number", c => c["bought"].RunningSum().Over(who, order) - c["bought"] + 1), ("touch", c => Expr.If(c["channel"].IsNull(), 0, 1)));
        if (options.Lookback is { } lookback)
            rows = rows.With(("until", c => c["at"].Max().Over(path))).Where(c => c["until"] - c["at"] <= lookback);
        // 1 for the last touch of a path, 2 for the one before it, …
        rows = rows.With(("place", c => c["at"].Count().Over([.. path, "touch"]) - Window.RowNumber().Over([.. path, "touch"], order) + 1));

        var places = Enumerable.Range(1, options.MostTouches);
        return rows.GroupBy(path).Aggregate(
            [
                ("touches", Agg.Sum("touch")), ("converted", Agg.Any(c => c["bought"] == 1)), ("value", Agg.Sum("worth")),
                ("start", Agg.Min("at")), ("end", Agg.Max("at")),
                .. places.Select(place => ($"place_{place}", Agg.Max("channel", where: c => c["touch"] == 1 & c["place"] == place))),
            ])
            .Where(c => c["touches"] > 0 | c["converted"])
            .Select(
            [
                .. users.Select((name, i) => (name, (Func<ColumnScope, Expr>)(c => c[who[i]]))),
                ("path_number", c => c["path_number"]),
                ("path", c => Spelled(c, options)),
                ("touches", c => c["touches"]), ("converted", c => c["converted"]), ("value", c => c["value"]), ("start", c => c["start"]), ("end", c => c["end"]),
            ])
            .OrderBy([.. users.Select(name => (SortKey)name), "path_number"]);
    }

    /// <summary>How often each path was taken, and how often it ended with a purchase: the input of Markov and Shapley attribution.</summary>
    /// <param name="paths">What <see cref="Of"/> gives, or any frame with its columns path, converted and value.</param>
    /// <returns><c>path</c> (null for conversions without touches), <c>paths</c>, <c>conversions</c>, <c>nulls</c> (paths without one), <c>value</c>. Most
    /// frequent first.</returns>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public static DataFrame Counts(DataFrame paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return paths.GroupBy("path").Aggregate(("paths", Agg.Count()), ("conversions", Agg.CountIf(c => c["converted"])), ("value", Agg.Sum("value")))
            .Select(("path", c => c["path"]), ("paths", c => c["paths"]), ("conversions", c => c["conversions"]),
                ("nulls", c => c["paths"] - c["conversions"]), ("value", c => c["value"]))
            .OrderBy(Sort.Desc("paths"), "path");
    }

    /// <summary>The channels from the first to the last place that is there, with separators between.</summary>
    private static Expr Spelled(ColumnScope c, PathOptions options)
    {
        var text = Expr.If(c["touches"] > options.MostTouches, Cut + options.Separator, "");
        for (var place = options.MostTouches; place >= 1; place--)
            text = Expr.Concat(text, Expr.Concat(c[$"place_{place}"], place > 1 ? options.Separator : "").OrElse(""));
        return Expr.If(c["touches"] > 0, text, null);
    }
}
