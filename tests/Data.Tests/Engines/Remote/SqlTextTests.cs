using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>What statements look like; no server is asked.</summary>
public sealed class SqlTextTests
{
    private static readonly DataFrame Frame = DataFrame.FromColumns(("i", Make.Integers(1, 2)), ("x", Make.Numbers(0.5, 1)), ("t", new Column<long>(ColumnKind.Timestamp, [0, 1])));

    [Theory]
    [InlineData(Dialect.DuckDb)]
    [InlineData(Dialect.Postgres)]
    [InlineData(Dialect.ClickHouse)]
    public void A_formula_twice_as_long_is_a_statement_about_twice_as_long(Dialect dialect)
    {
        Func<ColumnScope, int, Expr>[] formulas =
        [
            (c, n) => Enumerable.Range(0, n).Aggregate(c["i"], (sum, k) => sum + c["i"] * k),
            (c, n) => Enumerable.Range(0, n).Aggregate(c["x"], (fraction, k) => c["x"] / (fraction - k)),
            (c, n) => Enumerable.Range(0, n).Aggregate(c["t"], (time, k) => time.Trunc(k % 2 == 0 ? Unit.Month : Unit.Week)),
            (c, n) => Enumerable.Range(0, n).Aggregate(c["x"] > 0, (both, k) => (both | c["i"] > k) & !(c["x"] < k)),
        ];
        foreach (var formula in formulas)
        {
            var (once, twice) = (Length(10), Length(20));
            Assert.True(twice < 3 * once, $"{once} characters, then {twice}");

            int Length(int n) => Frame.With(("z", c => formula(c, n))).ToSql(dialect).Text.Length;
        }
    }

    [Fact]
    public void Values_are_parameters_or_harmless()
    {
        const string nasty = "'; drop table victim; --";
        var plan = Frame.With(("s", c => Expr.If(c["i"] > 1, nasty, "plain")));
        foreach (var dialect in new[] { Dialect.DuckDb, Dialect.Postgres })
        {
            var sql = plan.ToSql(dialect);
            Assert.DoesNotContain("drop", sql.Text);
            Assert.Contains(sql.Parameters, parameter => (parameter.Value as string) == nasty);
        }
        Assert.Equal("select `i`, `x`, `t`, multiIf((`i` > toInt64(1)), unhex('273B2064726F70207461626C652076696374696D3B202D2D'), 'plain') as `s`\nfrom `frame_1`", plan.ToSql(Dialect.ClickHouse).Text);
    }

    [Theory]
    [InlineData(Dialect.DuckDb, "as materialized")]
    [InlineData(Dialect.Postgres, "as")]
    public void A_step_that_two_others_read_is_written_once(Dialect dialect, string how)
    {
        var large = Frame.Where(c => c["x"] > 0.5).Distinct().OrderBy("t");
        var text = large.Join(large.GroupBy("i").Aggregate(("total", Agg.Sum("x"))), "i", expect: Match.ManyToOne).ToSql(dialect);
        Assert.StartsWith($"with \"__common1\" {how} (\n  select ", text.Text, StringComparison.Ordinal);
        Assert.Equal(3, text.Text.Split("__common1").Length - 1);
        Assert.StartsWith("with ", Assert.Single(text.Checks).Text, StringComparison.Ordinal);
        Assert.EndsWith(" asc nulls last", text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Dialect.DuckDb)]
    [InlineData(Dialect.Postgres)]
    public void A_frame_joined_to_its_own_groups_twice_as_often_is_a_statement_about_twice_as_long(Dialect dialect)
    {
        var (once, twice) = (Length(6), Length(12));
        Assert.True(twice < 4 * once, $"{once} characters, then {twice}");

        int Length(int n)
        {
            var frame = Frame;
            for (var k = 0; k < n; k++) frame = frame.Join(frame.GroupBy("i").Aggregate(($"total_{k}", Agg.Sum("x"))), "i");
            return frame.ToSql(dialect).Text.Length;
        }
    }

    [Fact]
    public void Filters_and_formulas_over_a_table_are_written_where_they_are_read()
    {
        // As a common table the whole of it would be copied for the sake of five rows.
        var doubled = Frame.With(("twice", c => c["x"] * 2)).Where(c => c["twice"] > 1);
        Assert.DoesNotContain("with", doubled.Head(5).Concat(doubled.Where(c => c["i"] == 2)).ToSql(Dialect.DuckDb).Text, StringComparison.Ordinal);
    }
}
