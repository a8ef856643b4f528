using System.Diagnostics;
using MarketingNotebooks.Data.Sources;

namespace MarketingNotebooks.Data.Tests.Engines.Remote;

/// <summary>A PostgreSQL server of its own for the tests, on loopback, in a folder that is removed with it.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string Variable = "MN_TEST_PG_PASSWORD";
    public const string Password = "geheim/p@ss:wört'";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _folder = Directory.CreateTempSubdirectory("mn-postgres-").FullName;
    private Process? _process;

    public PostgresServer()
    {
        if (Binaries is null) return; // its tests are skipped
        Port = ServerPort.Take();
        Environment.SetEnvironmentVariable(Variable, Password);
        var passwords = Path.Combine(_folder, "password");
        File.WriteAllText(passwords, Password + "\n");
        if (Environment.UserName == "root") ServerProcess.Run("chown", "-R", "postgres", _folder);
        var (program, arguments) = ServerProcess.As("postgres", Path.Combine(Binaries, "initdb"), "-D", Data, "-U", "tester", "-A", "scram-sha-256", "--pwfile=" + passwords, "-E", "UTF8", "--locale=C.UTF-8", "-N");
        if (ServerProcess.Run(program, arguments) is { Code: not 0 } failed) throw new InvalidOperationException("initdb: " + failed.Output);
        Start();
    }

    /// <summary>The folder of the newest server's programs; null where none is installed.</summary>
    public static string? Binaries { get; } = !Directory.Exists("/usr/lib/postgresql") ? null : Directory.GetDirectories("/usr/lib/postgresql")
        .Select(folder => Path.Combine(folder, "bin")).Where(folder => File.Exists(Path.Combine(folder, "postgres"))).Order(StringComparer.Ordinal).LastOrDefault();

    public int Port { get; }

    public string Url => UrlAt(Port);

    /// <summary>The address of the server behind a proxy's port.</summary>
    public string UrlAt(int port) => $"pg://tester:${Variable}@127.0.0.1:{port}/postgres";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Starts it, again and again for a minute: children of a server that was just killed may still hold its memory.</summary>
    public void Start()
    {
        for (var wait = Stopwatch.StartNew(); !TryStart();)
        {
            _process!.Dispose();
            Assert.True(wait.Elapsed < Patience, "The server ends as soon as it is started.");
        }
    }

    /// <summary>True once it answers, false when it has ended.</summary>
    private bool TryStart()
    {
        var (program, arguments) = ServerProcess.As("postgres", Path.Combine(Binaries!, "postgres"), "-D", Data, "-p", $"{Port}", "-k", _folder, "-h", "127.0.0.1", "-F");
        _process = ServerProcess.Start(program, arguments);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        for (var wait = Stopwatch.StartNew(); ; Thread.Sleep(50))
        {
            try
            {
                using var source = Source.Open(Url);
                _ = source.Tables;
                return true;
            }
            catch (SourceException) when (wait.Elapsed < Patience)
            {
                if (_process.HasExited) return false;
            }
        }
    }

    /// <summary>Ends the server at once, as a crash would.</summary>
    public void Kill()
    {
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A child of the server may still be closing a file.
        }
    }
}
