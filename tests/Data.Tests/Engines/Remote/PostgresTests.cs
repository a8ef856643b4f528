using System.Diagnostics;
using MarketingNotebooks.Data.Engines.Sql;
using MarketingNotebooks.Data.Expressions;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Data.Tests.Frames;
using Xunit.Abstractions;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>PostgreSQL as an executor of plans and as a store.</summary>
public sealed class PostgresTests(PostgresServer server, ITestOutputHelper output) : IClassFixture<PostgresServer>
{
    private Source Open() => Source.Open(server.Url);

    [PostgresFact]
    public void Random_plans_give_what_the_vector_engine_gives()
    {
        using var source = Open();
        Differential.Run("PostgreSQL", source, output);
    }

    [PostgresFact]
    public void What_is_written_is_read()
    {
        using var source = Open();
        var frame = RandomFrames.Facts(new Random(5), 3000);
        source.Write("what is written", frame);
        Assert.Null(SameFrames.Difference(frame, source.Table("what is written").Collect(), []));
        Assert.Contains("what is written", source.Tables.Text("table").ToStrings());
        source.Write("what is written", frame.Select("i", "id"), WriteMode.Append);
        var rounded = Assert.Throws<ArgumentException>(() => source.Write("what is written", frame.Select("id").With(("id", _ => 1.7)), WriteMode.Append));
        Assert.Equal("Column 'id' is number, and integer in the table 'what is written'. Convert it before it is appended, or overwrite the table.", rounded.Message);
        Assert.Equal(6000, source.Table("public.what is written").RowCount);
        var there = Assert.Throws<ArgumentException>(() => source.Write("what is written", frame));
        Assert.Equal($"{source} has a table 'what is written' already. Pass WriteMode.Append or WriteMode.Overwrite, or choose another name.", there.Message);
        var missing = Assert.Throws<ArgumentException>(() => source.Table("what is writen"));
        Assert.Contains("Did you mean 'what is written'?", missing.Message);
    }

    [PostgresFact]
    public void The_password_shows_nowhere()
    {
        using var source = Open();
        source.Write("secret", DataFrame.FromColumns(("a", Make.Integers(1, 2))), WriteMode.Overwrite);
        var table = source.Table("secret").Where(c => c["a"] > 1);
        Assert.DoesNotContain(PostgresServer.Password, source.ToString() + table.Explain() + table.ToSql());
        Assert.Equal($"pg://tester:$MN_TEST_PG_PASSWORD@127.0.0.1:{server.Port}/postgres", source.ToString());
        using var wrong = Source.Open($"pg://tester:wrongsecret@127.0.0.1:{server.Port}/postgres");
        var refused = Assert.Throws<SourceException>(() => wrong.Tables);
        Assert.Equal("28P01", refused.Code);
        Assert.DoesNotContain("wrongsecret", refused.ToString() + wrong);
        Environment.SetEnvironmentVariable("MN_TEST_WHOLE", $"tester:{Uri.EscapeDataString(PostgresServer.Password)}@127.0.0.1:{server.Port}");
        using var whole = Source.Open("pg://$MN_TEST_WHOLE/postgres");
        Assert.Equal("pg://$MN_TEST_WHOLE/postgres", whole.ToString());
        Assert.Equal(2, whole.Table("secret").RowCount);
        var unset = Assert.Throws<ArgumentException>(() => Source.Open("pg://me:$MN_NOT_SET@localhost/db"));
        Assert.StartsWith("The environment variable 'MN_NOT_SET' that pg://me:$MN_NOT_SET@localhost/db names is not set.", unset.Message);
    }

    [PostgresFact]
    public void Names_and_values_are_never_SQL()
    {
        using var source = Open();
        Psql("create schema \"we\"\"ird'; drop table victim; --\"");
        Injection.Check(source, maxName: 63, "we\"ird'; drop table victim; --");
    }

    [PostgresFact]
    public void Other_types_become_kinds()
    {
        using var source = Open();
        Psql("create type mood as enum ('ok'); create domain price as numeric(10,2); create table types as select 7::int2 as a, 8::int4 as b, 1.25::numeric as c, 2.5::real as d, "
            + "date '2024-02-29' as e, timestamptz '2024-02-29 12:00+02' as f, interval '1 day 2 seconds' as g, array[1,2] as h, '{\"k\": 1}'::jsonb as i, 'ok'::mood as j, 3.5::price as k, 'ab  '::char(4) as l, '\\xff00'::bytea as m");
        var row = source.Table("types").Collect();
        Assert.Equal("a integer, b integer, c number, d number, e timestamp, f timestamp, g duration, h text, i text, j text, k number, l text, m text", row.Schema.ToString());
        Assert.Equal([7L, 8L, 1.25, 2.5, new DateTime(2024, 2, 29), new DateTime(2024, 2, 29, 10, 0, 0), new TimeSpan(1, 0, 0, 2), "[1,2]", "{\"k\": 1}", "ok", 3.5, "ab", "ff00"], row.Rows()[0]);
        Psql("create table forever (t timestamptz); insert into forever values ('infinity')");
        Assert.Contains("(infinity)", Assert.Throws<OverflowException>(() => source.Table("forever").Collect()).Message);
    }

