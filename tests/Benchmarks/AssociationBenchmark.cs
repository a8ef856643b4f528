using MarketingNotebooks.Learning.Association;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Frequent itemsets: Groceries at support 0.001, and 33,841 × 1,587 baskets at 0.005, against Eclat written in NumPy.</summary>
/// <remarks>No published implementation can be installed from Debian, so the peer is plain. For scale, published for a matrix of the same size and
/// support, on other data and another machine: mlxtend 115 s, Borgelt's C code 0.149 s.</remarks>
public sealed class AssociationBenchmark : IBenchmark
{
    private const int Baskets = 33_841, Items = 1_587;

    /// <inheritdoc/>
    public string Name => "association";

    /// <inheritdoc/>
    public string Peer => "Eclat in NumPy";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var groceries = Path.Combine(Environment.GetEnvironmentVariable("MARKETING_NOTEBOOKS_DATA") ?? "", "groceries", "groceries.csv");
        if (File.Exists(groceries))
        {
            var read = BasketSet.From(File.ReadLines(groceries).Select(line => line.Split(',').AsEnumerable()));
            foreach (var work in Of("Groceries, 9,835 × 169, support 0.001", read, 0.001, folder)) yield return work;
        }
        foreach (var work in Of("synthetic, 33,841 × 1,587 (Zipf popularity, 8 items a basket, planted bundles), support 0.005", Synthetic(), 0.005, folder)) yield return work;
    }

    private static IEnumerable<BenchmarkCase> Of(string title, BasketSet baskets, double support, string folder)
    {
        var file = Path.Combine(folder, $"{baskets.Count}.txt");
        File.WriteAllLines(file, Enumerable.Range(0, baskets.Count).Select(basket => string.Join(' ', baskets[basket].ToArray())));
        foreach (var (algorithm, threads) in new[] { (ItemsetAlgorithm.Eclat, 1), (ItemsetAlgorithm.Eclat, 2), (ItemsetAlgorithm.FpGrowth, 1), (ItemsetAlgorithm.FpGrowth, 2), (ItemsetAlgorithm.Apriori, 1) })
        {
            yield return new BenchmarkCase($"{title}, {algorithm}, {threads} thread{(threads > 1 ? "s" : "")}", () =>
                $"{FrequentItemsets.Mine(baskets, new() { MinSupport = support, Algorithm = algorithm, Threads = threads }).Count:N0} itemsets", "association.py", [file, $"{support}"], Repeats: 5);
        }
    }

    /// <summary>Items drawn by Zipf's law, 8 a basket on average; one basket in three holds one of 40 bundles of 2 to 5 items as well.</summary>
    private static BasketSet Synthetic()
    {
        var rng = new Rng(33_841);
        var popularity = new AliasTable([.. Enumerable.Range(1, Items).Select(rank => 1.0 / Math.Pow(rank, 0.85))]);
        var bundles = Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, rng.Next(2, 6)).Select(_ => rng.Next(Items)).ToArray()).ToArray();
        var (rows, items) = (new List<int>(), new List<int>());
        for (var basket = 0; basket < Baskets; basket++)
        {
            var held = Enumerable.Range(0, 1 + rng.NextPoisson(7)).Select(_ => popularity.Next(rng)).ToList();
            if (rng.NextBool(1.0 / 3)) held.AddRange(bundles[rng.Next(bundles.Length)]);
            foreach (var item in held)
            {
                rows.Add(basket);
                items.Add(item);
            }
        }
        return BasketSet.FromCodes(Baskets, [.. rows], [.. items], [.. Enumerable.Range(0, Items).Select(item => $"item {item:0000}")]);
    }
}
