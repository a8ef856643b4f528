using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Plans;

public sealed class PlanTests
{
    private static readonly DataFrame Orders = DataFrame.FromColumns(
        ("id", Make.Integers(1, 2, 3, 4)), ("who", Make.Texts("a", "b", "a", null)), ("amount", Make.Numbers(10, 20, 30, null)), ("cost", Make.Numbers(1, 2, 3, 4)));

    private static readonly DataFrame People = DataFrame.FromColumns(("who", Make.Texts("a", "b")), ("age", Make.Integers(30, 40)));

    [Fact]
    public void Two_counts_of_one_step_at_once_keep_the_count()
    {
        var step = Orders.Where(c => c["cost"] > 1).Plan;
        var counted = new Table(new Schema([]), [], 3);
        step.KeepPart(counted);
        step.KeepPart(counted);
        Assert.Equal(3, step.Kept()!.Rows);
        GC.KeepAlive(counted);
    }

    [Fact]
    public void Explain_shows_filters_pushed_down_and_columns_pruned()
    {
        var plan = Orders.With(("margin", c => c["amount"] - c["cost"])).Join(People, "who").OrderBy("margin").Where(c => c["age"] > 35 && c["amount"] > 5 && c["margin"] > 1).Select("id", "margin");
        Assert.Equal("""
            select id, margin — nothing is copied
              order by margin — radix sort, one pass a byte of the keys
                inner join on who — a table of the right keys, one look-up a left row
                  where (margin > 1) — one pass, ≤ 4 rows
                    select id, who, amount, cost, margin = (amount - cost) — computes 1 column, 2 unread left out, ≤ 4 rows
                      where (amount > 5) — one pass, ≤ 4 rows
                        scan memory: 4 rows × 4 columns
                  where (age > 35) — one pass, ≤ 2 rows
                    scan memory: 2 rows × 2 columns

            """, plan.Explain());
        Assert.Equal([[2L, 18.0]], plan.Rows());
        Assert.Equal("select id, margin (kept, 1 rows)\n", plan.Explain());
    }

    [Fact]
    public void Scans_name_the_columns_they_read_and_windows_their_sorts()
    {
        var plan = Orders.With(("r", c => Window.RowNumber().Over("who", "id")), ("s", c => c["id"].RunningSum().Over("who", "id")), ("x", c => c["cost"].Lag().Over(order: "id"))).Select("r", "s");
        Assert.Equal("""
            select r, s — nothing is copied, ≤ 4 rows
              select id, who, amount, cost, r = RowNumber() over (partition who order id), s = Sum(id, rows first to current) over (partition who order id), x = Lag(cost) over (order id) — computes 3 columns, 2 sorts for 3 windows, 5 unread left out, ≤ 4 rows
                scan memory: 4 rows × 4 columns, reads id, who

            """, plan.Explain());
    }

    [Fact]
    public void A_filter_that_can_fail_stays_above_the_rows_left_out()
    {
        var texts = DataFrame.FromColumns(("s", Make.Texts("1", "x", "3")));
        Assert.Equal(["3"], texts.Where(c => c["s"] != "x").Where(c => c["s"].Cast(ColumnKind.Number) > 2).Values("s"));
        Assert.Equal(["3"], texts.Where(c => c["s"] != "x").OrderBy("s").Where(c => c["s"].Cast(ColumnKind.Number) > 2).Values("s"));
    }

    [Fact]
    public void Two_verbs_on_one_frame_run_it_once()
    {
        var shared = Orders.Where(c => c["amount"] > 5);
        var first = shared.GroupBy("who").Count();
        var second = shared.OrderBy(Sort.Desc("amount"));
        Assert.Contains("kept for other verbs", first.Explain());
        Assert.Equal(2, first.RowCount);
        var kept = shared.Plan.Result;
        Assert.NotNull(kept);
        Assert.Equal([3L, 2L, 1L], second.Values("id"));
        Assert.Same(kept, shared.Plan.Result);
        Assert.Contains("  where (amount > 5) (kept, 3 rows)", second.Collect() is { } ? shared.OrderBy("id").Explain() : "");
    }

    [Fact]
    public void A_column_nobody_reads_does_not_fail_a_shared_step()
    {
        var shared = Orders.With(("bad", c => c["id"] * long.MaxValue));
        Assert.Equal(4, shared.Select("who").RowCount);
        Assert.Equal(3, shared.Distinct("who").Select("who").RowCount);
        Assert.Throws<OverflowException>(() => shared.RowCount);
    }

