using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>Small frames with everything that engines disagree on: nulls, NaN, infinities, both zeros, Unicode, the ends of the calendar.</summary>
internal static class RandomFrames
{
    // Letters whose upper and lower case are one to one in every Unicode version, a letter beyond 16 bits, and what SQL trips over.
    private static readonly string[] Texts =
        ["", "a", "A", "b", " tea ", "Tee", "ÄÖ", "茶", "🍵x", "a'b", "back\\slash", "\"q\"", "--", "/*", "%_", "\u00A0pad\u3000", "z\n", "1", "-2.5", "12", "1e3", "x1", "﹏", "é"];

    private static readonly double[] Numbers =
        [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, 0.1, 2.675, -1.005, 0.5, 1.5, 2.5, -2.5, 1e-7, 123456.789, 1e15, -3, 7, 1e6];

    /// <summary>Rows with <c>id</c> 0, 1, … unique, integers <c>i</c> and <c>j</c>, numbers <c>x</c> (anything) and <c>y</c> (eighths),
    /// text <c>s</c>, flags <c>b</c>, times <c>t</c> (any year) and <c>u</c> (recent seconds), durations <c>d</c>.</summary>
    public static DataFrame Facts(Random random, int rows) => DataFrame.FromColumns(
        ("id", Whole(ColumnKind.Integer, rows, random, 0, row => row)),
        ("i", Whole(ColumnKind.Integer, rows, random, 0.15, _ => random.Next(-4, 9))),
        ("j", Whole(ColumnKind.Integer, rows, random, 0.05, _ => random.Next(-1000, 1000))),
        ("x", Values(rows, random, 0.15, _ => Numbers[random.Next(Numbers.Length)])),
        ("y", Values(rows, random, 0.1, _ => random.Next(-800, 800) / 8.0)),
        ("s", TextColumn.From(Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.15 ? null : Texts[random.Next(Texts.Length)]))),
        ("b", new Column<bool>(ColumnKind.Boolean, Fill(rows, _ => random.Next(2) == 0), Nulls(rows, random, 0.2))),
        ("t", Whole(ColumnKind.Timestamp, rows, random, 0.1, _ => Time(random))),
        ("u", Whole(ColumnKind.Timestamp, rows, random, 0.1, _ => 1_700_000_000_000_000 + random.Next(0, 90_000_000) * 1_000_000L)),
        ("d", Whole(ColumnKind.Duration, rows, random, 0.1, _ => random.Next(-5, 6) * Times.Hour + random.Next(0, 3))));

    /// <summary>Rows to join: an integer <c>i</c>, a text <c>s</c>, a number <c>x</c>, a value <c>w</c>.</summary>
    public static DataFrame Lookup(Random random, int rows) => DataFrame.FromColumns(
        ("i", Whole(ColumnKind.Integer, rows, random, 0.15, _ => random.Next(-4, 9))),
        ("s", TextColumn.From(Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.15 ? null : Texts[random.Next(Texts.Length)]))),
        ("x", Values(rows, random, 0.15, _ => Numbers[random.Next(Numbers.Length)])),
        ("w", Whole(ColumnKind.Integer, rows, random, 0, row => row * 10)));

    private static long Time(Random random) => random.Next(6) switch
    {
        0 => Times.MinValue + random.Next(0, 3) * Times.Day,
        1 => Times.MaxValue - random.Next(0, 3) * Times.Day,
        2 => random.NextInt64(Times.MinValue, Times.MaxValue),
        3 => Times.FromDateTime(new DateTime(random.Next(1999, 2005), random.Next(1, 13), random.Next(1, 29), 0, 0, 0, DateTimeKind.Utc)),
        4 => Times.FromDateTime(new DateTime(2024, 2, 28, 23, 59, 59, DateTimeKind.Utc)) + random.Next(0, 3) * Times.Day,
        _ => random.NextInt64(-10_000_000_000, 2_000_000_000_000_000),
    };

    private static Column<long> Whole(ColumnKind kind, int rows, Random random, double nulls, Func<int, long> value) =>
        new(kind, Fill(rows, value), Nulls(rows, random, nulls));

    private static Column<double> Values(int rows, Random random, double nulls, Func<int, double> value) =>
        new(ColumnKind.Number, Fill(rows, value), Nulls(rows, random, nulls));

    private static T[] Fill<T>(int rows, Func<int, T> value) => [.. Enumerable.Range(0, rows).Select(value)];

    private static Validity? Nulls(int rows, Random random, double share) => Validity.FromFlags(Fill(rows, _ => random.NextDouble() >= share));
}
