using System.Diagnostics;
using MarketingNotebooks.Workbench;

namespace MarketingNotebooks.Benchmarks;

/// <summary>The Jupyter kernel, installed as users install it, beside ipykernel; one Python front end drives both.</summary>
public sealed class KernelBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "kernel";

    /// <inheritdoc/>
    public string Peer => "ipykernel";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["ipykernel", "jupyter_client"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        if (Benchmarks.Peer.Find(Modules) is not { } found) yield break; // A kernel without a front end has nothing to measure.
        Install(folder);
        foreach (var (title, script, ours, theirs, repeats) in (IEnumerable<(string, string, string, string, int)>)
        [
            ("from starting the kernel to its first result", "start", "1 + 1", "1 + 1", 7),
            ("100 trivial cells, one after the other", "cells", "1 + 1", "1 + 1", 7),
            ("100,000 lines printed by one cell", "once", "for (var i = 0; i < 100_000; i++) Console.WriteLine(i);", "for i in range(100_000): print(i)", 5),
        ])
        {
            BenchmarkCase Case(Func<string> work, string kernel, string code) => new(title, work, "kernel.py", [script, kernel, code], Repeats: repeats);
            using var kernel = Benchmarks.Peer.Start(found.Python, Case(() => "", "marketing-notebooks", ours));
            yield return Case(() => kernel.Run().Result, "python3", theirs);
        }
    }

    private static void Install(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, "kernel", "install", "--prefix", folder]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != ExitCode.Ok) throw new InvalidOperationException("The kernel could not be installed; see above.");
        Environment.SetEnvironmentVariable("JUPYTER_PATH", Path.Combine(folder, "share", "jupyter"));
    }
}
