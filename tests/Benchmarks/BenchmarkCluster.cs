using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Benchmarks;

/// <summary>A ClickHouse cluster for one run of the benchmarks.</summary>
internal sealed class BenchmarkCluster : IDisposable
{
    private readonly string? _folder;

    private BenchmarkCluster(string address, string? folder) => (Address, _folder) = (address, folder);

    /// <summary>The address for Source.Open.</summary>
    public string Address { get; }

    /// <summary>The cluster that <c>MN_BENCH_CLICKHOUSE</c> names, else one started in a folder; null where ClickHouse's server is not installed.</summary>
    /// <param name="folder">Where its data may go.</param>
    public static BenchmarkCluster? Start(string folder)
    {
        if (Environment.GetEnvironmentVariable("MN_BENCH_CLICKHOUSE") is { Length: > 0 } address) return new BenchmarkCluster(address, null);
        if (!OperatingSystem.IsLinux()) return null;
        var home = Path.Combine(folder, "clickhouse");
        return Script("start", home).Split('\n').FirstOrDefault(line => line.StartsWith("clickhouse://", StringComparison.Ordinal)) is { } started ? new BenchmarkCluster(started, home) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is not null) Script("stop", _folder);
    }

    private static string Script(string command, string folder, [CallerFilePath] string here = "")
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "tools", "clickhouse-cluster.sh"));
        using var process = Process.Start(new ProcessStartInfo("bash", [script, command, folder]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