    [Fact]
    public void Pushed_filters_give_the_rows_that_unpushed_ones_give()
    {
        Func<DataFrame, DataFrame>[] steps =
        [
            f => f.OrderBy(Sort.Desc("cost")), f => f.Distinct("who", "amount"), f => f.Rename(("amount", "amount_")).Rename(("amount_", "amount")), f => f.Concat(f.Where(c => c["id"] > 2)),
            f => f.Join(People, "who", Join.Left), f => f.Join(People, "who", Join.Full), f => f.Join(People, "who", Join.Right), f => f.Join(People, "who", Join.Semi), f => f.Join(People, "who", Join.Anti),
            f => f.GroupBy("who", "amount").Aggregate(("id", Agg.Sum("id"))), f => f.With(("n", c => Window.RowNumber().Over(order: "id"))), f => f.Head(3), f => f.Sample(2),
            f => f.Join(People, "who", expect: Match.ManyToOne), f => f.Melt(["who", "amount"], "cost").Rename(("value", "id")),
        ];
        foreach (var step in steps)
            foreach (var condition in new Func<ColumnScope, Expr>[] { c => c["who"] == "a" && c["amount"] > 15, c => c["amount"] == null, c => c["who"] == null || c["id"] != 2 })
            {
                var lazy = step(Orders.Where(c => c["cost"] < 9)).Where(condition);
                var eager = step(Orders.Where(c => c["cost"] < 9).Collect()).Collect().Where(condition);
                Assert.Equal(eager.Rows(), lazy.Rows());
                Ranges.MostThreads.Value = 1;
                Assert.Equal(eager.Rows(), new DataFrame(PlanRewriter.Rewrite(step(Orders.Where(c => c["cost"] < 9)).Where(condition).Plan)).Rows());
                Ranges.MostThreads.Value = null;
            }
    }

    [Fact]
    public void A_broken_expectation_shows_whatever_is_filtered_later()
    {
        var twice = People.Concat(People);
        Assert.Throws<InvalidOperationException>(() => Orders.Join(twice, "who", expect: Match.ManyToOne).Where(c => c["age"] > 99).RowCount);
    }

    [Fact]
    public void Times_outside_the_calendar_are_shown_as_such()
    {
        var frame = DataFrame.FromColumns(("t", new Column<long>(ColumnKind.Timestamp, [long.MaxValue, 0])));
        Assert.Contains("outside the years 0001 to 9999: 9223372036854775807 µs", frame.ToString());
        Assert.Equal("A timestamp must lie in the years 0001 to 9999. Got 9223372036854775807 µs since 1970. Is it in another unit, such as nanoseconds?",
            Assert.Throws<OverflowException>(() => frame.With(("y", c => c["t"].Year())).RowCount).Message);
    }

    [Fact]
    public void A_frame_joined_to_its_own_groups_again_and_again_is_visited_once_a_step()
    {
        // Two paths lead from each step to the one before it: walking them all would take 2^60 visits.
        var frame = DataFrame.FromColumns(("id", Make.Integers(1, 2, 2)), ("amount", Make.Numbers(10, 60, 5)));
        for (var i = 0; i < 60; i++) frame = frame.Join(frame.GroupBy("id").Aggregate(($"total_{i}", Agg.Sum("amount"))), on: "id");
        Assert.True(frame.Explain().Split('\n').Length < 400, frame.Explain());
        Assert.Equal([10.0, 65.0, 65.0], Enumerable.Range(0, 3).Select(row => frame["total_59"][row]));
    }

    [Fact]
    public void A_frame_added_to_itself_again_and_again_is_explained_at_once()
    {
        var frame = DataFrame.FromColumns(("a", Make.Numbers(10, 60, 5)));
        for (var i = 0; i < 70; i++) frame = frame.Concat(frame.Where(c => c["a"] > 4)).Distinct();
        var lines = frame.Explain().Split('\n');
        Assert.DoesNotContain("≤", lines[0]); // 3·2^70 rows at most, which is no number of rows
        Assert.Contains(lines, line => line.Contains("≤ 6 rows", StringComparison.Ordinal));
        Assert.Equal(3, frame.RowCount);
    }
}
