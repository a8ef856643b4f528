using MarketingNotebooks.Numerics;
using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Symmetric eigenvalues and singular values against NumPy's LAPACK (divide and conquer) on one thread.</summary>
/// <remarks>NumPy from Debian uses whatever <c>libblas.so.3</c> stands for: netlib's plain reference unless OpenBLAS is installed. The target, three
/// times LAPACK's time, is meant against OpenBLAS. An OpenBLAS older than the processor falls back on AVX2; with
/// <c>OPENBLAS_CORETYPE=SkylakeX</c> in the environment it uses AVX-512 as ours does.</remarks>
public sealed class DecompositionBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "decomposition";

    /// <inheritdoc/>
    public string Peer => "NumPy";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        var rng = new Rng(2);
        var a = Matrix.Create(500, 500, (_, _) => rng.NextNormal());
        var symmetric = a + a.Transpose();
        var tall = Matrix.Create(5_000, 100, (_, _) => rng.NextNormal());
        var (fileA, fileS) = (Npy.Write(folder, "a.npy", a), Npy.Write(folder, "symmetric.npy", symmetric));
        var one = new SvdOptions { Threads = 1 };
        yield return Case("eigenvalues and vectors 500", () => $"w[-1] = {SymmetricEigen.Decompose(symmetric, threads: 1).Values[^1]:0.000000}", "eigen", fileS);
        yield return Case("eigenvalues 500", () => $"w[-1] = {SymmetricEigen.Values(symmetric, threads: 1)[^1]:0.000000}", "eigenvalues", fileS);
        yield return Case("SVD 500 × 500", () => $"s[0] = {Svd.Decompose(a, one).Values[0]:0.000000}", "svd", fileA);
        yield return Case("singular values 500 × 500", () => $"s[0] = {Svd.Values(a, one)[0]:0.000000}", "singular", fileA);
        yield return Case("SVD 5,000 × 100", () => $"s[0] = {Svd.Decompose(tall, one).Values[0]:0.000000}", "svd", Npy.Write(folder, "tall.npy", tall));
    }

    private static BenchmarkCase Case(string title, Func<string> ours, params string[] arguments) =>
        new($"{title}, 1 thread", ours, "linear.py", arguments, Repeats: 7);
}
