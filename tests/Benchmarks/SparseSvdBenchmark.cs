using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Benchmarks;

/// <summary>The leading singular values of a sparse matrix, with the same random projections on both sides: ten components, ten more directions,
/// four passes with QR between them.</summary>
public sealed class SparseSvdBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "sparse-svd";

    /// <inheritdoc/>
    public string Peer => "scikit-learn";

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
        var options = new RandomizedSvdOptions { Components = 10, Threads = 1 };
        yield return new BenchmarkCase($"{n:N0} × {d:N0}, {entries.Count:N0} entries, 10 components, 1 thread",
            () => $"s[0] = {RandomizedSvd.Decompose(matrix, options).Values[0]:0.000000}", "sparse_svd.py", [file, $"{n}", $"{d}"],
            Repeats: 7);
    }
}
