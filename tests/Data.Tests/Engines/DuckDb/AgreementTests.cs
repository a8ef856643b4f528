using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Tests.Frames;
using MarketingNotebooks.Numerics;
using static MarketingNotebooks.Data.Engines.DuckDb.SqlFunctions;

namespace MarketingNotebooks.Data.Tests.Engines.DuckDb;

/// <summary>SQL and the verbs of frames give the same rows.</summary>
public sealed class AgreementTests
{
    public static TheoryData<int, int, int> Sizes => new() { { 0, 3, 1 }, { 1, 1, 2 }, { 5000, 40, 3 }, { 300_000, 3000, 4 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Group_by(int rows, int keys, int seed)
    {
        var orders = Random(rows, keys, seed);
        var ours = orders.GroupBy("channel", "key").Aggregate(("n", Agg.Count()), ("sum", Agg.Sum("whole")), ("most", Agg.Max("number")), ("least", Agg.Min("number")),
            ("buyers", Agg.CountDistinct("whole"))).OrderBy("channel", "key");
        var theirs = Sql($"""
            select channel, key, count(*) as n, sum(whole) as sum, max(number) as most, min(number) as least, count(distinct whole) as buyers
            from {orders} group by all order by channel, key
            """);
        Assert.Equal(ours.Rows(), theirs.Rows());
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Left_join_and_filter(int rows, int keys, int seed)
    {
        var orders = Random(rows, keys, seed);
        var people = Random(keys, keys, seed + 10).GroupBy("key").Aggregate(("best", Agg.Max("number")));
        var ours = orders.Where(c => c["whole"] > 20).Join(people, "key", Join.Left).Select("row", "channel", "best").OrderBy("row");
        var theirs = Sql($"select orders.row, channel, best from {orders} left join {people} using (key) where whole > {20} order by row");
        // A null key joins nothing, here as there.
        Assert.Equal(ours.Rows(), theirs.Rows());
    }

    private static DataFrame Random(int rows, int keys, int seed)
    {
        var rng = new Rng(seed);
        string?[] channels = ["search", "e-mail", "社交媒体", "a rather long name of a channel", null];
        var present = Enumerable.Range(0, rows).Select(_ => rng.NextDouble() > 0.1).ToArray();
        return DataFrame.FromColumns(
            ("row", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, rows).Select(row => (long)row)])),
            ("key", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, rows).Select(_ => (long)(rng.NextDouble() * keys))], Validity.FromFlags(present))),
            ("whole", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, rows).Select(_ => (long)(rng.NextDouble() * 100))])),
            ("number", new Column<double>(ColumnKind.Number, [.. Enumerable.Range(0, rows).Select(_ => rng.NextDouble())])),
            ("channel", TextColumn.From(Enumerable.Range(0, rows).Select(_ => channels[(int)(rng.NextDouble() * channels.Length)]))));
    }
}
