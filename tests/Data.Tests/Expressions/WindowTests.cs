using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using static MarketingNotebooks.Data.Frames.Sort;

namespace MarketingNotebooks.Data.Tests.Expressions;

public sealed class WindowTests
{
    private static readonly DataFrame Orders = DataFrame.FromColumns(
        ("customer", Make.Texts("a", "b", "a", null, "b", "a", null)),
        ("day", Make.Integers(3, 1, 1, 5, 2, 2, 4)),
        ("amount", Make.Numbers(30, 10, 10, 50, double.NaN, null, 40)),
        ("items", Make.Integers(3, 1, 1, 5, null, 2, 4)));

    private static object?[] Of(Func<ColumnScope, Expr> value) => Orders.With(("w", value)).Values("w");

    [Fact]
    public void Lag_and_lead_stay_in_their_partition()
    {
        Assert.Equal([null, null, null, 40.0, 10.0, 10.0, null], Of(c => c["amount"].Lag().Over(partition: "customer", order: "day")));
        Assert.Equal([null, double.NaN, null, null, null, 30.0, 50.0], Of(c => c["amount"].Lead().Over(partition: "customer", order: "day")));
        Assert.Equal([10.0, null, null, null, null, null, null], Of(c => c["amount"].Lag(2).Over("customer", "day")));
        Assert.Equal(["a", "b", "a", null, "b", "a", null], Of(c => c["customer"].Lag(0).Over(order: "day")));
    }

    [Fact]
    public void A_gap_in_time_as_the_readme_shows_it()
    {
        var frame = DataFrame.FromColumns(("id", Make.Texts("x", "x", "y")), ("at", Make.Times("2024-03-02", "2024-03-01", "2024-01-01")));
        Assert.Equal([TimeSpan.FromDays(1), null, null], frame.With(("gap", c => c["at"] - c["at"].Lag().Over(partition: "id", order: "at"))).Values("gap"));
    }

    [Fact]
    public void Ranks_with_ties_and_nulls_last()
    {
        var frame = DataFrame.FromColumns(("x", Make.Numbers(20, 10, 20, null, 30, null)));
        object?[] Rank(WindowFunction rank, SortKeys order) => frame.With(("w", _ => rank.Over(order: order))).Values("w");
        Assert.Equal([2L, 1L, 2L, 5L, 4L, 5L], Rank(Window.Rank(), "x"));
        Assert.Equal([2L, 1L, 2L, 4L, 3L, 4L], Rank(Window.DenseRank(), "x"));
        Assert.Equal([2L, 1L, 3L, 5L, 4L, 6L], Rank(Window.RowNumber(), "x"));
        Assert.Equal([2L, 4L, 2L, 5L, 1L, 5L], Rank(Window.Rank(), Desc("x")));
        Assert.Equal([0.2, 0.0, 0.2, 0.8, 0.6, 0.8], Rank(Window.PercentRank(), "x"));
        Assert.Equal([3 / 6.0, 1 / 6.0, 3 / 6.0, 1.0, 4 / 6.0, 1.0], Rank(Window.CumulativeShare(), "x"));
        Assert.Equal([1L, 1L, 2L, 3L, 2L, 4L], Rank(Window.Buckets(4), "x"));
        Assert.Equal([2L, 1L, 3L, 5L, 4L, 6L], Rank(Window.Buckets(99), "x"));
        Assert.Equal([0.0], frame.Head(1).With(("w", _ => Window.PercentRank().Over(order: "x"))).Values("w"));
    }

    [Fact]
    public void Running_and_moving_summaries_pass_over_nulls()
    {
        Assert.Equal([6L, 1L, 1L, 9L, 1L, 3L, 4L], Of(c => c["items"].RunningSum().Over("customer", "day")));
        Assert.Equal([20.0, 10.0, 10.0, 45.0, double.NaN, 10.0, 40.0], Of(c => c["amount"].RunningMean().Over("customer", "day")));
        Assert.Equal([2L, 1L, 1L, 2L, 2L, 1L, 1L], Of(c => c["amount"].RunningCount().Over("customer", "day")));
        Assert.Equal([10.0, 10.0, 10.0, 40.0, 10.0, 10.0, 40.0], Of(c => c["amount"].RunningMin().Over("customer", "day")));
        Assert.Equal([30.0, 10.0, 10.0, 50.0, double.NaN, 10.0, 40.0], Of(c => c["amount"].RunningMax().Over("customer", "day")));
        Assert.Equal([5L, 1L, 1L, 9L, 1L, 3L, 4L], Of(c => c["items"].MovingSum(2).Over("customer", "day")));
        Assert.Equal([30.0, 10.0, 10.0, 50.0, double.NaN, null, 40.0], Of(c => c["amount"].MovingMean(1).Over("customer", "day")));
        Assert.Equal(Math.Sqrt(0.5), (double)Of(c => c["items"].MovingStdDev(2).Over("customer", "day"))[0]!, 1e-15);
    }

