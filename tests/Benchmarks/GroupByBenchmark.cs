using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Group-by of ten million rows against pandas: by a text column of five values, and by a million integers.</summary>
public sealed class GroupByBenchmark : IBenchmark
{
    private const int Rows = 10_000_000;
    private const int Customers = 1_000_000;
    private static readonly string[] Channels = ["search", "email", "social", "affiliate", "direct"];

    /// <inheritdoc/>
    public string Name => "groupby";

    /// <inheritdoc/>
    public string Peer => "pandas";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["pandas", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var rng = new Rng(5);
        var data = Matrix.Create(Rows, 3, (_, column) => column switch
        {
            0 => rng.Next(Channels.Length),
            1 => rng.Next(Customers),
            _ => Math.Round(rng.NextGamma(2, 20), 2),
        });
        var file = Npy.Write(folder, "orders.npy", data);
        var channel = new TextColumn(Array.ConvertAll(data.Column(0), code => (int)code), Channels);
        var customer = new Column<long>(ColumnKind.Integer, Array.ConvertAll(data.Column(1), code => (long)code));
        var amount = new Column<double>(ColumnKind.Number, data.Column(2));
        foreach (var (key, title) in new[] { ("channel", "10 M rows, 5 text keys"), ("customer", "10 M rows, 1 M integer keys") })
            yield return new BenchmarkCase($"{title}: sum, mean, count", () =>
            {
                // A frame made anew: nothing is kept from the run before.
                var groups = DataFrame.FromColumns(("channel", channel), ("customer", customer), ("amount", amount)).GroupBy(key)
                    .Aggregate(("revenue", Agg.Sum("amount")), ("mean", Agg.Mean("amount")), ("orders", Agg.Count("amount")));
                var revenue = 0.0;
                foreach (var value in groups.Column<double>("revenue").Span) revenue += value;
                return $"{groups.RowCount} groups, {revenue:0.00}";
            }, "groupby.py", [file, key], Threads: 2);
    }
}
