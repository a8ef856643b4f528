using MarketingNotebooks.Data.Engines.DuckDb;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Sources;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>The way into DuckDB and out of it, ten million rows of six columns, and our group-by beside DuckDB's on a table in its own memory.</summary>
public sealed class DuckDbBenchmark : IBenchmark
{
    private const int Rows = 10_000_000;
    private static readonly string[] Channels = ["search", "email", "social", "affiliate", "direct"];

    /// <inheritdoc/>
    public string Name => "duckdb";

    /// <inheritdoc/>
    public string Peer => "DuckDB";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => [];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var orders = Orders();
        var database = DuckDbDatabase.Shared;
        (double, string) rate = (Rows / 1e6, "M rows/s");
        var source = Source.Open("duckdb:");
        source.Write("orders", orders, WriteMode.Overwrite);
        yield return new BenchmarkCase("frame written as a table, 10 M rows × 6 columns; theirs: a table copied", () =>
        {
            source.Write("orders", orders, WriteMode.Overwrite);
            return $"{database.Sql($"select count(*) as n from orders").Value<long>("n"):N0} rows";
        }, "", [], Repeats: 3, Rate: rate, Theirs: () => $"{database.Sql($"create or replace table again as select * from orders; select count(*) as n from again").Value<long>("n"):N0} rows");
        yield return new BenchmarkCase("frame to table in the frame's order, 10 M rows × 6 columns",
            () => $"{database.Sql($"create or replace table ordered as select * from {orders}; select count(*) as n from ordered").Value<long>("n"):N0} rows", "", [], Repeats: 3, Rate: rate);
        yield return new BenchmarkCase("frame scanned by an aggregate of all 6 columns",
            () => $"{database.Sql($"select max(order_id) a, max(customer) b, sum(amount) c, max(ordered) d, sum(sent_back::int) e, max(channel) f from {orders}").RowCount} row", "", [], Repeats: 3, Rate: rate);
        yield return new BenchmarkCase("table to frame, 10 M rows × 6 columns", () => $"{database.Sql($"select * from orders").RowCount:N0} rows", "", [], Repeats: 3, Rate: rate);
        yield return new BenchmarkCase("table to frame, 1 column of doubles", () => $"{database.Sql($"select amount from orders").RowCount:N0} rows", "", [], Repeats: 3, Rate: rate);
        foreach (var (key, title) in new[] { ("channel", "5 text keys"), ("customer", "1 M integer keys") })
            yield return new BenchmarkCase($"group-by of 10 M rows, {title}: sum, mean, count", () => Show(orders.Select(key, "amount").GroupBy(key)
                    .Aggregate(("revenue", Agg.Sum("amount")), ("mean", Agg.Mean("amount")), ("orders", Agg.Count("amount")))), "", [], Repeats: 3, Rate: rate,
                Theirs: () => Show(database.Sql($"select {new SqlName(key)}, sum(amount) as revenue, avg(amount) as mean, count(amount) as orders from orders group by 1")));
    }

    private static string Show(DataFrame groups)
    {
        var revenue = 0.0;
        foreach (var value in groups.Column<double>("revenue").Span) revenue += value;
        return $"{groups.RowCount} groups, {revenue:0.00}";
    }

    private static DataFrame Orders()
    {
        var rng = new Rng(5);
        var (ids, customers, times, amounts, returned, codes) = (new long[Rows], new long[Rows], new long[Rows], new double[Rows], new bool[Rows], new int[Rows]);
        for (var row = 0; row < Rows; row++)
        {
            ids[row] = row;
            customers[row] = rng.Next(1_000_000);
            times[row] = 1_700_000_000_000_000 + row * 1_000_000L;
            amounts[row] = Math.Round(rng.NextDouble() * 100, 2);
            returned[row] = rng.Next(20) == 0;
            codes[row] = rng.Next(Channels.Length);
        }
        return DataFrame.FromColumns(("order_id", new Column<long>(ColumnKind.Integer, ids)), ("customer", new Column<long>(ColumnKind.Integer, customers)),
            ("ordered", new Column<long>(ColumnKind.Timestamp, times)), ("amount", new Column<double>(ColumnKind.Number, amounts)),
            ("sent_back", new Column<bool>(ColumnKind.Boolean, returned)), ("channel", new TextColumn(codes, Channels)));
    }
}
