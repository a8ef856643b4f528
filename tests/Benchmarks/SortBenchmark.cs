using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Sorting ten million rows against pandas: by amounts of two decimals, by numbers of all digits, and by text and an integer.</summary>
public sealed class SortBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "sort";

    /// <inheritdoc/>
    public string Peer => "pandas";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["pandas", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var orders = new BenchmarkOrders(folder);
        foreach (var (keys, title) in new (SortKey[], string)[]
        {
            (["amount"], "10 M rows × 5 by amounts of two decimals"),
            (["weight"], "10 M rows × 5 by random doubles"),
            (["channel", Sort.Desc("customer")], "10 M rows × 5 by text (5 values), then descending integers"),
        })
            yield return new BenchmarkCase(title, () =>
            {
                var sorted = orders.Frame().OrderBy(keys);
                return $"{sorted.Column<double>("amount").Span[1_000_000]:0.00}";
            }, "sort.py", [orders.File, string.Join(',', keys.Select(key => (key.Descending ? "-" : "") + key.Column))], Threads: 2, Repeats: 3);
    }
}
