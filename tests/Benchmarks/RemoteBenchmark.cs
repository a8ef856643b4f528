using System.Diagnostics;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Frames into databases and out of them. ClickHouse: a cluster of two shards that tools/clickhouse-cluster.sh starts for the run, or the one
/// whose address is in <c>MN_BENCH_CLICKHOUSE</c>; PostgreSQL: the server whose address is in <c>MN_BENCH_POSTGRES</c>. A database without one is left out.
/// The peers only throw the bytes away: curl on the same statement and format, psql's binary COPY (<c>MN_BENCH_POSTGRES_LIBPQ</c> is its connection).</summary>
public sealed class RemoteBenchmark : IBenchmark
{
    private const int Rows = 5_000_000;

    /// <inheritdoc/>
    public string Name => "remote";

    /// <inheritdoc/>
    public string Peer => "the database's client";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => [];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var orders = Orders();
        (double, string) rate = (Rows / 1e6, "M rows/s");
        using (var cluster = BenchmarkCluster.Start(folder))
        {
            if (cluster is not null)
            {
                using var source = Source.Open(cluster.Address);
                var curl = $"http://{new Uri(cluster.Address.Split(',')[0]).Authority.Split('@')[^1]}/?query=select%20*%20from%20bench%20format%20Native";
                yield return new BenchmarkCase("ClickHouse, frame to two shards, 5 M rows × 3", () => Write(source, orders), "", [], Repeats: 3, Rate: rate);
                yield return new BenchmarkCase("ClickHouse, two shards to frame, 5 M rows × 3", () => $"{source.Table("bench").Collect().RowCount:N0} rows", "", [], Repeats: 5, Rate: rate,
                    Theirs: () => Client("curl", "-s", curl));
                yield return new BenchmarkCase("ClickHouse, one shard to frame, 2.5 M rows × 3", () => $"{source.Table("bench_shard").Collect().RowCount:N0} rows", "", [], Repeats: 5, Rate: (Rows / 2e6, "M rows/s"),
                    Theirs: () => Client("curl", "-s", curl.Replace("bench", "bench_shard", StringComparison.Ordinal)));
                yield return new BenchmarkCase("ClickHouse, group-by on the shards, 5 M rows, 100,000 keys", () => $"{source.Table("bench").GroupBy("customer").Aggregate(("s", Agg.Sum("amount"))).Collect().RowCount:N0} groups", "", [], Repeats: 3, Rate: rate);
            }
        }
        if (Environment.GetEnvironmentVariable("MN_BENCH_POSTGRES") is { Length: > 0 } postgres)
        {
            var source = Source.Open(postgres);
            var psql = Environment.GetEnvironmentVariable("MN_BENCH_POSTGRES_LIBPQ");
            yield return new BenchmarkCase("PostgreSQL, frame to table, 5 M rows × 3", () => Write(source, orders), "", [], Repeats: 2, Rate: rate);
            yield return new BenchmarkCase("PostgreSQL, table to frame, 5 M rows × 3", () => $"{source.Table("bench").Collect().RowCount:N0} rows", "", [], Repeats: 3, Rate: rate,
                Theirs: psql is null ? null : () => Client("psql", psql, "-c", "copy bench to stdout (format binary)"));
        }
    }

    private static string Write(Source source, DataFrame frame)
    {
        source.Write("bench", frame, WriteMode.Overwrite);
        return $"{frame.RowCount:N0} rows";
    }

    private static string Client(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var (bytes, buffer) = (0L, new byte[1 << 20]);
        while (process.StandardOutput.BaseStream.Read(buffer) is > 0 and var read) bytes += read;
        process.WaitForExit();
        return $"{bytes / 1e6:0} MB";
    }

    private static DataFrame Orders()
    {
        var rng = new Rng(5);
        var (customers, amounts, times) = (new long[Rows], new double[Rows], new long[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            customers[row] = rng.Next(100_000);
            times[row] = 1_700_000_000_000_000 + row * 1_000_000L;
            amounts[row] = Math.Round(rng.NextDouble() * 100, 2);
        }
        return DataFrame.FromColumns(("customer", new Column<long>(ColumnKind.Integer, customers)), ("amount", new Column<double>(ColumnKind.Number, amounts)),
            ("ordered", new Column<long>(ColumnKind.Timestamp, times)));
    }
}
