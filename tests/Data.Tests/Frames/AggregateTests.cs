using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Frames;

public sealed class AggregateTests
{
    private static readonly DataFrame Data = DataFrame.FromColumns(
        ("k", Make.Texts("a", "a", "b", "a", "b", null)), ("x", Make.Numbers(1, 2, 3, null, 5, double.NaN)), ("y", Make.Integers(2, 4, 9, 1, 9, null)),
        ("t", Make.Times("2024-03-01", "2024-01-01", "2024-02-01", null, "2024-02-01", "2024-01-01")), ("s", Make.Texts("p", "q", "q", "q", "p", null)));

    private static object?[] Of(Agg value) => Data.GroupBy("k").Aggregate(("v", value)).Values("v");

    [Fact]
    public void Zeros_of_both_signs_are_one_group_whose_key_has_no_sign()
    {
        var frame = DataFrame.FromColumns(("x", new Column<double>(ColumnKind.Number, [-0.0, 0.0, 1.0])));
        foreach (var keys in new[] { frame.GroupBy("x").Aggregate(("n", Agg.Count())).OrderBy("x"), frame.Distinct().OrderBy("x") })
            Assert.Equal([double.PositiveInfinity, 1.0], keys.With(("inverse", c => 1.0 / c["x"])).Column<double>("inverse").Values);
    }

    [Fact]
    public void Conditions_choose_the_rows_that_count()
    {
        Assert.Equal([2.0, 8.0, null], Of(Agg.Sum("x", where: c => c["s"] == "q" || c["x"] > 4)));
        Assert.Equal([2.0, 8.0, null], Of(Agg.Sum("x").Where(c => c["s"] == "q" || c["x"] > 4)));
        Assert.Equal([2L, 1L, 0L], Of(Agg.Count(c => c["s"] == "q")));
        Assert.Equal([1L, 1L, 0L], Of(Agg.Count("x", c => c["s"] == "q")));
        Assert.Equal([1L, 1L, 0L], Of(Agg.CountDistinct("s").Where(c => c["s"] == "q")));
        Assert.Equal([4L, 9L, null], Of(Agg.Max("y").Where(c => c["y"] > 1).Where(c => c["s"] == "q")));
        Assert.Equal("The condition of 'v' must be true or false. Got y (integer). Compare it, e.g. c => c[\"amount\"] > 0.",
            Assert.Throws<ArgumentException>(() => Of(Agg.Sum("x").Where(c => c["y"]))).Message);
    }

    [Fact]
    public void First_and_last_in_an_order()
    {
        Assert.Equal(["q", "q", null], Of(Agg.First("s", orderBy: "t")));
        Assert.Equal(["p", "p", null], Of(Agg.Last("s", orderBy: "t")));
        Assert.Equal(["p", "q", null], Of(Agg.First("s")));
        Assert.Equal([1.0, 5.0, double.NaN], Of(Agg.Last("x", orderBy: "t")));
    }

    [Fact]
    public void Mode_any_and_all()
    {
        Assert.Equal(["q", "p", null], Of(Agg.Mode("s")));
        Assert.Equal([1L, 9L, null], Of(Agg.Mode("y")));
        Assert.Equal([true, true, false], Of(Agg.Any(c => c["x"] > 1)));
        Assert.Equal([false, true, false], Of(Agg.All(c => c["x"] > 1)));
        Assert.Equal([null], Data.Head(0).Aggregate(("v", Agg.All(c => c["x"] > 1))).Values("v"));
        Assert.Equal("Agg.Any for 'v' takes a condition. Got x (number).", Assert.Throws<ArgumentException>(() => Of(Agg.Any(c => c["x"]))).Message);
    }

    [Fact]
    public void Covariance_and_correlation_take_rows_with_both()
    {
        Assert.Equal([1.0, 0.0, null], Of(Agg.Covariance("x", "y")));
        Assert.Equal([1.0, null, null], Of(Agg.Correlation("x", "y")));
        var constant = DataFrame.FromColumns(("x", Make.Numbers(0.1, 0.1, 0.1)), ("y", Make.Numbers(1, 2, 4)));
        Assert.Equal([null], constant.Aggregate(("v", Agg.Correlation("x", "y"))).Values("v"));
        // Anscombe (1973), The American Statistician 27(1), first set: 0.8164205163448399 by numpy.
        var anscombe = DataFrame.FromColumns(("x", Make.Numbers(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5)), ("y", Make.Numbers(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68)));
        Assert.Equal(0.8164205163448399, anscombe.Aggregate(("v", Agg.Correlation("x", "y"))).Value<double>("v"), 1e-15);
    }

    [Fact]
    public void Integer_sums_survive_parts_that_overflow()
    {
        var frame = DataFrame.FromColumns(("n", Make.Integers(long.MaxValue, long.MaxValue, null, -long.MaxValue, -1)));
        Assert.Equal([long.MaxValue - 1], frame.Aggregate(("v", Agg.Sum("n"))).Values("v"));
        Assert.Throws<OverflowException>(() => frame.Head(2).Aggregate(("v", Agg.Sum("n"))).RowCount);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3000, 7)]
    [InlineData(200_000, 5000)]
    public void Aggregates_say_what_DuckDB_says_at_any_thread_count(int rows, int keys)
    {
        var rng = new Rng(rows);
        long? Maybe(int most) => rng.Next(9) == 0 ? null : rng.Next(most);
        var data = DataFrame.FromColumns(("row", Make.Integers([.. Enumerable.Range(0, rows).Select(i => (long?)i)])), ("k", Make.Integers([.. Enumerable.Range(0, rows).Select(_ => Maybe(keys))])),
            ("x", Make.Integers([.. Enumerable.Range(0, rows).Select(_ => Maybe(100))])), ("y", Make.Integers([.. Enumerable.Range(0, rows).Select(_ => Maybe(1000))])));
        DataFrame Ours() => data.Collect().GroupBy("k").Aggregate(("q", Agg.Quantile("x", 0.3)), ("m", Agg.Median("y")), ("sd", Agg.StdDev("x")), ("cov", Agg.Covariance("x", "y")),
            ("n", Agg.CountDistinct("x", c => c["y"] > 500)), ("f", Agg.First("y", "row", c => c["x"] > 3)), ("any", Agg.Any(c => c["x"] > 95)), ("s", Agg.Sum("x", c => c["y"] > 10))).OrderBy("k");
        var many = Ours().Rows();
        Ranges.MostThreads.Value = 1;
        var one = Ours().Rows();
        Ranges.MostThreads.Value = null;
        var theirs = Sql($"""
            select k, quantile_cont(x, 0.3) as q, median(y) as m, stddev_samp(x) as sd, covar_samp(x, y) as cov, count(distinct x) filter (y > 500) as n,
              arg_min(y, row) filter (x > 3) as f, bool_or(x > 95) as any, sum(x) filter (y > 10)::bigint as s from {data} group by k order by k nulls last
            """).Rows();
        Assert.Equal(theirs.Length, many.Length);
        for (var row = 0; row < many.Length; row++)
        {
            Assert.True(many[row].SequenceEqual(one[row]));
            for (var i = 0; i < many[row].Length; i++)
                if (many[row][i] is double value) Assert.Equal((double)theirs[row][i]!, value, 1e-9 * Math.Max(1, Math.Abs(value)));
                else Assert.Equal(theirs[row][i], many[row][i]);
        }
    }
}
