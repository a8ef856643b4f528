using FsCheck;
using FsCheck.Fluent;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.Windows;

/// <summary>Windows against plain loops, against DuckDB, and against themselves on one thread.</summary>
public sealed class WindowOracleTests
{
    [Fact]
    public void Frames_of_any_bounds_equal_loops()
    {
        var gen = from values in Gen.Choose(-9, 9).Select(value => value == 9 ? (long?)null : value).ArrayOf()
                  from a in Gen.Choose(-5, 5)
                  from b in Gen.Choose(-5, 5)
                  from open in Gen.Choose(0, 3)
                  select (values, frame: new RowFrame((open & 1) == 0 ? Math.Min(a, b) : null, (open & 2) == 0 ? Math.Max(a, b) : null));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(gen.ToArbitrary(), each =>
        {
            var (values, frame) = each;
            var data = DataFrame.FromColumns(("i", Make.Integers([.. values.Select((_, i) => (long?)i)])), ("x", Make.Integers(values)));
            object?[] Window(Func<Expr, WindowFunction> function) => data.With(("w", c => function(c["x"]).Rows(frame).Over(order: "i"))).Values("w");
            object?[] Loop(Func<long?[], object?> function) => [.. values.Select((_, i) => function([.. values.Where((_, j) => (frame.From is not { } from || j >= i + from) && (frame.To is not { } to || j <= i + to))]))];
            return Window(x => x.Sum()).SequenceEqual(Loop(rows => rows.Any(x => x is not null) ? rows.Sum() : null))
                && Window(x => x.Min()).SequenceEqual(Loop(rows => rows.Min()))
                && Window(x => x.Max()).SequenceEqual(Loop(rows => rows.Max()))
                && Window(x => x.Count()).SequenceEqual(Loop(rows => (long)rows.Count(x => x is not null)))
                && Window(x => x.Mean()).SequenceEqual(Loop(rows => rows.Average()))
                && Window(x => x.FirstValue()).SequenceEqual(Loop(rows => rows.FirstOrDefault()))
                && Window(x => x.LastValue()).SequenceEqual(Loop(rows => rows.LastOrDefault()));
        }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2000)]
    [InlineData(150_000)]
    public void Windows_say_what_DuckDB_says(int rows)
    {
        var data = Random(rows);
        var ours = data.With(
            ("lag", c => c["x"].Lag(2).Over("k", "row")), ("lead", c => c["t"].Lead().Over("k", "row")), ("rank", _ => Window.Rank().Over("k", "x")),
            ("dense", _ => Window.DenseRank().Over("k", Sort.Desc("t"))), ("number", _ => Window.RowNumber().Over(["k", "t"], "row")), ("percent", _ => Window.PercentRank().Over("k", "x")),
            ("share", _ => Window.CumulativeShare().Over("t", "x")), ("decile", _ => Window.Buckets(10).Over("k", "row")), ("run", c => c["x"].RunningSum().Over("k", "row")),
            ("move", c => c["x"].Mean().Rows(new RowFrame(-3, 3)).Over("k", "row")), ("least", c => c["x"].MovingMin(5).Over("k", "row")), ("first", c => c["t"].FirstValue().Over("k", "row")))
            .OrderBy("row");
        var theirs = Sql($"""
            select *, lag(x, 2) over w as lag, lead(t) over w as lead, rank() over (partition by k order by x nulls last) as rank,
              dense_rank() over (partition by k order by t desc nulls last) as dense, row_number() over (partition by k, t order by row) as number,
              percent_rank() over (partition by k order by x nulls last) as percent, cume_dist() over (partition by t order by x nulls last) as share,
              ntile(10) over w as decile, sum(x) over (w rows unbounded preceding)::bigint as run, avg(x) over (w rows between 3 preceding and 3 following) as move,
              min(x) over (w rows 4 preceding) as least, first_value(t) over (w rows between unbounded preceding and unbounded following) as first
            from {data} window w as (partition by k order by row) order by row
            """);
        Assert.Equal(theirs.ColumnNames, ours.ColumnNames);
        foreach (var name in ours.ColumnNames) Assert.True(theirs.Values(name).SequenceEqual(ours.Values(name)), name);
    }

    [Fact]
    public void Windows_are_the_same_to_the_last_bit_at_any_thread_count()
    {
        var data = Random(300_000);
        double[] Run()
        {
            var frame = data.Collect().With(("a", c => (c["x"] / 7).RunningSum().Over("k", ["t", "row"])), ("b", c => (c["x"] / 7).MovingStdDev(9).Over(order: "t")));
            return [.. frame.Column("a").ToDoubles(), .. frame.Column("b").ToDoubles()];
        }
        var many = Run();
        Ranges.MostThreads.Value = 1;
        var one = Run();
        Ranges.MostThreads.Value = null;
        Assert.Equal(many.AsSpan(), one.AsSpan());
    }

    private static DataFrame Random(int rows)
    {
        var rng = new Rng(rows + 11);
        long? Maybe(int most) => rng.Next(9) == 0 ? null : rng.Next(most);
        return DataFrame.FromColumns(
            ("row", Make.Integers([.. Enumerable.Range(0, rows).Select(row => (long?)row).OrderBy(_ => rng.NextDouble())])),
            ("k", Make.Integers([.. Enumerable.Range(0, rows).Select(_ => Maybe(1 + rows / 20))])),
            ("x", Make.Integers([.. Enumerable.Range(0, rows).Select(_ => Maybe(50))])),
            ("t", Make.Texts([.. Enumerable.Range(0, rows).Select(_ => Maybe(500) is { } n ? $"text {n}" : null)])));
    }
}
