using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Exact silhouettes of 20,000 rows against scikit-learn.</summary>
public sealed class SilhouetteBenchmark : IBenchmark
{
    private const int Rows = 20_000, Clusters = 8;

    /// <inheritdoc/>
    public string Name => "silhouette";

    /// <inheritdoc/>
    public string Peer => "scikit-learn";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["sklearn", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        foreach (var columns in new[] { 2, 8, 16 })
        {
            var rng = new Rng(columns);
            var centers = Matrix.Create(Clusters, columns, (_, _) => 2 * rng.NextNormal());
            int[] labels = [.. Enumerable.Range(0, Rows).Select(_ => rng.Next(Clusters))];
            var data = Matrix.Create(Rows, columns, (i, j) => centers[labels[i], j] + rng.NextNormal());
            string[] files =
            [
                Npy.Write(folder, $"silhouette{columns}.npy", data),
                Npy.Write(folder, $"labels{columns}.npy", Matrix.Create(Rows, 1, (i, _) => labels[i])),
            ];
            foreach (var threads in new[] { 1, 2 })
            {
                yield return new BenchmarkCase($"{Rows:N0} × {columns}, {Clusters} clusters, {threads} thread{(threads > 1 ? "s" : "")}",
                    () => $"{Silhouette.Score(data, labels, threads).Mean:0.0000000000}", "silhouette.py", [.. files, $"{threads}"], threads, Repeats: 3);
            }
        }
    }
}
