using System.Diagnostics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Runs cases with ours and the peer's turn alternating, so that both meet the same machine, and prints medians.</summary>
public static class Runner
{
    /// <summary>Prints one line a case: ours, the peer's, the ratio (above 1: ours is faster) and both results.</summary>
    public static void Run(IBenchmark benchmark, TextWriter output)
    {
        var found = benchmark.Modules.Count == 0 ? null : Peer.Find(benchmark.Modules);
        output.WriteLine(benchmark.Modules.Count == 0
            ? $"{benchmark.Name}: ours against {benchmark.Peer}, in this process"
            : found is { } f
            ? $"{benchmark.Name}: ours against {benchmark.Peer} {f.Version}"
            : $"{benchmark.Name}: peer absent: no python3 on PATH imports {string.Join(", ", benchmark.Modules)}; ours alone");
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            foreach (var work in benchmark.Cases(folder)) Run(work, found?.Python, benchmark.Peer, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(BenchmarkCase work, string? python, string peerName, TextWriter output)
    {
        using var peer = python is null || work.Theirs is not null ? null : Peer.Start(python, work);
        Func<(double Seconds, string Result)>? turn = peer is not null ? peer.Run : work.Theirs is { } theirWork ? () => Timed(theirWork) : null;
        var ours = new List<double>();
        var theirs = new List<double>();
        string result = "", peerResult = "";
        WarmUp(work.Ours);
        turn?.Invoke();
        for (var repeat = 0; repeat < work.Repeats; repeat++)
        {
            (var seconds, result) = Timed(work.Ours);
            var (peerSeconds, text) = turn?.Invoke() ?? (double.NaN, "");
            peerResult = text;
            ours.Add(seconds);
            theirs.Add(peerSeconds);
        }
        output.WriteLine($"  {work.Title}");
        output.WriteLine($"    ours {Text(Median(ours), work.Rate)}  ({result})");
        if (turn is null) return;
        output.WriteLine($"    {peerName} {Text(Median(theirs), work.Rate)}  ({peerResult})");
        output.WriteLine($"    {peerName}'s time / ours: {Median(theirs) / Median(ours):0.00}"
            + $"  (fastest of {work.Repeats}: {theirs.Min() / ours.Min():0.00})");
    }

    private static (double Seconds, string Result) Timed(Func<string> work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        var result = work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, result);
    }

    /// <summary>At least one run, then more for half a second: the compiler replaces its first, slow version of a method in the
    /// background.</summary>
    private static void WarmUp(Func<string> ours)
    {
        var start = Stopwatch.GetTimestamp();
        do ours();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 0.5);
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Text(double seconds, (double Work, string Unit)? rate) =>
        (seconds < 1 ? $"{seconds * 1e3:0.00} ms" : $"{seconds:0.000} s") + (rate is { } r ? $", {r.Work / seconds:0.0} {r.Unit}" : "");
}
