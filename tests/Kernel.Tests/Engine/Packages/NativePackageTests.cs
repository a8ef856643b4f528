using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Tests.Engine.Packages;

/// <summary>A public package whose native library has to be found by P/Invoke: SQLite.</summary>
public sealed class NativePackageTests : IDisposable
{
    private readonly PackageFeed feed = new();

    [RegistryFact]
    public async Task A_packages_native_library_is_loaded()
    {
        using var session = new CSharpSession(new SessionOptions { PackageCache = feed.Cache });
        var sink = new RecordingSink();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await session.RunAsync("""
            #r "nuget: Microsoft.Data.Sqlite, 10.0.14"
            using Microsoft.Data.Sqlite;
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            var command = connection.CreateCommand();
            command.CommandText = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 10) select sum(i) from n";
            (long)command.ExecuteScalar()
            """, sink, limit.Token);
        Assert.True(sink.LastError is null, string.Join('\n', sink.LastError?.Traceback ?? []));
        Assert.Equal("55", sink.Value);
    }

    public void Dispose() => feed.Dispose();
}
