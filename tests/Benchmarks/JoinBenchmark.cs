using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Joins ten million orders with a million customers, against pandas.</summary>
public sealed class JoinBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "join";

    /// <inheritdoc/>
    public string Peer => "pandas";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["pandas", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        const int customers = 1_000_000;
        var orders = new BenchmarkOrders(folder);
        var rng = new Rng(6);
        var key = Enumerable.Range(0, customers).Select(id => (long)id).OrderBy(_ => rng.NextDouble()).ToArray();
        var people = DataFrame.FromColumns(("customer", new Column<long>(ColumnKind.Integer, key)), ("age", new Column<double>(ColumnKind.Number, [.. key.Select(id => 18.0 + id % 60)])));
        yield return new BenchmarkCase("10 M rows look up 1 M customers", () =>
        {
            var joined = orders.Frame().Join(people, on: "customer", how: Join.Left, expect: Match.ManyToOne).Select("amount", "age");
            return $"{joined.RowCount} rows, age {joined.Column<double>("age").Span[5_000_000]}";
        }, "join.py", [orders.File], Threads: 2, Repeats: 3);
    }
}
