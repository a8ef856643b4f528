using MarketingNotebooks.Data.Frames;
using static MarketingNotebooks.Data.Frames.Sort;

namespace MarketingNotebooks.Data.Tests.Frames;

public sealed class VerbTests
{
    private static readonly DataFrame Orders = DataFrame.FromColumns(
        ("order_id", Make.Integers(1, 2, 3, 4, 5, 6)),
        ("customer_id", Make.Texts("a", "b", "a", null, "c", "b")),
        ("amount", Make.Numbers(10, 20, 30, 40, null, double.NaN)));

    private static readonly DataFrame Customers = DataFrame.FromColumns(
        ("customer_id", Make.Texts("b", "a", "d", null)),
        ("amount", Make.Integers(1, 2, 3, 4)));

    [Fact]
    public void Where_keeps_true_rows_only() =>
        Assert.Equal([2L, 3L, 4L], Orders.Where(c => c["amount"] > 10).Values("order_id"));

    [Fact]
    public void With_replaces_in_place_and_adds_at_the_end()
    {
        var frame = Orders.With(("amount", c => c["amount"] * 2), ("big", c => c["amount"] >= 30));
        Assert.Equal(["order_id", "customer_id", "amount", "big"], frame.ColumnNames);
        Assert.Equal([false, false, true, true, null, false], frame.Values("big"));
        Assert.Equal(10.0, Orders["amount"][0]);
    }

    [Fact]
    public void Groups_come_in_order_of_appearance_with_null_as_a_key()
    {
        var groups = Orders.GroupBy("customer_id").Aggregate(("orders", Agg.Count()), ("amounts", Agg.Count("amount")),
            ("revenue", Agg.Sum("amount")), ("mean", Agg.Mean("amount")), ("least", Agg.Min("amount")), ("last", Agg.Last("order_id")));
        Assert.Equal(["a", "b", null, "c"], groups.Values("customer_id"));
        Assert.Equal([2L, 2L, 1L, 1L], groups.Values("orders"));
        Assert.Equal([2L, 2L, 1L, 0L], groups.Values("amounts"));
        Assert.Equal([40.0, double.NaN, 40.0, null], groups.Values("revenue"));
        Assert.Equal([20.0, double.NaN, 40.0, null], groups.Values("mean"));
        Assert.Equal([10.0, 20.0, 40.0, null], groups.Values("least"));
        Assert.Equal([3L, 6L, 4L, 5L], groups.Values("last"));
    }

    [Fact]
    public void Aggregate_without_keys_gives_one_row_even_for_no_rows()
    {
        var none = Orders.Where(c => c["order_id"] > 99).Aggregate(("rows", Agg.Count()), ("sum", Agg.Sum("order_id")), ("distinct", Agg.CountDistinct("customer_id")));
        Assert.Equal([[0L, null, 0L]], none.Rows());
        Assert.Equal(0, Orders.Where(c => c["order_id"] > 99).GroupBy("customer_id").Count().RowCount);
    }

    [Fact]
    public void Spread_and_quantiles_match_hand_computed_values()
    {
        var frame = DataFrame.FromColumns(("x", Make.Numbers(1, 2, null, 4, 10)));
        var result = frame.Aggregate(("var", Agg.Variance("x")), ("sd", Agg.StdDev("x")), ("median", Agg.Median("x")), ("q", Agg.Quantile("x", 0.9)));
        Assert.Equal(16.25, (double)result["var"][0]!, 1e-14);
        Assert.Equal(Math.Sqrt(16.25), (double)result["sd"][0]!, 1e-14);
        Assert.Equal(3.0, result["median"][0]);
        Assert.Equal(8.2, (double)result["q"][0]!, 1e-14);
    }

    [Fact]
    public void Integer_sums_that_overflow_say_so()
    {
        var frame = DataFrame.FromColumns(("n", Make.Integers(long.MaxValue, 1)));
        var error = Assert.Throws<OverflowException>(() => frame.Aggregate(("total", Agg.Sum("n"))).Rows());
        Assert.Equal("The sum 'total' leaves the range of 64-bit integers. Sum n as a number instead: Agg.Sum(c => (n).ToNumber()).", error.Message);
    }

    [Fact]
    public void Joins_keep_left_order_and_never_match_nulls()
    {
        Assert.Equal([[1L, "a", 10.0, 2L], [2L, "b", 20.0, 1L], [3L, "a", 30.0, 2L], [6L, "b", double.NaN, 1L]], Orders.Join(Customers, on: "customer_id").Rows());
        var left = Orders.Join(Customers, on: "customer_id", how: Join.Left, expect: Match.ManyToOne);
        Assert.Equal([2L, 1L, 2L, null, null, 1L], left.Values("amount_right"));
        Assert.Equal([1L, 2L, 3L, 6L], Orders.Join(Customers, on: "customer_id", how: Join.Semi).Values("order_id"));
        Assert.Equal([4L, 5L], Orders.Join(Customers, on: "customer_id", how: Join.Anti).Values("order_id"));
        var full = Orders.Join(Customers, on: "customer_id", how: Join.Full);
        Assert.Equal(["a", "b", "a", null, "c", "b", "d", null], full.Values("customer_id"));
        Assert.Equal([1L, 2L, 3L, 4L, 5L, 6L, null, null], full.Values("order_id"));
        Assert.Equal(["a", "b", "a", "b", "d", null], Orders.Join(Customers, on: "customer_id", how: Join.Right).Values("customer_id"));
    }

