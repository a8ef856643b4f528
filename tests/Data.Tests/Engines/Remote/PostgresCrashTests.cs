using System.Diagnostics;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A server that dies: a clear error soon, and no partial table.</summary>
public sealed class PostgresCrashTests
{
    [PostgresFact]
    public async Task A_server_killed_in_the_middle_is_an_error_within_five_seconds()
    {
        using var server = new PostgresServer();
        using var source = Source.Open(server.Url);
        var many = DataFrame.FromColumns(("a", new Column<long>(ColumnKind.Integer, new long[20_000_000])));
        source.Write("before", many.Head(100_000));
        var cross = source.Table("before").Join(source.Table("before"), "a").Aggregate(("n", Agg.Count()));

        var query = Task.Run(() => cross.Collect());
        var load = Task.Run(() => source.Write("partial", many));
        await Task.Delay(700);
        server.Kill();
        var watch = Stopwatch.StartNew();
        Assert.Contains("127.0.0.1", (await Assert.ThrowsAsync<SourceException>(() => query)).Message);
        Assert.Contains("127.0.0.1", (await Assert.ThrowsAsync<SourceException>(() => load)).Message);
        var dead = Assert.Throws<SourceException>(() => source.Table("before").RowCount);
        Assert.Contains("cannot be reached", dead.Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");

        server.Start();
        Assert.DoesNotContain("partial", source.Tables.Text("table").ToStrings());
        Assert.Equal(100_000, source.Table("before").RowCount);
    }
}
