using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Cholesky, systems of equations, QR and least squares against NumPy's LAPACK on one thread.</summary>
/// <remarks>NumPy from Debian uses whatever <c>libblas.so.3</c> stands for: netlib's plain reference unless OpenBLAS is installed. The target, three
/// times LAPACK's time, is meant against OpenBLAS.</remarks>
public sealed class LinearBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public string Peer => "NumPy";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var rng = new Rng(1);
        var a = Matrix.Create(500, 500, (_, _) => rng.NextNormal());
        var gram = Gemm.Multiply(a, a, transposeB: true) + Matrix.Identity(500);
        var right = Matrix.Create(500, 500, (_, _) => rng.NextNormal());
        var tall = Matrix.Create(2_000, 100, (_, _) => rng.NextNormal());
        var y = Matrix.Create(2_000, 1, (_, _) => rng.NextNormal());
        var fileA = Npy.Write(folder, "a.npy", a);
        var fileTall = Npy.Write(folder, "tall.npy", tall);
        yield return Case("Cholesky 500", () => $"l[-1,-1] = {Cholesky.Factor(gram, threads: 1).L[499, 499]:0.000000}",
            "cholesky", Npy.Write(folder, "gram.npy", gram));
        yield return Case("solve 500 × 500 for 500 right sides", () => $"x[0,0] = {Lu.Factor(a, threads: 1).Solve(right)[0, 0]:0.000000}",
            "solve", fileA, Npy.Write(folder, "b.npy", right));
        yield return Case("QR 500 × 500, Q formed", () => Orthogonal(a), "qr", fileA);
        yield return Case("QR 2,000 × 100, Q formed", () => Orthogonal(tall), "qr", fileTall);
        yield return Case("least squares 2,000 × 100 (ours refined, with covariance; theirs by SVD)",
            () => $"b[0] = {LeastSquares.Solve(tall, y.Span).Coefficients[0]:0.000000}", "lstsq", fileTall, Npy.Write(folder, "y.npy", y));
    }

    private static string Orthogonal(Matrix a)
    {
        var factor = Qr.Factor(a, threads: 1);
        var q = factor.Q;
        return $"|r00| = {Math.Abs(factor.R[0, 0]):0.000000}" + (q.Rows == a.Rows ? "" : "?");
    }

    private static BenchmarkCase Case(string title, Func<string> ours, params string[] arguments) =>
        new($"{title}, 1 thread", ours, "linear.py", arguments, Repeats: 7);
}
