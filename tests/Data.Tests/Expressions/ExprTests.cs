using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Expressions;

public sealed class ExprTests
{
    private static readonly DataFrame Frame = DataFrame.FromColumns(
        ("n", Make.Integers(7, null, -3)),
        ("x", Make.Numbers(2.5, 0, null)),
        ("b", Make.Flags(true, null, false)),
        ("t", Make.Texts("Tee", null, "茶 kettle")),
        ("when", Make.Times("2024-12-31 23:30:00", "2025-01-01", null)));

    private static object?[] Compute(Func<ColumnScope, Expr> formula) => Frame.With(("result", formula)).Values("result");

    [Fact]
    public void Arithmetic_follows_its_kinds_and_nulls_propagate()
    {
        Assert.Equal([9.5, null, null], Compute(c => c["n"] + c["x"]));
        Assert.Equal([14L, null, -6L], Compute(c => c["n"] * 2));
        Assert.Equal([3.5, null, -1.5], Compute(c => c["n"] / 2));
        Assert.Equal([1L, null, -1L], Compute(c => c["n"] % 2));
        Assert.Equal([double.PositiveInfinity, null, double.NegativeInfinity], Compute(c => c["n"] / 0));
        Assert.Equal([null, null, null], Compute(c => c["n"] % 0));
        Assert.Equal([-7L, null, 3L], Compute(c => -c["n"]));
        Assert.Equal([7L, null, 3L], Compute(c => c["n"].Abs()));
    }

    [Theory]
    [InlineData(2.675, 2, 2.68)]
    [InlineData(-0.5, 0, -1)]
    [InlineData(1e300, 2, 1e300)]
    public void Round_takes_halves_away_from_zero(double value, int digits, double expected)
    {
        var frame = DataFrame.FromColumns(("x", Make.Numbers(value)));
        Assert.Equal([expected], frame.With(("x", c => c["x"].Round(digits))).Values("x"));
    }

    [Fact]
    public void Comparisons_give_null_for_null_and_text_compares_by_code_point()
    {
        Assert.Equal([true, null, false], Compute(c => c["n"] > 0));
        Assert.Equal([true, null, null], Compute(c => c["n"] > c["x"]));
        Assert.Equal([false, true, false], Compute(c => c["t"] == null));
        Assert.Equal([true, false, true], Compute(c => c["t"] != null));
        Assert.Equal([false, null, true], Compute(c => c["t"] > "Zug"));
        Assert.Equal([true, null, false], Compute(c => c["t"].IsIn("Tee", "Kaffee")));
        Assert.Equal([false, true, null], Compute(c => c["when"] >= "2025-01-01"));
        Assert.Equal([true, null, false], Compute(c => c["n"].IsIn(7.0, 8)));
        Assert.Equal([true, null, false], Compute(c => c["b"] == true));
        var order = DataFrame.FromColumns(("t", Make.Texts("\uFFFD", "😀")));
        Assert.Equal([false, true], order.With(("r", c => c["t"] > "\uFFFE")).Values("r"));
    }

    [Fact]
    public void Logic_is_three_valued()
    {
        Assert.Equal([true, null, false], Compute(c => c["b"] && true));
        Assert.Equal([false, false, false], Compute(c => c["b"] && false));
        Assert.Equal([true, true, true], Compute(c => c["b"] || true));
        Assert.Equal([false, null, true], Compute(c => !c["b"]));
        Assert.Equal(["yes", "no", "no"], Compute(c => Expr.If(c["b"], "yes", "no")));
        Assert.Equal(["Tee", "?", "茶 kettle"], Compute(c => c["t"].OrElse("?")));
        Assert.Equal([7L, null, null], Compute(c => Expr.If(c["n"] > 0, c["n"], null)));
    }

    [Fact]
    public void Text_functions_count_code_points()
    {
        Assert.Equal([3L, null, 8L], Compute(c => c["t"].Length()));
        Assert.Equal(["TEE!", null, "茶 KETTLE!"], Compute(c => c["t"].Upper() + "!"));
        Assert.Equal(["Te", null, "茶 "], Compute(c => c["t"].Substring(0, 2)));
        Assert.Equal(["TeeTee", null, "茶 kettle茶 kettle"], Compute(c => c["t"] + c["t"]));
        Assert.Equal([false, null, true], Compute(c => c["t"].Contains("ket")));
    }

