using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Tests.Frames;

public sealed class ShapeTests
{
    private static readonly DataFrame Sales = DataFrame.FromColumns(
        ("month", Make.Integers(1, 1, 2, 2, 2)), ("channel", Make.Texts("search", "email", "search", null, "search")), ("amount", Make.Numbers(10, 20, 30, 40, null)));

    private static string Message<T>(Func<object?> act)
        where T : Exception => Assert.Throws<T>(() => _ = act()).Message;

    [Fact]
    public void Pivot_makes_a_column_of_each_value()
    {
        var pivot = Sales.Pivot("month", "channel", Agg.Sum("amount"));
        Assert.Equal(["month", "email", "search", "null"], pivot.ColumnNames);
        Assert.Equal([[1L, 20.0, 10.0, null], [2L, null, 30.0, 40.0]], pivot.Rows());
        var counts = Sales.Pivot("month", "channel", Agg.Count(), values: ["search", "print"]);
        Assert.Equal([[1L, 1L, null], [2L, 2L, null]], counts.Rows());
        Assert.Equal([["search", 10.0, 30.0], ["email", 20.0, null], [null, null, 40.0]], Sales.Pivot("channel", "month", Agg.Max("amount")).Rows());
        Assert.Equal(["month"], Sales.Head(0).Pivot("month", "channel", Agg.Count()).ColumnNames);
        var many = DataFrame.FromColumns(("k", Make.Integers([.. Enumerable.Range(0, 1001).Select(i => (long?)i)])));
        Assert.Equal("Pivot makes up to 1,000 columns. Column 'k' has 1,001 values. Name those wanted with values:, or group by both columns instead.",
            Message<ArgumentException>(() => many.Pivot(default, "k", Agg.Count())));
    }

    [Fact]
    public void Pivot_says_what_to_do_where_two_columns_would_share_a_name()
    {
        var both = DataFrame.FromColumns(("k", Make.Integers(1, 2)), ("name", Make.Texts("null", null)));
        Assert.Equal("Pivot would give a column 'null' twice. Rename the columns of the rows, give nulls of 'name' another text with OrElse, or name the values wanted once with values:.",
            Message<ArgumentException>(() => both.Pivot("k", "name", Agg.Count())));
        Assert.Equal(["k", "none", "null"], both.With(("name", c => c["name"].OrElse("none"))).Pivot("k", "name", Agg.Count()).ColumnNames);
    }

    [Fact]
    public void Melt_undoes_a_pivot()
    {
        var wide = DataFrame.FromColumns(("id", Make.Texts("a", "b")), ("x", Make.Integers(1, null)), ("y", Make.Numbers(2.5, 3)));
        Assert.Equal([["a", "x", 1.0], ["a", "y", 2.5], ["b", "x", null], ["b", "y", 3.0]], wide.Melt("id").Rows());
        Assert.Equal([["b", "x", null]], wide.Melt("id", columns: "x", name: "which", value: "how_much").Where(c => c["id"] == "b").Rows().Select(row => row[..3]));
        Assert.Equal("Melt takes columns of one kind. Got id (text), x (integer). Convert them first, e.g. with ToText().", Message<ArgumentException>(() => wide.Melt(default, ["id", "x"])));
    }

    [Fact]
    public void Unions_match_by_name_and_widen()
    {
        var other = DataFrame.FromColumns(("amount", Make.Integers(7)), ("month", Make.Integers(3)), ("note", Make.Texts("n")));
        Assert.Equal("The union expects the same columns on both sides. Here only: channel. There only: note. Select those wanted, or pass UnionColumns.Fill or UnionColumns.Common.",
            Message<ArgumentException>(() => Sales.Union(other)));
        Assert.Equal([3L, null, 7.0, "n"], Sales.Union(other, UnionColumns.Fill).Rows()[^1]);
        Assert.Equal([2L, "search", null, null], Sales.Union(other, UnionColumns.Fill).Rows()[^2]);
        Assert.Equal([[2L, null], [3L, 7.0]], Sales.Union(other, UnionColumns.Common).Tail(2).Rows());
        Assert.Equal("Column 'month' is integer here and text there. Convert one first, e.g. With((\"month\", c => c[\"month\"].ToText())).",
            Message<ArgumentException>(() => Sales.Select("month").Union(DataFrame.FromColumns(("month", Make.Texts("x"))))));
    }