    [PostgresFact]
    public void Large_frames_are_not_brought_unasked()
    {
        using var source = Open();
        Psql("create view large as select n as a, n as b, n as c, n as d from generate_series(1, 6000000) n");
        var large = source.Table("large");
        var error = Assert.Throws<InvalidOperationException>(() => large.RowCount);
        Assert.Equal($"The frame over {source} has more than 5,000,000 rows of 4 columns, and more than 20,000,000 cells are not brought into memory unasked. Aggregate or filter first, or call Collect().", error.Message);
        Assert.EndsWith($"the first 20 rows, 4 of 4 columns; the others are at {source}", large.OrderBy("a").ToString());
        Assert.Equal(6_000_000, large.Aggregate(("n", Agg.Count())).Value<long>("n"));
    }

    [PostgresFact]
    public async Task A_token_stops_statements_and_loads()
    {
        using var source = Open();
        Psql("create view slow as select a.n as a from generate_series(1, 100000) a(n), generate_series(1, 100000) b(n)");
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() => source.Table("slow").Aggregate(("n", Agg.Sum("a"))).Collect(stop.Token));
        await RunsAsync(running);
        stop.Cancel();
        await Assert.ThrowsAsync<OperationCanceledException>(() => running.WaitAsync(Within.Limit));
        var clock = Stopwatch.StartNew();
        while (Psql(SlowSums) is not 0L) Assert.True(clock.Elapsed < Within.Limit, "The server computes on.");

        using var proxy = new LoopbackProxy(server.Port);
        using var through = Source.Open(server.UrlAt(proxy.Port));
        using var stopLoad = new CancellationTokenSource();
        var many = DataFrame.FromColumns(("a", new Column<long>(ColumnKind.Integer, new long[5_000_000])));
        await Within.Fails<OperationCanceledException>(() => through.Write("stopped", many, cancellationToken: stopLoad.Token), proxy.WhenSent(1 << 20, () =>
        {
            // From another thread: what is cancelled may send through the proxy.
            new Thread(stopLoad.Cancel).Start();
            SpinWait.SpinUntil(() => stopLoad.IsCancellationRequested);
        }));
        Assert.DoesNotContain("stopped", source.Tables.Text("table").ToStrings());
    }

    [PostgresFact]
    public async Task A_connection_that_the_server_ends_broke_off()
    {
        // A server that is shut down or crashes may still find the time to say so.
        using var source = Open();
        Psql("create view endless as select a.n as a from generate_series(1, 100000) a(n), generate_series(1, 100000) b(n)");
        var running = Task.Run(() => source.Table("endless").Aggregate(("n", Agg.Sum("a"))).Collect());
        while (!running.IsCompleted)
        {
            Psql("select pg_terminate_backend(pid) from pg_stat_activity where query ilike '%sum(%endless%' and state = 'active' and pid <> pg_backend_pid()");
            await Task.WhenAny(running, Task.Delay(50));
        }
        var error = await Assert.ThrowsAsync<SourceException>(() => running);
        Assert.Equal($"{source} broke off: terminating connection due to administrator command. Nothing was changed there; run it again when the server is back.", error.Message);
        Assert.Equal("57P01", error.Code);
        source.Table("endless").Head(1).Collect(); // connects anew
    }

    [PostgresFact]
    public void What_the_engine_lacks_is_refused_at_the_verb()
    {
        using var source = Open();
        source.Write("lacks", RandomFrames.Facts(new Random(1), 5), WriteMode.Overwrite);
        var table = source.Table("lacks");
        Assert.Equal("PostgreSQL has no order of rows unless OrderBy gives one, so that Tail means nothing: OrderBy first.", Assert.Throws<NotSupportedException>(() => table.Tail()).Message);
        Assert.Equal("PostgreSQL has no way to draw the rows that this seed draws elsewhere: Collect() first, or take Head.", Assert.Throws<NotSupportedException>(() => table.Sample(3)).Message);
        Assert.Contains("source.Write(\"name\", frame)", Assert.Throws<NotSupportedException>(() => table.Join(RandomFrames.Lookup(new Random(1), 3), "i")).Message);
        var unique = Assert.Throws<InvalidOperationException>(() => table.Concat(table).Join(table.Concat(table), "id", expect: Match.ManyToOne).Collect());
        Assert.StartsWith("The join expects ManyToOne, but on the right 2 rows share a key (id).", unique.Message);
    }

    private const string SlowSums = "select count(*) from pg_stat_activity where query ilike '%sum(%slow%' and state = 'active' and pid <> pg_backend_pid()";

    /// <summary>Waits until the server runs the slow sum; fails when the work that is to run it ends before.</summary>
    private async Task RunsAsync(Task work)
    {
        while (Psql(SlowSums) is 0L)
        {
            Assert.False(work.IsCompleted, work.Exception?.InnerException?.Message ?? "The sum ended by itself.");
            await Task.Delay(20);
        }
    }

    private object? Psql(string sql)
    {
        using var connection = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = server.Port, Username = "tester", Password = PostgresServer.Password, Database = "postgres" }.ConnectionString);
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
