using System.Diagnostics;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Frames into databases and out of them: addresses from <c>MN_BENCH_CLICKHOUSE</c> (e.g. what tools/clickhouse-cluster.sh prints) and
/// <c>MN_BENCH_POSTGRES</c>; a database without one is left out. The peers are the databases' own clients, which only throw the rows away.</summary>
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
        if (Environment.GetEnvironmentVariable("MN_BENCH_CLICKHOUSE") is { Length: > 0 } clickhouse)
        {
            var source = Source.Open(clickhouse);
            var port = Environment.GetEnvironmentVariable("MN_BENCH_CLICKHOUSE_TCP");
            yield return new BenchmarkCase("ClickHouse, frame to tables, 5 M rows × 3", () => Write(source, orders), "", [], Repeats: 3, Rate: rate);
            yield return new BenchmarkCase("ClickHouse, tables to frame, 5 M rows × 3", () => $"{source.Table("bench").Collect().RowCount:N0} rows", "", [], Repeats: 3, Rate: rate,
                Theirs: port is null ? null : () => Client("clickhouse-client", "--port", port, "--query", "select * from bench format Native"));
            yield return new BenchmarkCase("ClickHouse, group-by on the shards, 100,000 keys", () => $"{source.Table("bench").GroupBy("customer").Aggregate(("s", Agg.Sum("amount"))).Collect().RowCount:N0} groups", "", [], Repeats: 3, Rate: rate);
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
