using System.Diagnostics;
using System.Globalization;

namespace MarketingNotebooks.Benchmarks;

/// <summary>A peer's process: it loads its data once, then does one timed run each time it is asked.</summary>
public sealed class Peer : IDisposable
{
    private readonly Process _process;

    private Peer(Process process) => _process = process;

    /// <summary>The first Python that can import all modules, with the first module's version; null when there is none.</summary>
    public static (string Python, string Version)? Find(IReadOnlyList<string> modules)
    {
        foreach (var python in Candidates())
        {
            var code = $"import {string.Join(", ", modules)}; print({modules[0]}.__version__)";
            using var probe = Process.Start(new ProcessStartInfo(python, ["-c", code])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            if (probe is null) continue;
            var version = probe.StandardOutput.ReadToEnd().Trim();
            probe.WaitForExit();
            if (probe.ExitCode == 0) return (python, version);
        }
        return null;
    }

    private static IEnumerable<string> Candidates() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
        .Select(folder => Path.Combine(folder, "python3")).Distinct().Where(File.Exists);

    /// <summary>Starts the script; returns when its data is loaded.</summary>
    public static Peer Start(string python, BenchmarkCase work)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers", work.Script);
        var start = new ProcessStartInfo(python, [script, .. work.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var name in (string[])["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"])
            start.Environment[name] = work.Threads.ToString(CultureInfo.InvariantCulture);
        var peer = new Peer(Process.Start(start)!);
        peer.Expect("ready");
        return peer;
    }

    /// <summary>One run: its seconds, as the peer measured them, and its result.</summary>
    public (double Seconds, string Result) Run()
    {
        _process.StandardInput.WriteLine("run");
        _process.StandardInput.Flush();
        var parts = Expect("done").Split('\t');
        return (double.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
    }

    private string Expect(string word)
    {
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peer ended without an answer.");
        return line.StartsWith(word, StringComparison.Ordinal)
            ? line
            : throw new InvalidOperationException($"The peer should have said '{word}'. Got '{line}'.");
    }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(5000)) _process.Kill();
        _process.Dispose();
    }
}
