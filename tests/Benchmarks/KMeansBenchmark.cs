using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>k-means, 100,000 × 16, k = 20, against scikit-learn with the same restarts, passes and tolerance.</summary>
public sealed class KMeansBenchmark : IBenchmark
{
    private const int Rows = 100_000, Columns = 16, Clusters = 20;

    /// <inheritdoc/>
    public string Name => "kmeans";

    /// <inheritdoc/>
    public string Peer => "scikit-learn";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["sklearn", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        foreach (var (kind, data) in new[] { ("20 overlapping groups", Groups(1)), ("no groups", Noise(2)) })
        {
            var file = Npy.Write(folder, $"{kind}.npy", data);
            foreach (var restarts in kind == "no groups" ? new[] { 1 } : [1, 10])
            {
                foreach (var threads in new[] { 1, 2 })
                {
                    var options = new KMeansOptions { Clusters = Clusters, Restarts = restarts, Threads = threads };
                    yield return new BenchmarkCase(
                        $"100,000 × 16, {kind}, k = {Clusters}, {restarts} restart{(restarts > 1 ? "s" : "")}, "
                        + $"{threads} thread{(threads > 1 ? "s" : "")}",
                        () => Fit(data, options), "kmeans.py",
                        [file, $"{Clusters}", $"{restarts}", $"{options.MaxIterations}", $"{options.Tolerance}", "0"], threads, Repeats: 3);
                }
            }
        }
    }

    private static string Fit(Matrix data, KMeansOptions options)
    {
        var model = KMeans.Fit(data, options);
        return $"inertia {model.Inertia:G6}, {model.Iterations} passes";
    }

    private static Matrix Groups(int seed)
    {
        var rng = new Rng(seed);
        var centers = Matrix.Create(Clusters, Columns, (_, _) => 2 * rng.NextNormal());
        var group = 0;
        return Matrix.Create(Rows, Columns, (_, j) =>
        {
            if (j == 0) group = rng.Next(Clusters);
            return centers[group, j] + rng.NextNormal();
        });
    }

    private static Matrix Noise(int seed)
    {
        var rng = new Rng(seed);
        return Matrix.Create(Rows, Columns, (_, _) => rng.NextNormal());
    }
}
