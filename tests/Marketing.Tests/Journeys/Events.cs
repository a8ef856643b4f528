using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Marketing.Tests.Journeys;

/// <summary>One event of a test.</summary>
internal sealed record Event(string? User, string? Time, string? Step, string? Device = null);

/// <summary>Lists of events for tests.</summary>
internal static class Events
{
    public static DataFrame Frame(params IEnumerable<Event> events)
    {
        var list = events.ToList();
        return DataFrame.FromColumns(
            ("user", TextColumn.From(list.Select(each => each.User))),
            ("time", new Column<long>(ColumnKind.Timestamp, [.. list.Select(each => each.Time is null ? 0 : Micros(each.Time))],
                Validity.FromFlags([.. list.Select(each => each.Time is not null)]))),
            ("step", TextColumn.From(list.Select(each => each.Step))),
            ("device", TextColumn.From(list.Select(each => each.Device))));
    }

    /// <summary>Many events of few users close together, with ties and missing values.</summary>
    public static List<Event> Random(int count, int users, int seed, string[] steps)
    {
        var rng = new Rng(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Event(
            rng.NextBool(0.02) ? null : $"u{rng.Next(users)}",
            rng.NextBool(0.02) ? null : $"{new DateTime(2025, 1, 1).AddMinutes(rng.Next(4_000)):yyyy-MM-dd HH:mm}",
            rng.NextBool(0.05) ? null : rng.Choice<string>(steps), rng.NextBool(0.1) ? null : rng.NextBool() ? "mobile" : "desktop"))];
    }

    public static DateTime Time(this Event each) => DateTime.SpecifyKind(DateTime.Parse(each.Time!), DateTimeKind.Utc);

    private static long Micros(string time) => Data.Text.Times.FromDateTime(DateTime.Parse(time));
}
