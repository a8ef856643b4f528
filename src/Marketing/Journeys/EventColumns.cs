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

    /// <summary>Checks that the columns carried over differ, and that none bears the name of one that the verb makes.</summary>
    /// <exception cref="ArgumentException">One is named twice, or bears such a name.</exception>
    public static void CheckNames(IReadOnlyList<string> carried, IEnumerable<string> made, string verb)
    {
        if (carried.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { Key: var twice })
            throw new ArgumentException($"{verb} gets the column '{twice}' twice. Name it once.");
        if (carried.FirstOrDefault(made.Contains) is { } name)
            throw new ArgumentException($"{verb} makes a column '{name}' of its own. Rename yours first, e.g. Rename((\"{name}\", \"my_{name}\")).");
    }

    /// <summary>Checks that a length of time is positive.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void CheckSpan(TimeSpan? span, string name)
    {
        if (span <= TimeSpan.Zero) throw new ArgumentException($"{name} must be above 0. Got {span}.");
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
