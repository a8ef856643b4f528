using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>DBSCAN of 100,000 × 2 against scikit-learn at the same radius, with the memory that each took beside its input.</summary>
/// <remarks>Ours: all bytes allocated in a run, freed ones too, so at least the peak. The peer's: its process's peak resident
/// size above that with the rows loaded.</remarks>
public sealed class DbscanBenchmark : IBenchmark
{
    private const int Rows = 100_000, MinPoints = 10;

    /// <inheritdoc/>
    public string Name => "dbscan";

    /// <inheritdoc/>
    public string Peer => "scikit-learn";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["sklearn", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        foreach (var columns in new[] { 2, 5 })
        {
            var data = GroupsAndNoise(columns);
            var file = Npy.Write(folder, $"dbscan{columns}.npy", data);
            foreach (var (epsilon, kind) in columns == 2 ? [(0.1, "few neighbours"), (0.236, "where NeighborDistances bends"), (0.4, "more neighbours"), (1.0, "many neighbours")] : new[] { (1.0, "few neighbours") })
            {
                foreach (var threads in columns == 2 ? new[] { 1, 2 } : [1])
                {
                    var options = new DbscanOptions { Epsilon = epsilon, MinPoints = MinPoints, Threads = threads };
                    yield return new BenchmarkCase($"{Rows:N0} × {columns}, ε = {epsilon}, {kind}, {threads} thread{(threads > 1 ? "s" : "")}",
                        () => Fit(data, options), "dbscan.py", [file, $"{epsilon}", $"{MinPoints}", $"{threads}"], threads, Repeats: 3);
                }
            }
        }
    }

    private static string Fit(Matrix data, DbscanOptions options)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var model = Dbscan.Fit(data, options);
        return $"{model.Clusters} clusters, {model.NoiseCount} noise, {(GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6:0.0} MB";
    }

    /// <summary>Twenty round groups of unequal width, and a tenth of the rows anywhere.</summary>
    private static Matrix GroupsAndNoise(int columns)
    {
        const int groups = 20;
        var rng = new Rng(columns);
        var centers = Matrix.Create(groups, columns, (_, _) => rng.NextUniform(-20, 20));
        var group = 0;
        return Matrix.Create(Rows, columns, (_, j) =>
        {
            if (j == 0) group = rng.Next(groups + groups / 9);
            return group < groups ? centers[group, j] + (0.5 + group / 20.0) * rng.NextNormal() : rng.NextUniform(-25, 25);
        });
    }
}
