using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Expressions;

public sealed class FunctionTests
{
    private static readonly DataFrame Times = DataFrame.FromColumns(("t", Make.Times("2024-12-30 23:59:58", "2023-01-01", "2024-01-31 12:30:00", null, "2024-02-29")));
    private static readonly DataFrame Texts = DataFrame.FromColumns(("s", Make.Texts(" Red-Tea 42 ", "茶🍵", "", null, "a-b-c")));

    private static object?[] Time(Func<Expr, Expr> value) => Times.With(("v", c => value(c["t"]))).Values("v");

    private static object?[] Text(Func<Expr, Expr> value) => Texts.With(("v", c => value(c["s"]))).Values("v");

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text), DateTimeKind.Utc);

    [Fact]
    public void Parts_of_times()
    {
        Assert.Equal([2024L, 2023L, 2024L, null, 2024L], Time(t => t.Year()));
        Assert.Equal([4L, 1L, 1L, null, 1L], Time(t => t.Quarter()));
        Assert.Equal([1L, 52L, 5L, null, 9L], Time(t => t.IsoWeek()));
        Assert.Equal([2025L, 2022L, 2024L, null, 2024L], Time(t => t.IsoYear()));
        Assert.Equal([1L, 7L, 3L, null, 4L], Time(t => t.DayOfWeek()));
        Assert.Equal([365L, 1L, 31L, null, 60L], Time(t => t.DayOfYear()));
        Assert.Equal([23L, 0L, 12L, null, 0L], Time(t => t.Hour()));
        Assert.Equal([58L, 0L, 0L, null, 0L], Time(t => t.Second()));
        Assert.Equal([Utc("2024-12-30 23:59:58"), Utc("2023-01-01"), Utc("2024-01-31 12:30:00"), null, Utc("2024-02-29")], Time(t => t.Trunc(Unit.Second)));
    }

    [Fact]
    public void Units_between_times_count_their_starts()
    {
        Expr start = new DateTime(2024, 1, 31, 18, 0, 0, DateTimeKind.Utc);
        Assert.Equal([11L, -12L, 0L, null, 1L], Time(t => t.UnitsSince(start, Unit.Month)));
        Assert.Equal([3L, -4L, 0L, null, 0L], Time(t => t.UnitsSince(start, Unit.Quarter)));
        Assert.Equal([0L, -1L, 0L, null, 0L], Time(t => t.UnitsSince(start, Unit.Year)));
        Assert.Equal([48L, -57L, 0L, null, 4L], Time(t => t.UnitsSince(start, Unit.Week)));
        Assert.Equal([334L, -395L, 0L, null, 29L], Time(t => t.UnitsSince(start, Unit.Day)));
        Assert.Equal([8021L, -9498L, -6L, null, 678L], Time(t => t.UnitsSince(start, Unit.Hour)));
    }

    [Fact]
    public void Adding_units_keeps_to_the_month()
    {
        Assert.Equal([Utc("2025-01-30 23:59:58"), Utc("2023-02-01"), Utc("2024-02-29 12:30:00"), null, Utc("2024-03-29")], Time(t => t.AddUnits(1, Unit.Month)));
        Assert.Equal([Utc("2023-12-30 23:59:58"), Utc("2022-01-01"), Utc("2023-01-31 12:30:00"), null, Utc("2023-02-28")], Time(t => t.AddUnits(-1, Unit.Year)));
        Assert.Equal([Utc("2025-01-13 23:59:58"), Utc("2023-01-15"), Utc("2024-02-14 12:30:00"), null, Utc("2024-03-14")], Time(t => t.AddUnits(2, Unit.Week)));
        var error = Assert.Throws<OverflowException>(() => Time(t => t.AddUnits(9000, Unit.Year)));
        Assert.Equal("2024-12-30 23:59:58 moved by 9000 Year leaves the years 0001 to 9999. Leave such rows out, or set them to null with Expr.If.", error.Message);
    }

    [Fact]
    public void Times_and_months_as_DuckDB_has_them()
    {
        var data = DataFrame.FromColumns(("t", new Column<long>(ColumnKind.Timestamp, [.. Enumerable.Range(0, 3000).Select(i => i * 90_061_000_123L - 86_400_000_000 * 700)])));
        var ours = data.Select(("y", c => c["t"].IsoYear()), ("w", c => c["t"].IsoWeek()), ("d", c => c["t"].DayOfWeek()), ("q", c => c["t"].Trunc(Unit.Quarter)), ("k", c => c["t"].Trunc(Unit.Week)),
            ("m", c => c["t"].AddUnits(-3, Unit.Month)), ("s", c => c["t"].UnitsSince(new DateOnly(1970, 1, 15), Unit.Month)), ("f", c => c["t"].Format("yyyy-MM-dd 'at' HH:mm:ss, ddd")));
        var theirs = Sql($"""
            select isoyear(t) as y, week(t) as w, isodow(t) as d, date_trunc('quarter', t)::timestamp as q, date_trunc('week', t)::timestamp as k, t - interval 3 month as m,
              date_diff('month', timestamp '1970-01-15', t) as s, strftime(t, '%Y-%m-%d at %H:%M:%S, %a') as f from {data}
            """);
        foreach (var name in ours.ColumnNames) Assert.True(theirs.Values(name).SequenceEqual(ours.Values(name)), name);
    }

    [Fact]
    public void Formats_take_the_parts_that_databases_know()
    {
        Assert.Equal(["30.12.24", "01.01.23", "31.01.24", null, "29.02.24"], Time(t => t.Format("dd.MM.yy")));
        Assert.Equal(["Dec 2024", "Jan 2023", "Jan 2024", null, "Feb 2024"], Time(t => t.Format("MMM yyyy")));
        Assert.Equal("'tt' in the pattern 'HH tt' is not known. Parts: yyyy, yy, MMM, MM, ddd, dd, HH, mm, ss; put words in 'quotes'.",
            Assert.Throws<ArgumentException>(() => Time(t => t.Format("HH tt"))).Message);
    }

    [Fact]
    public void Functions_of_text()
    {
        Assert.Equal(["Red-Tea 42 ", "茶🍵", "", null, "a-b-c"], Text(s => s.TrimStart()));
        Assert.Equal([" Red-Tea 42", "茶🍵", "", null, "a-b-c"], Text(s => s.TrimEnd()));
        Assert.Equal(["Tea 42 ", "", "", null, "b"], Text(s => s.SplitPart("-", 1)));
        Assert.Equal([" Red-Tea 42 ", "**茶🍵", "****", null, "a-b-c"], Text(s => s.PadLeft(4, '*')));
        Assert.Equal([" Red-Tea 42 ", "茶🍵  ", "    ", null, "a-b-c"], Text(s => s.PadRight(4)));
        Assert.Equal([true, false, false, null, false], Text(s => s.Matches("[0-9]+")));
        Assert.Equal([true, false, false, null, false], Text(s => s.Matches("(?i)TEA")));
        Assert.Equal(["42", null, null, null, null], Text(s => s.Extract("[0-9]+")));
        Assert.Equal(["4", null, null, null, null], Text(s => s.Extract("([0-9])([0-9])", 1)));
        Assert.Equal(["<>1", "<>1", "<>1", null, "<>1"], Text(s => Expr.Concat("<", s.Substring(0, 0), ">", 1)));
        Assert.Equal(["Red", "", "", null, "a"], Text(s => s.Trim().SplitPart("-", 0)).Select(x => (string?)x == "茶🍵" ? "" : x));
        Assert.Equal("The pattern '(?<=a)b' uses look-around, back-references or the like, which databases lack. Write it without them, or extract in two steps.",
            Assert.Throws<ArgumentException>(() => Text(s => s.Matches("(?<=a)b"))).Message);
        Assert.Equal("The pattern 'a(b' is no regular expression: InsufficientClosingParentheses at character 3.", Assert.Throws<ArgumentException>(() => Text(s => s.Matches("a(b"))).Message);
        Assert.Equal("The pattern 'a' has 0 groups in parentheses. Got group 1.", Assert.Throws<ArgumentException>(() => Text(s => s.Extract("a", 1))).Message);
    }

    [Fact]
    public void Texts_of_few_rows_leave_a_long_dictionary_behind()
    {
        var many = DataFrame.FromColumns(("s", TextColumn.From(Enumerable.Range(0, 5000).Select(i => $"word {i}")))).Tail(3).Collect();
        Assert.Equal(["WORD 4997", "WORD 4998", "WORD 4999"], many.With(("s", c => c["s"].Upper())).Values("s"));
        Assert.True(many.With(("s", c => c["s"].Upper())).Text("s").Dictionary.Length < 10);
    }

    [Fact]
    public void Choices()
    {
        var frame = DataFrame.FromColumns(("x", Make.Numbers(1, 20, 300, null, double.NaN)), ("y", Make.Integers(5, null, 5, null, 5)));
        object?[] Of(Func<ColumnScope, Expr> value) => frame.With(("v", value)).Values("v");
        Assert.Equal(["low", "middle", "high", "high", "high"], Of(c => Expr.When(c["x"] < 10, "low").When(c["x"] < 50, "middle").Else("high")));
        Assert.Equal([1.0, 2.5, null, null, null], Of(c => Expr.When(c["x"] < 10, 1).When(c["x"] < 50, 2.5).End()));
        Assert.Equal([1.0, 20.0, 5.0, null, 5.0], Of(c => Expr.Least(c["x"], c["y"])));
        Assert.Equal([5.0, 20.0, 300.0, null, double.NaN], Of(c => Expr.Greatest(c["y"], c["x"])));
        Assert.Equal([1.0, 20.0, 300.0, 7.0, double.NaN], Of(c => Expr.Coalesce(c["x"], c["y"], 7)));
        Assert.Equal([null, null, null, null, null], Of(c => c["y"].NullIf(5)));
        Assert.Equal([1L, 1L, 1L, null, null], Of(c => c["x"].Sign()));
        Assert.Equal([2L, null, 2L, null, 2L], Of(c => c["y"].DivideWhole(2)));
        Assert.Equal([null, null, null, null, null], Of(c => c["y"].DivideWhole(0)));
        Assert.Equal([-2L], frame.Head(1).With(("v", c => (-c["y"]).DivideWhole(2))).Values("v"));
    }

    [Fact]
    public void Casts_check_and_try()
    {
        var frame = DataFrame.FromColumns(("s", Make.Texts("1", null, "x", "True")));
        Assert.Equal([1L, null, null, null], frame.With(("v", c => c["s"].TryCast(ColumnKind.Integer))).Values("v"));
        Assert.Equal([true, null, null, true], frame.With(("v", c => c["s"].TryCast(ColumnKind.Boolean))).Values("v"));
        var error = Assert.Throws<InvalidCastException>(() => frame.With(("v", c => c["s"].Cast(ColumnKind.Number))).Values("v"));
        Assert.Equal("Row 2: 'x' in s cannot become number. Clean it first, or take TryCast(ColumnKind.Number), which gives null there.", error.Message);
        Assert.Equal([1.0, null], frame.Head(2).With(("v", c => c["s"].Cast(ColumnKind.Number))).Values("v"));
        Assert.Equal("Nothing is cast to duration. Got s (text). Subtract two timestamps, or multiply a TimeSpan by a number.",
            Assert.Throws<ArgumentException>(() => frame.With(("v", c => c["s"].Cast(ColumnKind.Duration)))).Message);
    }
}
