using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Quality;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Quality;

public sealed class CheckTests
{
    private static readonly DataFrame Orders = DataFrame.FromColumns(
        ("id", Make.Integers(11, 12, 12, 14, null)), ("customer", Make.Integers(1, 2, 3, 9, null)),
        ("amount", Make.Numbers(10, -1, double.NaN, null, 40)), ("channel", Make.Texts("search", "email", "fax", null, "email")),
        ("start", Make.Times("2025-01-01", "2025-01-03", "2025-01-02", null, "2025-01-05")),
        ("end", Make.Times("2025-01-02", "2025-01-02", null, null, "2025-01-05")));

    private static readonly DataFrame Customers = DataFrame.FromColumns(("customer_id", Make.Integers(1, 2, 3)));

    [Fact]
    public void Every_failing_row_is_found() => Assert.Equal(
        [[4], [2, 3], [2], [1, 2], [2], [2], [3], [1], [2]],
        Failed(Expect.NotNull("customer", mostly: 0.8), Expect.NotNull("amount"), Expect.Unique("id"), Expect.Between("amount", 0, 100),
            Expect.In("channel", ["search", "email"]), Expect.Matches("channel", "^[a-z]{4,}$"), Expect.ForeignKey("customer", Customers, "customer_id"),
            Expect.Row(c => c["end"] >= c["start"]), Expect.Sorted("start")));

    [Fact]
    public void Expectations_of_the_whole_frame()
    {
        var report = Orders.Check(Expect.Type("amount", ColumnKind.Number), Expect.Type("id", ColumnKind.Text), Expect.RowCount(1, 5), Expect.RowCount(6),
            Expect.Fresh("start", TimeSpan.FromDays(7), new DateTime(2025, 1, 12)), Expect.Fresh("start", TimeSpan.FromDays(6), new DateTime(2025, 1, 12)),
            Expect.Columns("id", "gone"), Expect.NotNull("gone"));
        Assert.Equal([true, false, true, false, true, false, false, false], report.Results.Select(each => each.Passed));
        Assert.Equal(["it is integer", "there are 5", "the newest is 2025-01-05", "column 'gone' is not in the frame"],
            new[] { 1, 3, 5, 7 }.Select(i => report.Results[i].Detail));
    }

    [Theory]
    [InlineData(0.8, true)]
    [InlineData(0.81, false)]
    public void Mostly_counts_rows(double mostly, bool passed)
    {
        var report = Orders.Check(Expect.NotNull("customer", mostly));
        Assert.Equal(passed, report.Passed);
        Assert.Equal([4], report.Results[0].FailedRows.ToArray());
    }

    [Fact]
    public void Failures_name_rows_by_key_and_failing_rows_stay_as_they_are()
    {
        var report = Orders.Check(["id"], Expect.Between("amount", 0, 100), Expect.Unique(["id", "channel"], 1), Expect.NotNull("id", severity: Severity.Warning));
        Assert.Equal([[1L, 12L, "amount is between 0 and 100", "error", "-1"], [2L, 12L, "amount is between 0 and 100", "error", "NaN"],
            [4L, null, "id is not null", "warning", "null"]], report.Failures.Rows());
        Assert.Equal([12L, 12L, null], report.Failing.Values("id"));
        Assert.False(report.Passed);
        Assert.Equal("12, 12", report.Table.Text("examples").Text(0));
    }

    [Fact]
    public void One_message_tells_all()
    {
        var report = Orders.Check(["id"], Expect.Between("amount", 0, 100), Expect.RowCount(6), Expect.NotNull("id", severity: Severity.Warning));
        var error = Assert.Throws<DataCheckException>(() => report.ThrowIfFailed());
        Assert.Equal("2 of 3 expectations failed on 5 rows. amount is between 0 and 100: 2 rows fail, e.g. id 12, 12; at least 6 rows: there are 5. "
            + "All failing rows are in report.Failures.", error.Message);
        Assert.Same(report, error.Report);
        Orders.Check(Expect.NotNull("id", severity: Severity.Warning)).ThrowIfFailed();
        Assert.Throws<DataCheckException>(() => Orders.Check(Expect.NotNull("id", severity: Severity.Warning)).ThrowIfFailed(Severity.Warning));
    }

    [Fact]
    public void Reports_show_themselves()
    {
        var report = Orders.Check(Expect.In("channel", ["<b>"]), Expect.RowCount(0));
        var shown = new QualityFormatters().CreateTypeFormatters().OfType<MarketingNotebooks.Data.Display.MimeFormatter<CheckReport>>().Select(formatter =>
        {
            var text = new StringWriter();
            Assert.True(formatter.Format(report, text));
            return text.ToString();
        }).ToList();
        Assert.Contains("1 of 2 expectations fail on 5 rows; 4 rows break at least one.", shown[0]);
        Assert.DoesNotContain("<b>", shown[0]);
        Assert.StartsWith("✘ 1 of 2", shown[1]);
    }

    [Fact]
    public void Mistakes_are_refused()
    {
        Assert.Equal("Check takes at least one expectation, e.g. Expect.NotNull(\"order_id\").", Message(() => Orders.Check()));
        Assert.StartsWith("mostly must be in (0, 1]. Got 0.", Message(() => Expect.NotNull("id", 0)));
        Assert.StartsWith("An expectation of rows takes a condition. Got a formula of kind number.", Message(() => Orders.Check(Expect.Row(c => c["amount"] * 2))));
        Assert.StartsWith("Expect.ForeignKey compares columns of one kind. Got 'channel' (text) and 'customer_id' (integer).",
            Message(() => Orders.Check(Expect.ForeignKey("channel", Customers, "customer_id"))));
        Assert.Equal("Expect.Matches reads text. Column 'id' is integer: convert it first, e.g. frame.With((\"id\", c => c[\"id\"].ToText())).",
            Message(() => Orders.Check(Expect.Matches("id", "^[0-9]+$"))));
        Assert.StartsWith("Column 'gone' is not in the frame.", Message(() => Expect.ForeignKey("customer", Customers, "gone")));
    }

    [Fact]
    public void An_empty_frame_meets_all_expectations_of_rows() =>
        Assert.True(Orders.Where(c => c["id"] > 99).Check(Expect.NotNull("id"), Expect.Unique("id"), Expect.Sorted("start"), Expect.ForeignKey("customer", Customers, "customer_id")).Passed);

    private static IEnumerable<int[]> Failed(params Expectation[] expectations) => Orders.Check(expectations).Results.Select(each => each.FailedRows.ToArray());

    private static string Message(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