    [Fact]
    public void Cross_joins_have_a_cap()
    {
        var two = DataFrame.FromColumns(("month", Make.Integers(8, 9)));
        Assert.Equal([[8L, 8L], [8L, 9L], [9L, 8L], [9L, 9L]], two.CrossJoin(two).Rows());
        Assert.Equal("The cross join may give up to 7 cells. 2 × 2 rows of 2 columns are 8. Filter or summarise a side first, or pass a larger mostCells.",
            Message<InvalidOperationException>(() => two.CrossJoin(two, mostCells: 7).RowCount));
        Assert.Equal(0, two.CrossJoin(two.Head(0)).RowCount);
    }

    [Fact]
    public void As_of_joins_take_the_row_in_force()
    {
        var orders = DataFrame.FromColumns(("at", Make.Integers(5, 1, 10, null, 7)), ("sku", Make.Texts("a", "a", "a", "a", "b")));
        var prices = DataFrame.FromColumns(("from", Make.Integers(9, 2, 5, 5, null)), ("sku", Make.Texts("a", "a", "a", "a", "a")), ("price", Make.Numbers(4, 1, 2, 3, 9)));
        object?[] Prices(Nearest which) => orders.JoinAsOf(prices, ("at", "from"), by: "sku", which: which).Values("price");
        Assert.Equal([3.0, null, 4.0, null, null], Prices(Nearest.Before));
        Assert.Equal([2.0, 1.0, null, null, null], Prices(Nearest.After));
        Assert.Equal([3.0, 1.0, 4.0, null, null], Prices(Nearest.Either));
        Assert.Equal([3.0, null, 4.0, null, 3.0], orders.JoinAsOf(prices.Drop("sku"), ("at", "from")).Values("price"));
        var times = DataFrame.FromColumns(("t", Make.Times("2024-01-10")));
        var events = DataFrame.FromColumns(("t", Make.Times("2024-01-01")), ("x", Make.Integers(1)));
        Assert.Equal([null], times.JoinAsOf(events, ("t", "t"), within: TimeSpan.FromDays(8)).Values("x"));
        Assert.Equal([1L], times.JoinAsOf(events, ("t", "t"), within: TimeSpan.FromDays(9)).Values("x"));
        Assert.Equal("An as-of join takes two timestamps, integers or durations. Got 'at' (integer) and 't' (timestamp).", Message<ArgumentException>(() => orders.JoinAsOf(events, ("at", "t"))));
    }

    [Fact]
    public void Resampling_fills_gaps_within_each_group()
    {
        var visits = DataFrame.FromColumns(("day", Make.Times("2024-01-30", "2024-01-02", "2024-04-01", null, "2024-02-01")), ("who", Make.Texts("a", "a", "a", "a", "b")), ("n", Make.Integers(1, 2, 3, 4, 5)));
        DataFrame Monthly(Gaps gaps) => visits.Resample("day", Unit.Month, gaps, "who", ("n", Agg.Sum("n")), ("last", Agg.Last("who")));
        Assert.Equal(["a", "a", "a", "a", "b"], Monthly(Gaps.Zero).Values("who"));
        Assert.Equal([3L, 0L, 0L, 3L, 5L], Monthly(Gaps.Zero).Values("n"));
        Assert.Equal([3L, null, null, 3L, 5L], Monthly(Gaps.Null).Values("n"));
        Assert.Equal([3L, 3L, 3L, 3L, 5L], Monthly(Gaps.Forward).Values("n"));
        Assert.Equal([3L, 3L, 5L], Monthly(Gaps.Skip).Values("n"));
        Assert.Equal([1, 2, 3, 4, 2], Monthly(Gaps.Zero).Values("day").Select(day => ((DateTime)day!).Month));
        Assert.Equal(["a", null, null, "a", "b"], Monthly(Gaps.Zero).Values("last"));
        Assert.Equal(0, visits.Head(0).Resample("day", Unit.Day, Gaps.Zero, [], ("n", Agg.Sum("n"))).RowCount);
        Assert.Equal(91, visits.Resample("day", Unit.Day, Gaps.Null, [], ("n", Agg.Sum("n"))).RowCount);
    }
}
