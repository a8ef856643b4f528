using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Windows over ten million rows of a million customers in order of days, against pandas.</summary>
public sealed class WindowBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "window";

    /// <inheritdoc/>
    public string Peer => "pandas";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["pandas", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var orders = new BenchmarkOrders(folder);
        yield return new BenchmarkCase("10 M rows: lag and running sum by customer, in order of day", () =>
        {
            var frame = orders.Frame().With(
                ("gap", c => c["day"] - c["day"].Lag().Over(partition: "customer", order: "day")),
                ("spent", c => c["amount"].RunningSum().Over(partition: "customer", order: "day")));
            return $"{frame.Column<long>("gap").NullCount} customers, {frame.Column<double>("spent").Span[5_000_000]:0.00}";
        }, "window.py", [orders.File, "customer"], Threads: 2, Repeats: 3);
        yield return new BenchmarkCase("10 M rows: moving mean of 28 by channel, in order of day", () =>
        {
            var frame = orders.Frame().With(("mean", c => c["amount"].MovingMean(28).Over(partition: "channel", order: "day")));
            return $"{frame.Column<double>("mean").Span[5_000_000]:0.00}";
        }, "window.py", [orders.File, "channel"], Threads: 2, Repeats: 3);
    }
}
