using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Reading five million orders of six columns from a CSV file, against pandas' C engine with its date column named.</summary>
public sealed class CsvBenchmark : IBenchmark
{
    private const int Rows = 5_000_000;
    private static readonly string[] Channels = ["search", "email", "social", "direct", "display", "affiliate", "referral"];

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string Peer => "pandas";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["pandas"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var path = Write(folder);
        var size = new FileInfo(path).Length;
        yield return new BenchmarkCase($"5 M rows × 6 columns, {size / 1e6:0} MB", () =>
        {
            var orders = DataFrame.ReadCsv(path);
            var sum = 0.0;
            foreach (var amount in orders.Column<double>("amount").Span) sum += amount;
            return $"{orders.RowCount} rows, {sum:0.00}";
        }, "csv_read.py", [path], Threads: 2, Repeats: 3, Rate: (size / 1e6, "MB/s"));
    }

    private static string Write(string folder)
    {
        var rng = new Rng(5);
        var first = new DateTime(2020, 1, 1);
        var path = Path.Combine(folder, "orders.csv");
        using var file = new StreamWriter(path);
        file.Write("order_id,customer_id,order_date,channel,quantity,amount\n");
        for (var row = 0; row < Rows; row++)
            file.Write($"{row + 1},{rng.Next(1_000_000) + 1},{first.AddDays(rng.Next(1500)):yyyy-MM-dd},{Channels[rng.Next(Channels.Length)]},{rng.Next(9) + 1},{rng.NextGamma(2, 30):0.00}\n");
        return path;
    }
}