    [Fact]
    public void Times_truncate_and_split_by_the_calendar()
    {
        var utc = DateTimeKind.Utc;
        Assert.Equal([new DateTime(2024, 12, 1, 0, 0, 0, utc), new DateTime(2025, 1, 1, 0, 0, 0, utc), null], Compute(c => c["when"].Trunc(Unit.Month)));
        Assert.Equal([new DateTime(2024, 12, 30, 0, 0, 0, utc), new DateTime(2024, 12, 30, 0, 0, 0, utc), null], Compute(c => c["when"].Trunc(Unit.Week)));
        Assert.Equal([1L, 1L, null], Compute(c => c["when"].Part(Unit.Week)));
        Assert.Equal([4L, 1L, null], Compute(c => c["when"].Part(Unit.Quarter)));
        Assert.Equal([-1 / 48.0, 0.0, null], Compute(c => (c["when"] - new DateTime(2025, 1, 1)).TotalDays()));
        Assert.Equal([new DateTime(2025, 1, 1, 0, 30, 0, utc), new DateTime(2025, 1, 1, 1, 0, 0, utc), null], Compute(c => c["when"] + TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("1969-12-31 23:59:59", Unit.Minute, "1969-12-31 23:59")]
    [InlineData("1969-12-28", Unit.Week, "1969-12-22")]
    [InlineData("0001-01-01", Unit.Year, "0001-01-01")]
    [InlineData("9999-12-31 23:59:59", Unit.Quarter, "9999-10-01")]
    public void Times_before_1970_and_at_the_ends_truncate_downwards(string time, Unit unit, string expected)
    {
        var frame = DataFrame.FromColumns(("when", Make.Times(time)));
        Assert.Equal([DateTime.SpecifyKind(DateTime.Parse(expected), DateTimeKind.Utc)], frame.With(("r", c => c["when"].Trunc(unit))).Values("r"));
    }

    [Fact]
    public void Conversions_give_null_for_what_does_not_fit()
    {
        var frame = DataFrame.FromColumns(("t", Make.Texts("12", "1.5e2", "x", null)), ("d", Make.Integers(20240229, 20230229, 0, null)));
        Assert.Equal([12.0, 150.0, null, null], frame.With(("r", c => c["t"].ToNumber())).Values("r"));
        Assert.Equal([12L, null, null, null], frame.With(("r", c => c["t"].ToInteger())).Values("r"));
        Assert.Equal([new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc), null, null, null], frame.With(("r", c => c["d"].ToTimestamp("yyyyMMdd"))).Values("r"));
        Assert.Equal(["2024-12-31 23:30:00", "2025-01-01", null], Compute(c => c["when"].ToText()));
        Assert.Equal([2L, 0L, null], Compute(c => c["x"].ToInteger()));
        Assert.Equal([1.0, null, 0.0], Compute(c => c["b"].ToNumber()));
    }

    [Fact]
    public void Overflow_is_an_error_only_where_rows_hold_values()
    {
        // Make.Integers leaves the greatest integer under every null.
        Assert.Equal([8L, null, -2L], Compute(c => c["n"] + 1));
        var frame = DataFrame.FromColumns(("n", Make.Integers(long.MaxValue)));
        var error = Assert.Throws<OverflowException>(() => frame.With(("m", c => c["n"] + 1)).RowCount + frame.With(("m", c => c["n"] + 1))["m"].Length);
        Assert.Equal("(n + 1) leaves the range of 64-bit integers, e.g. for 9223372036854775807 and 1. Compute with ToNumber() instead.", error.Message);
    }

    [Fact]
    public void Errors_come_at_the_verb_and_name_the_remedy()
    {
        var missing = Assert.Throws<ArgumentException>(() => Frame.Where(c => c["wen"] > 1));
        Assert.Equal("Column 'wen' is not in the frame. Did you mean 'when'? Columns: n, x, b, t, when.", missing.Message);
        var kinds = Assert.Throws<ArgumentException>(() => Frame.With(("r", c => c["t"] * 2)));
        Assert.Equal("'*' takes numbers. Got column 't' (text) and 2 (integer). Convert with ToNumber(), ToText() or ToTimestamp(…).", kinds.Message);
        var date = Assert.Throws<ArgumentException>(() => Frame.Where(c => c["when"] > "soon"));
        Assert.Equal("'soon' is compared with a timestamp but is no date. Write it as yyyy-MM-dd or yyyy-MM-dd HH:mm:ss.", date.Message);
        var condition = Assert.Throws<ArgumentException>(() => Frame.Where(c => c["n"] + 1));
        Assert.Equal("Where takes a condition. Got (n + 1) (integer). Compare it, e.g. c => c[\"amount\"] > 0.", condition.Message);
    }
}