    [Fact]
    public void Whole_partitions_need_no_order()
    {
        Assert.Equal([0.5, 1.0, 1 / 6.0, 5 / 9.0, null, 2 / 6.0, 4 / 9.0], Of(c => c["items"] / c["items"].Sum().Over(partition: "customer")));
        Assert.Equal([7L, 7L, 7L, 7L, 7L, 7L, 7L], Of(c => c["day"].Count().Over()));
        Assert.Equal(["b", "b", "b", "b", "b", "b", "b"], Of(c => c["customer"].Max().Over()));
    }

    [Fact]
    public void First_last_and_last_known()
    {
        Assert.Equal([10.0, 10.0, 10.0, 40.0, 10.0, 10.0, 40.0], Of(c => c["amount"].FirstValue().Over("customer", "day")));
        Assert.Equal([30.0, double.NaN, 30.0, 50.0, double.NaN, 30.0, 50.0], Of(c => c["amount"].LastValue().Over("customer", "day")));
        Assert.Equal([30.0, 10.0, 10.0, 50.0, double.NaN, 10.0, 40.0], Of(c => c["amount"].LastKnown().Over("customer", "day")));
        Assert.Equal([null, double.NaN, null, null, null, 30.0, 50.0], Of(c => c["amount"].FirstValue().Rows(new RowFrame(1, 1)).Over("customer", "day")));
    }

    [Fact]
    public void Windows_work_in_conditions_and_on_empty_frames()
    {
        Assert.Equal([1L, 1L, 4L], Orders.Where(_ => Window.RowNumber().Over("customer", "day") == 1).Values("day"));
        Assert.Equal(0, Orders.Head(0).With(("w", c => c["amount"].MovingMean(3).Over("customer", "day")), ("r", _ => Window.Rank().Over(order: "day"))).RowCount);
        Assert.Equal([30.0], Orders.Head(1).With(("w", c => c["amount"].RunningSum().Over(["customer"], ["day", Desc("items")]))).Values("w"));
    }

    [Fact]
    public void Integer_windows_are_exact_where_parts_overflow()
    {
        var frame = DataFrame.FromColumns(("i", Make.Integers(1, 2, 3)), ("n", Make.Integers(long.MaxValue, long.MaxValue, -long.MaxValue)));
        Assert.Equal([long.MaxValue, long.MaxValue, long.MaxValue], frame.With(("w", c => c["n"].Sum().Over())).Values("w"));
        var error = Assert.Throws<OverflowException>(() => frame.With(("w", c => c["n"].RunningSum().Over(order: "i"))).Values("w"));
        Assert.Equal("Sum(n, rows first to current) over (order i) leaves the range of 64-bit integers. Sum n as a number instead: (n).ToNumber().", error.Message);
    }

    [Fact]
    public void Errors_name_the_remedy()
    {
        static string Message<T>(Action act)
            where T : Exception => Assert.Throws<T>(act).Message;
        Assert.Equal("Lag depends on the order of rows. Name it, e.g. .Over(partition: \"customer\", order: \"order_date\").",
            Message<ArgumentException>(() => Of(c => c["day"].Lag().Over(partition: "customer"))));
        Assert.Equal("Column 'dya' is not in the frame. Did you mean 'day'? Columns: customer, day, amount, items.",
            Message<ArgumentException>(() => Of(c => c["day"].Lag().Over(order: "dya"))));
        Assert.Equal("Sum takes numbers or durations. Got customer (text).", Message<ArgumentException>(() => Of(c => c["customer"].Sum().Over())));
        Assert.Equal("A window function takes no other window function. Got Sum of Lag(day) over (order day). Compute the inner one in a With first.",
            Message<ArgumentException>(() => Of(c => c["day"].Lag().Over(order: "day").Sum().Over())));
        Assert.Equal("Lag takes no frame of rows. Frames go with Sum, Mean, Min, Max, Count, StdDev, FirstValue and LastValue.",
            Message<InvalidOperationException>(() => Of(c => c["day"].Lag().Rows(RowFrame.Running).Over(order: "day"))));
        Assert.Equal("A frame must not end before it starts. Got rows 2 to 1. Swap them.", Message<ArgumentException>(() => _ = new RowFrame(2, 1)));
    }
}
