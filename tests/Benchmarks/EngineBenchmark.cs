using System.Diagnostics;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Benchmarks;

/// <summary>The notebook engine with the whole library in scope, beside IPython with pandas imported.</summary>
public sealed class EngineBenchmark : IBenchmark
{
    /// <summary>The argument with which this program runs a first cell and ends.</summary>
    public const string FirstCell = "--first-cell";

    /// <inheritdoc/>
    public string Name => "engine";

    /// <inheritdoc/>
    public string Peer => "IPython";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["IPython", "pandas"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        yield return new BenchmarkCase("a new process up to the end of its first cell", () =>
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(EngineBenchmark).Assembly.Location, FirstCell]) { RedirectStandardOutput = true })!;
            var line = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return line;
        }, "engine.py", ["first"], Threads: 2);
        var session = new CSharpSession(NotebookJob.Session);
        var cell = 0;
        yield return new BenchmarkCase("a trivial cell in a session that runs",
            () => $"{session.RunAsync($"var x{++cell} = {cell}; x{cell} + 1", NullSink.Instance).GetAwaiter().GetResult().Status}", "engine.py", ["cell"], Repeats: 15);
    }

    /// <summary>Runs a first cell and prints how long it took in the started engine.</summary>
    public static async Task RunFirstCellAsync()
    {
        using var session = new CSharpSession(NotebookJob.Session);
        var clock = Stopwatch.StartNew();
        var result = await session.RunAsync("var frame = DataFrame.From(new[] { new { x = 1, y = 2.0 } }); frame.RowCount", NullSink.Instance);
        Console.WriteLine($"{result.Status}, the cell itself {clock.Elapsed.TotalSeconds:0.00} s");
    }
}
