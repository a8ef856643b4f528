using MarketingNotebooks.Data.Display;
using MarketingNotebooks.Data.Engines.ClickHouse;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Tests.Frames;
using Xunit.Abstractions;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>ClickHouse on two shards as an executor of plans and as a store.</summary>
public sealed class ClickHouseTests(ClickHouseCluster cluster, ITestOutputHelper output) : IClassFixture<ClickHouseCluster>
{
    private Source Open() => Source.Open(cluster.Url);

    [ClickHouseFact]
    public void Random_plans_over_two_shards_give_what_the_vector_engine_gives()
    {
        using var source = Open();
        Differential.Run("ClickHouse, two shards", source, output, plans: 200);
    }

    [ClickHouseFact]
    public void What_is_written_is_read_from_both_shards()
    {
        using var source = Open();
        var frame = RandomFrames.Facts(new Random(5), 3000);
        source.Write("what is written", frame);
        Assert.Null(SameFrames.Difference(frame, source.Table("what is written").Collect(), []));
        Assert.Equal(1500, source.Table("what is written_shard").RowCount); // half of them on the first server
        source.Write("what is written", frame.Select("i", "id"), WriteMode.Append);
        var rounded = Assert.Throws<ArgumentException>(() => source.Write("what is written", frame.Select("id").With(("id", _ => 1.7)), WriteMode.Append));
        Assert.Equal("Column 'id' is number, and integer in the table 'what is written'. Convert it before it is appended, or overwrite the table.", rounded.Message);
        Assert.Equal(6000, source.Table("default.what is written").RowCount);
        Assert.Equal($"{source} has a table 'what is written' already. Pass WriteMode.Append or WriteMode.Overwrite, or choose another name.",
            Assert.Throws<ArgumentException>(() => source.Write("what is written", frame)).Message);
        Assert.DoesNotContain(source.Tables.Text("table").ToStrings(), name => name!.StartsWith("mn_load_", StringComparison.Ordinal));
    }

    [ClickHouseFact]
    public void Names_and_values_are_never_SQL()
    {
        using var source = Open();
        const string schema = "we`ird\\'; drop table victim; --";
        foreach (var host in ((ClickHouseSource)source).Hosts) host.Execute($"create database if not exists {ClickHouseSql.Instance.Quote(schema)}", default);
        Injection.Check(source, maxName: 200, schema);
        using var inside = Source.Open(cluster.Url.Replace("/default?", $"/{Uri.EscapeDataString(schema)}?", StringComparison.Ordinal));
        Assert.Equal(2, inside.Table("victim").RowCount);
        using var elsewhere = Source.Open(cluster.Url.Replace("two_shards", Uri.EscapeDataString("x', 'y'); drop table victim"), StringComparison.Ordinal));
        Assert.Equal($"127.0.0.1:{cluster.Ports[0]} knows no cluster 'x', 'y'); drop table victim'. See system.clusters there.",
            Assert.Throws<ArgumentException>(() => elsewhere.Write("new", DataFrame.FromColumns(("a", Make.Integers(1))))).Message);
    }

    [ClickHouseFact]
    public void Names_that_shards_would_read_as_values_are_refused()
    {
        using var source = Open();
        Assert.Equal("ClickHouse 18.16 loses the quotes around a column named 'NaN' when it asks shards. Rename it first, e.g. Rename((\"NaN\", \"NaN_\")).",
            Assert.Throws<ArgumentException>(() => source.Write("refused", DataFrame.FromColumns(("NaN", Make.Integers(1))))).Message);
        foreach (var (sql, i) in new[] { "create table kept_shard (`distinct` Nullable(Int64)) engine = MergeTree() order by tuple()", "create table kept as kept_shard engine = Distributed(two_shards, default, kept_shard, rand())" }.Select((sql, i) => (sql, i)))
            foreach (var host in ((ClickHouseSource)source).Hosts.Take(i == 0 ? 2 : 1)) host.Execute(sql, default);
        Assert.Equal("ClickHouse 18.16 has no quotes left around the column 'distinct' of 'kept' when it asks the shards: read a view that names it otherwise, or rename it there.",
            Assert.Throws<NotSupportedException>(() => source.Table("kept")).Message);
        Assert.Equal(0, source.Table("kept_shard").With(("d", c => c["distinct"] + 1)).RowCount);
        Assert.StartsWith("ClickHouse takes names of 1 to 240 bytes without NUL, where a byte that is no letter of a-z, digit or _ counts 3.",
            Assert.Throws<ArgumentException>(() => source.Write("refused", DataFrame.FromColumns((new string('茶', 30), Make.Integers(1))))).Message);
        Assert.DoesNotContain("refused", source.Tables.Text("table").ToStrings());
    }

