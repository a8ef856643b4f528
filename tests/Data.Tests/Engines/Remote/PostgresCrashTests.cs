using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A server that dies, a connection that is cut or goes silent, in the middle of a query or a load: a clear error soon, and no partial table.</summary>
public sealed class PostgresCrashTests : IDisposable
{
    private const int Megabyte = 1 << 20;
    private static readonly DataFrame Many = DataFrame.FromColumns(("a", new Column<long>(ColumnKind.Integer, new long[3_000_000])));
    private readonly PostgresServer _server = new();
    private readonly LoopbackProxy _proxy;
    private readonly Source _source;

    public PostgresCrashTests()
    {
        _proxy = new LoopbackProxy(_server.Port);
        _source = Source.Open(_server.UrlAt(_proxy.Port));
    }

    public void Dispose()
    {
        _source.Dispose();
        _proxy.Dispose();
        _server.Dispose();
    }

    [PostgresFact]
    public async Task A_server_killed_in_the_middle_of_a_load_leaves_no_table()
    {
        _source.Write("before", Many.Head(1000));
        var error = await Within.Fails<SourceException>(() => _source.Write("partial", Many), _proxy.WhenSent(8 * Megabyte, _server.Kill));
        Assert.Contains("broke off", error.Message);
        Within.Unreachable(() => _ = _source.Tables);
        using var direct = Source.Open(_server.Url);
        Assert.Contains("cannot be reached", Within.Unreachable(() => _ = direct.Tables).Message);
        _server.Start();
        Assert.Equal("before", Assert.Single(_source.Tables.Text("table").ToStrings()));
        Assert.Equal(1000, _source.Table("before").RowCount);
    }

    [PostgresFact]
    public async Task A_server_killed_in_the_middle_of_an_append_leaves_the_table_as_it_was()
    {
        _source.Write("grows", Many.Head(1000));
        await Within.Fails<SourceException>(() => _source.Write("grows", Many, WriteMode.Append), _proxy.WhenSent(8 * Megabyte, _server.Kill));
        _server.Start();
        Assert.Equal(1000, _source.Table("grows").RowCount);
    }

    [PostgresFact]
    public async Task A_server_killed_in_the_middle_of_a_result_is_an_error()
    {
        _source.Write("many", Many);
        var error = await Within.Fails<SourceException>(() => _source.Table("many").Collect(), _proxy.WhenReceived(8 * Megabyte, _server.Kill));
        Assert.Contains("broke off", error.Message);
    }

    [PostgresFact]
    public async Task A_server_killed_while_it_computes_is_an_error()
    {
        _source.Write("many", Many.Head(100_000));
        var endless = _source.Table("many").Join(_source.Table("many"), "a").Aggregate(("n", Agg.Count())); // ten thousand million pairs
        var sent = _proxy.WhenSent(100, () => { });
        var killed = sent.ContinueWith(async _ => { await Task.Delay(400); _server.Kill(); }, TaskScheduler.Default).Unwrap();
        var error = await Within.Fails<SourceException>(() => endless.Collect(), killed);
        Assert.Contains("broke off", error.Message);
    }

    [PostgresFact]
    public async Task A_cut_connection_is_an_error_and_the_next_statement_connects_anew()
    {
        var load = await Within.Fails<SourceException>(() => _source.Write("partial", Many), _proxy.WhenSent(8 * Megabyte, _proxy.Cut));
        Assert.Contains("broke off", load.Message);
        Within.Unreachable(() => _ = _source.Tables);
        _proxy.Restore();
        Assert.Equal(0, _source.Tables.RowCount);
        _source.Write("many", Many);
        var query = await Within.Fails<SourceException>(() => _source.Table("many").Collect(), _proxy.WhenReceived(8 * Megabyte, _proxy.Cut));
        Assert.Contains("broke off", query.Message);
        _proxy.Restore();
        Assert.Equal(3_000_000, _source.Table("many").Aggregate(("n", Agg.Count())).Value<long>("n"));
    }

    [PostgresFact]
    public async Task A_token_stops_waiting_for_a_connection_that_went_silent()
    {
        _source.Write("many", Many);
        using var stop = new CancellationTokenSource();
        void Silent()
        {
            _proxy.Stall();
            stop.CancelAfter(200);
        }

        await Within.Fails<OperationCanceledException>(() => _source.Table("many").Collect(stop.Token), _proxy.WhenReceived(8 * Megabyte, Silent));
        _proxy.Restore();
        using var stopLoad = new CancellationTokenSource();
        await Within.Fails<OperationCanceledException>(() => _source.Write("partial", Many, cancellationToken: stopLoad.Token), _proxy.WhenSent(8 * Megabyte, () =>
        {
            _proxy.Stall();
            stopLoad.CancelAfter(200);
        }));
        _proxy.Restore();
        Assert.Equal("many", Assert.Single(_source.Tables.Text("table").ToStrings()));
    }
}
