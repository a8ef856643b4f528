using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Gaussian mixtures, 100,000 × 8, k = 8, 5 passes from k-means, against scikit-learn. Both sides' time includes the k-means
/// that starts them and the log-likelihood of the result.</summary>
public sealed class MixtureBenchmark : IBenchmark
{
    private const int Rows = 100_000, Columns = 8, Components = 8, Passes = 5;

    /// <inheritdoc/>
    public string Name => "mixture";

    /// <inheritdoc/>
    public string Peer => "scikit-learn";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["sklearn", "numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var data = Slanted(1);
        var file = Npy.Write(folder, "mixture.npy", data);
        foreach (var (kind, theirs) in new[] { (CovarianceKind.Full, "full"), (CovarianceKind.Diagonal, "diag") })
        {
            foreach (var threads in new[] { 1, 2 })
            {
                var options = new GaussianMixtureOptions
                {
                    Components = Components,
                    Covariance = kind,
                    Restarts = 1,
                    MaxIterations = Passes,
                    Tolerance = 0,
                    Threads = threads,
                };
                yield return new BenchmarkCase(
                    $"100,000 × 8, k = {Components}, {theirs} covariances, {Passes} passes, {threads} thread{(threads > 1 ? "s" : "")}",
                    () => Fit(data, options), "mixture.py", [file, $"{Components}", theirs, $"{Passes}", "0"], threads, Repeats: 3);
            }
        }
    }

    private static string Fit(Matrix data, GaussianMixtureOptions options)
    {
        var model = GaussianMixture.Fit(data, options);
        return $"log-likelihood a row {model.LogLikelihood / data.Rows:0.000000}, {model.Iterations} passes";
    }

    /// <summary>Slanted groups, far enough apart for both sides to end at the same mixture.</summary>
    private static Matrix Slanted(int seed)
    {
        var rng = new Rng(seed);
        var centers = Matrix.Create(Components, Columns, (_, _) => 4 * rng.NextNormal());
        var slants = Enumerable.Range(0, Components)
            .Select(_ => Matrix.Create(Columns, Columns, (i, j) => i == j ? 1 : 0.4 * rng.NextNormal())).ToArray();
        var (group, normal) = (0, new double[Columns]);
        return Matrix.Create(Rows, Columns, (_, j) =>
        {
            if (j == 0)
            {
                group = rng.Next(Components);
                for (var m = 0; m < Columns; m++) normal[m] = rng.NextNormal();
            }
            var sum = centers[group, j];
            for (var m = 0; m < Columns; m++) sum += slants[group][j, m] * normal[m];
            return sum;
        });
    }
}
