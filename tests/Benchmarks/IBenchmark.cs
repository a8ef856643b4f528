namespace MarketingNotebooks.Benchmarks;

/// <summary>One comparison with a peer. Every public class here that implements this is found and run: add a file, nothing else.</summary>
public interface IBenchmark
{
    /// <summary>What to type to run this one, e.g. <c>kmeans</c>.</summary>
    string Name { get; }

    /// <summary>The peer as shown, e.g. <c>scikit-learn</c>.</summary>
    string Peer { get; }

    /// <summary>Modules that the peer's Python must be able to import; the first also tells its version. Empty: the peer lives in this process.</summary>
    IReadOnlyList<string> Modules { get; }

    /// <summary>The cases. Data for both sides is written to <paramref name="folder"/>, outside anything timed.</summary>
    IEnumerable<BenchmarkCase> Cases(string folder);
}

/// <summary>One timed piece of work, ours and the peer's.</summary>
/// <param name="Title">Size and settings, e.g. <c>100,000 × 16, k = 20, 1 thread</c>.</param>
/// <param name="Ours">Does the work once and returns a short result to show beside the peer's, e.g. the inertia.</param>
/// <param name="Script">File in <c>peers/</c>; see <c>peers/peer.py</c> for how it is asked to run.</param>
/// <param name="Arguments">The script's arguments.</param>
/// <param name="Threads">Threads that the peer's native libraries may use.</param>
/// <param name="Repeats">Timed runs of each side, alternating, after a warm-up that is not counted.</param>
/// <param name="Rate">Work done a run and its unit, e.g. (2.1, "GFLOP/s"), to show a rate as well; null for times only.</param>
/// <param name="Theirs">The peer's work, where it lives in this process; null for work without a peer, or with one in <paramref name="Script"/>.</param>
public sealed record BenchmarkCase(string Title, Func<string> Ours, string Script, IReadOnlyList<string> Arguments, int Threads = 1,
    int Repeats = 5, (double Work, string Unit)? Rate = null, Func<string>? Theirs = null);
