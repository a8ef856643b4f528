using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Benchmarks;

/// <summary>The leading singular values of a sparse matrix: to the same tolerance (SciPy's ARPACK), and from the same ten products with
/// twenty directions (scikit-learn's power iteration), where the tenth value hardly stands out and where five do.</summary>
public sealed class SparseSvdBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "sparse-svd";

    /// <inheritdoc/>
    public string Peer => "SciPy / scikit-learn";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["sklearn", "scipy", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        const int n = 30_000, d = 2_000;
        var rng = new Rng(3);
        // Baskets of about ten products; each customer keeps to one of twelve shelves, of falling popularity.
        var entries = new List<(int Row, int Column, double Value)>();
        for (var i = 0; i < n; i++)
        {
            var shelf = (int)(12 * rng.NextDouble() * rng.NextDouble());
            for (var item = 0; item < 10; item++)
                entries.Add((i, rng.NextBool(0.8) ? 150 * shelf + rng.Next(0, 150) : rng.Next(0, d), 1));
        }
        var matrix = CsrMatrix.FromEntries(n, d, entries);
        var file = Npy.Write(folder, "entries.npy", Matrix.Create(entries.Count, 2, (i, j) => j == 0 ? entries[i].Row : entries[i].Column));
        var title = $"{n:N0} × {d:N0}, {entries.Count:N0} entries";
        foreach (var k in (int[])[10, 5])
        {
            var converged = new RandomizedSvdOptions { Components = k, Threads = 1 };
            var passes = converged with { Oversampling = 20 - k, Tolerance = 0, MaxPasses = 10 };
            yield return Case($"{title}, {k} components to a residual of 1e-6", "svds", k, converged);
            yield return Case($"{title}, {k} components from 10 products with 20 directions", "randomized", k, passes);
        }

        BenchmarkCase Case(string what, string method, int k, RandomizedSvdOptions options) => new($"{what}, 1 thread", () =>
        {
            var svd = RandomizedSvd.Decompose(matrix, options);
            return $"s = {svd.Values[0]:0.000000} … {svd.Values[^1]:0.000000}, residual {svd.Residuals.Max() / svd.Values[0]:0.0e+0}";
        }, "sparse_svd.py", [file, $"{n}", $"{d}", $"{k}", method], Repeats: 7);
    }
}
