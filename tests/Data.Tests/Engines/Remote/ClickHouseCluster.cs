using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A cluster of two shards of its own for the tests, started by the script that users have too.</summary>
public sealed class ClickHouseCluster : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mn-clickhouse-").FullName;
    private readonly string _ports = "";

    public ClickHouseCluster()
    {
        if (!IsInstalled) return; // its tests are skipped
        _ports = string.Join(' ', Enumerable.Range(0, 4).Select(_ => ServerPort.Take()));
        Url = Script("start").Split('\n').First(line => line.StartsWith("clickhouse://", StringComparison.Ordinal));
        Ports = [.. File.ReadAllText(Path.Combine(_folder, "ports")).Split(' ').Where((_, i) => i % 2 == 0).Select(port => int.Parse(port, CultureInfo.InvariantCulture))];
    }

    public static bool IsInstalled { get; } = OperatingSystem.IsLinux() && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/sbin")
        .Any(folder => File.Exists(Path.Combine(folder, "clickhouse-server")));

    public string Url { get; } = "clickhouse://127.0.0.1:1";

    /// <summary>The HTTP ports of the shards.</summary>
    public IReadOnlyList<int> Ports { get; } = [1, 1];

    /// <summary>The address of the servers behind proxies' ports.</summary>
    public string UrlAt(params int[] ports) => $"clickhouse://default@{string.Join(",", ports.Select(port => $"127.0.0.1:{port}"))}/default?cluster=two_shards";

    /// <summary>Ends a shard, counted from 1, at once, as a crash would.</summary>
    public void Kill(int shard)
    {
        using var process = Process.GetProcessById(int.Parse(File.ReadAllText(Path.Combine(_folder, $"shard{shard}", "pid")), CultureInfo.InvariantCulture));
        process.Kill();
        while (ServerProcess.Listens(Ports[shard - 1])) Thread.Sleep(10); // it is not this process's child to wait for
    }

    /// <summary>Starts a shard that was killed.</summary>
    public void Start(int shard) => Script("restart", $"{shard}");

    /// <summary>A user beside "default", who may connect from this machine; returns when both servers know it.</summary>
    public void AddUser(string name, string password)
    {
        foreach (var shard in new[] { 1, 2 })
        {
            var file = Path.Combine(_folder, $"shard{shard}", "users.xml");
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(password)));
            File.WriteAllText(file, File.ReadAllText(file).Replace("<users>", $"<users><{name}><password_sha256_hex>{hash}</password_sha256_hex><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></{name}>", StringComparison.Ordinal));
            Kill(shard);
            Start(shard);
        }
    }

    /// <summary>What both servers have logged.</summary>
    public string Logs() => string.Concat(new[] { 1, 2 }.SelectMany(shard => Directory.GetFiles(Path.Combine(_folder, $"shard{shard}")).Where(file => Path.GetFileName(file) is "log" or "errors" or "out")).Select(File.ReadAllText));

    public void Dispose()
    {
        if (IsInstalled) Script("stop");
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    private string Script(string command, params string[] rest)
    {
        var (code, output) = ServerProcess.Run("env", ["MN_CLICKHOUSE_PORTS=" + _ports, "bash", ScriptFile(), command, _folder, .. rest]);
        return code == 0 ? output : throw new InvalidOperationException(output);
    }

    private static string ScriptFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "tools", "clickhouse-cluster.sh"));
}
