using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A cluster of two shards of its own for the tests, started by the script that users have too.</summary>
public sealed class ClickHouseCluster : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mn-clickhouse-").FullName;

    public ClickHouseCluster()
    {
        if (!OperatingSystem.IsLinux())
        {
            Missing = "ClickHouse's server runs on Linux.";
            return;
        }
        var (code, output) = ServerProcess.Run("bash", Script(), "start", _folder);
        if (code == 3) Missing = "ClickHouse's server is not installed (Debian: clickhouse-server).";
        else if (code != 0) throw new InvalidOperationException(output);
        Url = output.Split('\n').FirstOrDefault(line => line.StartsWith("clickhouse://", StringComparison.Ordinal)) ?? "";
    }

    /// <summary>Why there is no cluster; null when there is one.</summary>
    public string? Missing { get; }

    public string Url { get; } = "";

    /// <summary>Ends a shard at once, as a crash would.</summary>
    public void Kill(int shard)
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(_folder, $"shard{shard}", "pid")), CultureInfo.InvariantCulture));
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose() => ServerProcess.Run("bash", Script(), "stop", _folder);

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "tools", "clickhouse-cluster.sh"));
}
