using System.Globalization;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Tests.Expressions;

/// <summary>Formulas at the ends of what columns hold.</summary>
public class EdgeTests
{
    private static DataFrame One(Column column) => DataFrame.FromColumns(("x", column));

    [Fact]
    public void Arithmetic_that_leaves_the_calendar_says_so()
    {
        var frame = One(Make.Times("2020-01-01", null, "9999-12-30"));
        Assert.Equal(DateTime.MaxValue.Date, frame.Select(("t", c => c["x"] + TimeSpan.FromDays(1)))["t"][2]);
        var error = Assert.Throws<OverflowException>(() => frame.Select(("t", c => c["x"] + TimeSpan.FromDays(2))).Collect());
        Assert.Equal("(x + 2.00:00:00) leaves the years 0001 to 9999 in row 2. Leave such rows out, or set them to null with Expr.If.", error.Message);
        var before = One(Make.Times("0001-01-01"));
        Assert.Throws<OverflowException>(() => before.Select(("t", c => c["x"] - TimeSpan.FromTicks(10))).Collect());
    }

    [Fact]
    public void A_timestamp_outside_the_calendar_is_named_where_it_is_read()
    {
        var frame = One(new Column<long>(ColumnKind.Timestamp, [1_700_000_000_000_000_000]));
        var error = Assert.Throws<OverflowException>(() => frame.Select(("t", c => c["x"].Trunc(Unit.Month))).Collect());
        Assert.Equal("A timestamp must lie in the years 0001 to 9999. Got 1700000000000000000 µs since 1970. Is it in another unit, such as nanoseconds?", error.Message);
        Assert.Throws<OverflowException>(() => frame["x"][0]);
    }

    [Fact]
    public void Both_ends_of_the_calendar_truncate()
    {
        var frame = One(new Column<long>(ColumnKind.Timestamp, [Times.MinValue, Times.MaxValue]));
        foreach (var unit in Enum.GetValues<Unit>())
        {
            var ends = frame.Select(("t", c => c["x"].Trunc(unit)), ("p", c => c["x"].Part(unit)));
            Assert.Equal(DateTime.MinValue, ends["t"][0]);
            Assert.Equal(9999, ((DateTime)ends["t"][1]!).Year);
        }
    }

    [Theory]
    [InlineData(0, "00:00:00")]
    [InlineData(-1, "-00:00:00.0000010")]
    [InlineData(93_784_500_000, "1.02:03:04.5000000")]
    [InlineData(long.MaxValue, "106751991.04:00:54.7758070")]
    [InlineData(long.MinValue, "-106751991.04:00:54.7758080")]
    public void Durations_of_any_length_become_text(long micros, string text)
    {
        var frame = One(new Column<long>(ColumnKind.Duration, [micros]));
        Assert.Equal(text, frame.Select(("t", c => c["x"].ToText())).Text("t").Text(0));
        Assert.Contains(text.Split('.')[0], frame.ToString().Replace("d ", "."), StringComparison.Ordinal);
    }

    [Fact]
    public void Sums_of_durations_beyond_a_TimeSpan_are_shown()
    {
        var frame = One(new Column<long>(ColumnKind.Duration, [500_000_000_000_000_000, 500_000_000_000_000_000])).Aggregate(("sum", Agg.Sum("x")));
        Assert.Contains("11574074d 01:46:40", frame.ToString(), StringComparison.Ordinal);
        var error = Assert.Throws<OverflowException>(() => frame["sum"][0]);
        Assert.Equal("A TimeSpan holds up to 10,675,199 days. Got 11574074.01:46:40. Read it in days with TotalDays().", error.Message);
    }

    [Theory]
    [InlineData(2.675, 2, 2.68)]
    [InlineData(123456789.123456789, 7, 123456789.1234568)]
    [InlineData(0.49999999999999994, 0, 0)]
    [InlineData(-2.5, 0, -3)]
    [InlineData(1e-300, 3, 0)]
    [InlineData(5e-324, 15, 0)]
    [InlineData(999999999999.9375, 3, 999999999999.938)]
    [InlineData(double.PositiveInfinity, 2, double.PositiveInfinity)]
    public void Rounding_sees_all_digits(double value, int digits, double rounded) =>
        Assert.Equal(rounded, One(Make.Numbers(value)).Select(("r", c => c["x"].Round(digits)))["r"][0]);

    [Fact]
    public void Rounding_gives_no_negative_zero() =>
        Assert.Equal("0", One(Make.Numbers(-0.4)).Select(("r", c => c["x"].Round().ToText()))["r"][0]);

    [Fact]
    public void Times_are_written_alike_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.DateTimeFormat.TimeSeparator = ".";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal("2024-02-29 12:30:00", Times.ToText(Times.FromDateTime(new DateTime(2024, 2, 29, 12, 30, 0))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_null_constant_fails_at_the_verb()
    {
        var frame = One(Make.Texts("a"));
        Assert.Throws<ArgumentNullException>("part", () => frame.Where(c => c["x"].Contains(null!)));
        Assert.Throws<ArgumentNullException>("part", () => frame.Where(c => c["x"].StartsWith(null!)));
        Assert.Throws<ArgumentNullException>("with", () => frame.With(("y", c => c["x"].Replace("a", null!))));
    }
}
