using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A shard or both that die, connections that are cut or go silent, in the middle of a query or a load: a clear error soon, never a part
/// of the rows as if it were all, and no partial table.</summary>
public sealed class ClickHouseCrashTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private const int Rows = 3_000_000;
    private static readonly DataFrame Many = DataFrame.FromColumns(("a", new Column<long>(ColumnKind.Integer, new long[Rows])));
    private readonly ClickHouseCluster _cluster = new();
    private readonly LoopbackProxy[] _proxies;
    private readonly Source _source;

    public ClickHouseCrashTests()
    {
        _proxies = [.. _cluster.Ports.Select(port => new LoopbackProxy(port))];
        _source = Source.Open(_cluster.UrlAt([.. _proxies.Select(proxy => proxy.Port)]));
    }

    public void Dispose()
    {
        _source.Dispose();
        foreach (var proxy in _proxies) proxy.Dispose();
        _cluster.Dispose();
    }

    [ClickHouseFact]
    public async Task A_shard_killed_in_the_middle_of_a_load_leaves_no_table()
    {
        _source.Write("before", Many.Head(1000));
        var error = await Within.Fails<SourceException>(() => _source.Write("partial", Many), _proxies[1].WhenSent(4 * Megabyte, () => _cluster.Kill(2)));
        Assert.Contains($"127.0.0.1:{_proxies[1].Port}", error.Message);
        Assert.DoesNotContain("partial", Names());
        var half = Within.Unreachable(() => _source.Table("before").Aggregate(("n", Agg.Count())).Collect());
        Assert.Contains("A shard of the cluster does not answer", half.Message);
        Within.Unreachable(() => _source.Write("after", Many.Head(10)));
        _cluster.Start(2);
        Assert.Equal(["before", "before_shard"], Names());
        Assert.Equal(1000, _source.Table("before").RowCount);
        _source.Write("partial", Many);
        Assert.Equal(Rows, _source.Table("partial").Aggregate(("n", Agg.Count())).Value<long>("n"));
    }

    [ClickHouseFact]
    public async Task A_shard_killed_in_the_middle_of_an_overwrite_or_an_append_leaves_the_table_as_it_was()
    {
        foreach (var mode in new[] { WriteMode.Overwrite, WriteMode.Append })
        {
            _source.Write("kept", Many.Head(1000), WriteMode.Overwrite);
            await Within.Fails<SourceException>(() => _source.Write("kept", Many, mode), _proxies[1].WhenSent(4 * Megabyte, () => _cluster.Kill(2)));
            _cluster.Start(2);
            Assert.Equal(1000, _source.Table("kept").RowCount);
            Assert.Equal(["kept", "kept_shard"], Names());
        }
    }

    [ClickHouseFact]
    public async Task A_shard_killed_in_the_middle_of_a_result_is_an_error()
    {
        // Far more than buffers hold, and not to be compressed: most of the second shard's half is still there when it dies.
        var noise = new Random(7);
        _source.Write("many", DataFrame.FromColumns(("a", new Column<long>(ColumnKind.Integer, [.. Enumerable.Range(0, 8_000_000).Select(_ => noise.NextInt64())]))));
        var error = await Within.Fails<SourceException>(() => _source.Table("many").Collect(), _proxies[0].WhenReceived(Megabyte, () => _cluster.Kill(2)));
        Assert.Contains("127.0.0.1", error.Message);
    }

    [ClickHouseFact]
    public async Task Servers_killed_while_they_compute_are_an_error()
    {
        _source.Write("many", Many.Head(200_000));
        var endless = _source.Table("many").Join(_source.Table("many"), "a").Aggregate(("n", Agg.Count()));
        foreach (var shard in new[] { 2, 1 })
        {
            if (shard == 1) _cluster.Start(2);
            var sent = _proxies[0].WhenSent(100, () => { });
            var killed = sent.ContinueWith(async _ => { await Task.Delay(400); _cluster.Kill(shard); if (shard == 2) _cluster.Kill(1); }, TaskScheduler.Default).Unwrap();
            await Within.Fails<SourceException>(() => endless.Collect(), killed);
            if (shard == 2) _cluster.Start(1);
        }
        using var direct = Source.Open(_cluster.Url);
        Assert.Contains("cannot be reached", Within.Unreachable(() => _ = direct.Tables).Message);
    }

    [ClickHouseFact]
    public async Task A_cut_connection_is_an_error_and_the_next_statement_connects_anew()
    {
        var load = await Within.Fails<SourceException>(() => _source.Write("partial", Many), _proxies[0].WhenSent(4 * Megabyte, _proxies[0].Cut));
        Assert.Contains("broke off", load.Message);
        Within.Unreachable(() => _ = _source.Tables);
        _proxies[0].Restore();
        Assert.Empty(Names());
        _source.Write("many", Many);
        var query = await Within.Fails<SourceException>(() => _source.Table("many").Collect(), _proxies[0].WhenReceived(4 * Megabyte, _proxies[0].Cut));
        Assert.Contains("broke off", query.Message);
        _proxies[0].Restore();
        Assert.Equal(Rows, _source.Table("many").Aggregate(("n", Agg.Count())).Value<long>("n"));
    }

    [ClickHouseFact]
    public async Task A_token_stops_waiting_for_a_connection_that_went_silent()
    {
        _source.Write("many", Many);
        foreach (var load in new[] { false, true })
        {
            using var stop = new CancellationTokenSource();
            void Silent()
            {
                _proxies[0].Stall();
                stop.CancelAfter(200);
            }

            if (load) await Within.Fails<OperationCanceledException>(() => _source.Write("partial", Many, cancellationToken: stop.Token), _proxies[0].WhenSent(4 * Megabyte, Silent));
            else await Within.Fails<OperationCanceledException>(() => _source.Table("many").Collect(stop.Token), _proxies[0].WhenReceived(4 * Megabyte, Silent));
            _proxies[0].Restore();
        }
        Assert.Equal(["many", "many_shard"], Names());
    }

    private string[] Names() => [.. _source.Tables.Text("table").ToStrings().Select(name => name!)];
}
