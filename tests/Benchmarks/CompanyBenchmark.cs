using MarketingNotebooks.Data.Datasets;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Writing the simulated company, all tables and the truth, with all processors against one thread.</summary>
public sealed class CompanyBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "company";

    /// <inheritdoc/>
    public string Peer => "one thread";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => [];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        foreach (var customers in new[] { 4_000, 100_000 })
        {
            yield return new BenchmarkCase($"{customers:N0} customers, {Company.TableNames.Count} tables, {Environment.ProcessorCount} threads",
                () => Write(customers, null), "", [], Repeats: 3, Rate: (customers, "customers/s"), Theirs: () => Write(customers, 1));
        }

        string Write(int customers, int? threads)
        {
            var files = Company.Write(Path.Combine(folder, "company"), new CompanyOptions { Customers = customers, Threads = threads });
            return $"{files.Sum(path => new FileInfo(path).Length) / 1e6:0.0} MB, {Environment.WorkingSet / 1e6:0} MB in memory";
        }
    }
}