    [ClickHouseFact]
    public void The_password_shows_nowhere()
    {
        const string password = "geheim/p@ss:wört'";
        Environment.SetEnvironmentVariable("MN_TEST_CH_PASSWORD", password);
        cluster.AddUser("tester", password);
        using var source = Source.Open(cluster.Url.Replace("default@", "tester:$MN_TEST_CH_PASSWORD@", StringComparison.Ordinal));
        source.Write("secret", DataFrame.FromColumns(("a", Make.Integers(1, 2))), WriteMode.Overwrite);
        var table = source.Table("secret").Where(c => c["a"] > 1);
        Assert.Equal($"clickhouse://tester:$MN_TEST_CH_PASSWORD@127.0.0.1:{cluster.Ports[0]},127.0.0.1:{cluster.Ports[1]}/default", source.ToString());
        Assert.DoesNotContain(password, source.ToString() + table.Explain() + table.ToSql() + HtmlTable.Render(source.Table("secret"), 1) + table);
        using var wrong = Source.Open(cluster.Url.Replace("default@", "tester:wrongsecret@", StringComparison.Ordinal));
        var refused = Assert.Throws<SourceException>(() => wrong.Tables);
        Assert.Contains("Check the user and the environment variable that holds the password.", refused.Message);
        Assert.DoesNotContain("wrongsecret", refused.ToString() + wrong);
        Assert.DoesNotContain(password, cluster.Logs());
    }

    [ClickHouseFact]
    public void Aggregates_run_on_the_shards()
    {
        using var source = Open();
        source.Write("pushed", RandomFrames.Facts(new Random(2), 50), WriteMode.Overwrite);
        var sql = source.Table("pushed").Where(c => c["j"] > 0 && c["i"] < 5).GroupBy("i").Aggregate(("total", Agg.Sum("y")), ("n", Agg.Count())).ToSql().ToString();
        // One SELECT over the Distributed table: each shard sends sums, not rows.
        Assert.Equal("""
            select `i`, sum(toNullable(`y`)) as `total`, toInt64(count()) as `n`
            from `default`.`pushed`
            where (`j` > toInt64(0)) and (`i` < toInt64(5))
            group by `i`
            """.ReplaceLineEndings("\n"), sql);
    }

    [ClickHouseFact]
    public void What_the_engine_lacks_is_refused_at_the_verb()
    {
        using var source = Open();
        source.Write("lacks", RandomFrames.Facts(new Random(1), 5), WriteMode.Overwrite);
        var table = source.Table("lacks");
        Assert.Equal("ClickHouse 18.16 has no rounding of decimal digits as people read them: Collect() first, or Round() to whole numbers.",
            Assert.Throws<NotSupportedException>(() => table.With(("r", c => c["x"].Round(2)))).Message);
        Assert.Equal("ClickHouse 18.16 has no first and last in an order of several columns or of numbers: order by one integer, timestamp or text, e.g. Agg.First(\"channel\", orderBy: \"time\"), or Collect() first.",
            Assert.Throws<NotSupportedException>(() => table.OrderBy("y").Aggregate(("f", Agg.First("x")))).Message);
        var overflow = Assert.Throws<SourceException>(() => table.With(("big", c => (c["id"] + 3_000_000_000L) * (c["id"] + 4_000_000_000L))).Collect());
        Assert.Equal("395", overflow.Code);
    }

