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
        if (!IsInstalled) return; // its tests are skipped
        var (code, output) = ServerProcess.Run("bash", Script(), "start", _folder);
        if (code != 0) throw new InvalidOperationException(output);
        Url = output.Split('\n').FirstOrDefault(line => line.StartsWith("clickhouse://", StringComparison.Ordinal)) ?? "";
    }

    public static bool IsInstalled { get; } = OperatingSystem.IsLinux() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
        .Any(folder => File.Exists(Path.Combine(folder, "clickhouse-server")));

    public string Url { get; } = "";

    /// <summary>Ends a shard at once, as a crash would.</summary>
    public void Kill(int shard)
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(_folder, $"shard{shard}", "pid")), CultureInfo.InvariantCulture));
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (IsInstalled) ServerProcess.Run("bash", Script(), "stop", _folder);
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private static string Script([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "tools", "clickhouse-cluster.sh"));
}