    [Fact]
    public void Join_errors_name_the_remedy()
    {
        var numbers = DataFrame.FromColumns(("order_id", Make.Numbers(1)), ("amount", Make.Numbers(2)), ("amount_right", Make.Numbers(3)));
        Assert.Equal("Key 'order_id' is integer on the left and 'order_id' is number on the right. Convert one first, e.g. With((\"order_id\", c => c[\"order_id\"].ToNumber())) on the side that differs.",
            Assert.Throws<ArgumentException>(() => Orders.Join(numbers, on: "order_id")).Message);
        Assert.Equal("The join would have two columns 'amount_right'. Rename one first, or pass another suffix: than '_right'.",
            Assert.Throws<ArgumentException>(() => Orders.Join(numbers, [("amount", "amount_right")], suffix: "_right").Join(numbers, [("amount", "amount_right")])).Message);
    }

    [Fact]
    public void A_join_that_finds_more_rows_than_expected_names_a_key()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Customers.Join(Orders, on: "customer_id", expect: Match.ManyToOne).RowCount);
        Assert.Equal("The join expects ManyToOne, but on the right 2 rows have customer_id = a. Make the key unique first, e.g. with Distinct or GroupBy, or join with another Match.", error.Message);
    }

    [Fact]
    public void Order_is_stable_with_nulls_last_in_both_directions()
    {
        Assert.Equal([1L, 3L, 2L, 6L, 5L, 4L], Orders.OrderBy("customer_id").Values("order_id"));
        Assert.Equal([5L, 2L, 6L, 1L, 3L, 4L], Orders.OrderBy(Desc("customer_id")).Values("order_id"));
        Assert.Equal([1L, 2L, 3L, 4L, 6L, 5L], Orders.OrderBy("amount").Values("order_id"));
        Assert.Equal([6L, 4L, 3L, 2L, 1L, 5L], Orders.OrderBy(Desc("amount")).Values("order_id"));
        Assert.Equal([3L, 1L, 6L, 2L, 5L, 4L], Orders.OrderBy("customer_id", Desc("order_id")).Values("order_id"));
    }

    [Fact]
    public void Distinct_keeps_first_rows()
    {
        Assert.Equal([1L, 2L, 4L, 5L], Orders.Distinct("customer_id").Values("order_id"));
        Assert.Equal(6, Orders.Distinct().RowCount);
        Assert.Equal([0.0], DataFrame.FromColumns(("x", Make.Numbers(0.0, -0.0))).Distinct().Values("x"));
    }

    [Fact]
    public void Head_tail_sample_and_concat()
    {
        Assert.Equal([1L, 2L], Orders.Head(2).Values("order_id"));
        Assert.Equal([5L, 6L], Orders.Tail(2).Values("order_id"));
        var sample = Orders.Sample(3, seed: 7).Values("order_id");
        Assert.Equal(3, sample.Distinct().Count());
        Assert.Equal(sample, Orders.Sample(3, seed: 7).Values("order_id"));
        Assert.Equal(sample.Order(), sample);
        var both = Orders.Concat(Orders.Select("amount", "order_id", "customer_id"));
        Assert.Equal(12, both.RowCount);
        Assert.Equal(["b", "b"], both.Where(c => c["order_id"] == 6).Values("customer_id"));
    }

    [Fact]
    public void Columns_are_pruned_and_results_kept()
    {
        var plan = Orders.With(("bad", c => c["order_id"] * long.MaxValue)).Select("customer_id");
        Assert.Equal(6, plan.RowCount); // The overflowing column is never computed.
        Assert.Equal("select customer_id (kept, 6 rows)\n", plan.Explain());
    }

    [Fact]
    public void Reading_a_column_as_another_type_names_the_way()
    {
        Assert.Equal(30.0, Orders.Column<double>("amount").Span[2]);
        var error = Assert.Throws<ArgumentException>(() => Orders.Column<double>("order_id"));
        Assert.Equal("Column 'order_id' is integer, not stored as Double. Read it as Column<long>, or copy it with Column(name).ToDoubles().", error.Message);
    }

    [Fact]
    public void A_name_that_occurs_twice_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Orders.With(("x", c => c["amount"]), ("x", c => c["amount"])));
        Assert.Contains("Column 'x' occurs twice.", error.Message);
    }

    [Fact]
    public void A_column_is_added_from_values_of_any_kind()
    {
        var frame = DataFrame.FromColumns(("id", Make.Integers(1, 2)))
            .With("flag", [true, false]).With("share", (double?[])[0.5, null]).With("count", (long?[])[null, 7]).With("day", [new DateTime(2026, 3, 4), new DateTime(2026, 3, 5)])
            .With("label", [3, -1]).With("name", ["x", null]).With("score", [1.5, 2]);
        Assert.Equal([[1L, true, 0.5, null, new DateTime(2026, 3, 4), 3L, "x", 1.5], [2L, false, null, 7L, new DateTime(2026, 3, 5), -1L, null, 2.0]], frame.Rows());
        Assert.Equal("Column 'flag' must have a value for each of the frame's rows: 2. Got 1.", Assert.Throws<ArgumentException>(() => frame.With("flag", [true])).Message);
    }
}