    [ClickHouseFact]
    public void Other_types_become_kinds()
    {
        using var source = Open();
        var host = ((ClickHouseSource)source).Hosts[0];
        host.Execute("create table types (a UInt8, b Int32, c UInt64, d Float32, e Date, f DateTime, g Enum8('ok' = 1), h FixedString(4), i Array(Int32), k Decimal(9, 2), l UUID, m Nullable(UInt16)) engine = MergeTree() order by tuple()", default);
        host.Execute("insert into types select 7, -8, 9, 2.5, toDate('2024-02-29'), toDateTime('2024-02-29 12:00:01'), 'ok', 'ab', [1, 2], toDecimal32('3.5', 2), toUUID('61f0c404-5cb3-11e7-907b-a6006ad3dba0'), NULL", default);
        var row = source.Table("types").Collect();
        Assert.Equal("a integer, b integer, c integer, d number, e timestamp, f timestamp, g text, h text, i text, k number, l text, m integer", row.Schema.ToString());
        Assert.Equal([7L, -8L, 9L, 2.5, new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 12, 0, 1), "ok", "ab", "[1,2]", 3.5, "61f0c404-5cb3-11e7-907b-a6006ad3dba0", null], row.Rows()[0]);
        host.Execute("create table wider as types", default);
        host.Execute("insert into wider (c) values (18446744073709551615)", default);
        Assert.Equal("395", Assert.Throws<SourceException>(() => source.Table("wider").Select("c").Collect()).Code);
    }

    [ClickHouseFact]
    public void Spreads_of_values_far_from_zero_are_exact()
    {
        using var source = Open();
        source.Write("far", DataFrame.FromColumns(("same", Make.Numbers(1e8 + 0.1, 1e8 + 0.1, 1e8 + 0.1, null)), ("steps", Make.Numbers(1e9, 1e9 + 1, 1e9 + 2, 1e9 + 3))), WriteMode.Overwrite);
        var spread = source.Table("far").Aggregate(("same", Agg.Variance("same")), ("steps", Agg.Variance("steps"))).Collect();
        Assert.InRange(spread.Value<double>("same"), 0, 1e-13);
        Assert.Equal(5.0 / 3, spread.Value<double>("steps"), 1e-12);
    }

    [ClickHouseFact]
    public void A_join_that_finds_a_key_twice_says_so()
    {
        using var source = Open();
        source.Write("keys", DataFrame.FromColumns(("id", Make.Integers(1, 2, 2, 3))), WriteMode.Overwrite);
        var twice = Assert.Throws<InvalidOperationException>(() => source.Table("keys").Join(source.Table("keys"), "id", expect: Match.ManyToOne).Collect());
        Assert.StartsWith("The join expects ManyToOne, but on the right 2 rows share a key (id).", twice.Message);
        Assert.Equal(4, source.Table("keys").Join(source.Table("keys").Distinct(), "id", expect: Match.ManyToOne).RowCount);
    }

    [ClickHouseFact]
    public async Task A_token_stops_a_statement()
    {
        using var source = Open();
        source.Write("slow", DataFrame.FromColumns(("a", new Column<long>(ColumnKind.Integer, new long[200_000]))), WriteMode.Overwrite);
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => source.Table("slow").Join(source.Table("slow"), "a").Aggregate(("n", Agg.Count())).Collect(stop.Token)); // 40 thousand million pairs
        using var client = new HttpClient();
        var joins = new Uri($"http://127.0.0.1:{cluster.Ports[0]}/?query=" + Uri.EscapeDataString("select count() from system.processes where query like '%slow%join%slow%' and query not like '%processes%'"));
        while (await client.GetStringAsync(joins) == "0\n")
        {
            Assert.False(running.IsCompleted, running.Exception?.InnerException?.Message);
            await Task.Delay(20);
        }
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(Within.Limit));
    }
}
