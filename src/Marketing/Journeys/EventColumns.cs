using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Marketing.Journeys;

/// <summary>What the verbs on events share: who, when, and checks of both.</summary>
internal static class EventColumns
{
    /// <summary>The names, at least one.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string[] Names(ColumnNames columns, string verb, string role)
    {
        var names = new List<string>();
        foreach (var name in columns) names.Add(name);
        return names.Count > 0 ? [.. names] : throw new ArgumentException($"{verb} needs a column for the {role}. Got none.");
    }

    /// <summary>Checks that a column holds timestamps.</summary>
    /// <exception cref="ArgumentException">It is missing or of another kind.</exception>
    public static void CheckTime(DataFrame events, string time, string verb)
    {
        var kind = events.Schema[time].Kind;
        if (kind != ColumnKind.Timestamp)
            throw new ArgumentException($"{verb} needs a timestamp. Column '{time}' is {kind.ToString().ToLowerInvariant()}; convert it first, "
                + $"e.g. With((\"{time}\", c => c[\"{time}\"].ToTimestamp())).");
    }

    /// <summary>Checks that a length of time is positive.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void CheckSpan(TimeSpan? span, string name)
    {
        if (span <= TimeSpan.Zero) throw new ArgumentException($"{name} must be above 0. Got {span}.");
    }

    /// <summary>Checks that no column of the result has the name of another.</summary>
    /// <exception cref="ArgumentException">Two have.</exception>
    public static void CheckResult(string verb, params IEnumerable<string> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in columns)
            if (!seen.Add(name))
                throw new ArgumentException($"{verb} would give a column '{name}' twice. Name it once, or give that of the events another name first, e.g. Rename((\"{name}\", \"{name}_of_event\")).");
    }

    /// <summary>True where every column has a value.</summary>
    public static Expr Known(ColumnScope c, params IEnumerable<string> columns) =>
        columns.Select(name => !c[name].IsNull()).Aggregate((before, next) => before & next);

    /// <summary>A name that no column has.</summary>
    public static string Fresh(DataFrame frame, string name)
    {
        while (frame.Schema.Contains(name)) name += "_";
        return name;
    }
}
