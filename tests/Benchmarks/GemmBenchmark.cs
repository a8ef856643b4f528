using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Benchmarks;

/// <summary>Matrix products against NumPy's OpenBLAS.</summary>
/// <remarks>NumPy from Debian uses netlib's plain reference unless OpenBLAS is installed. OpenBLAS takes its AVX2 kernels on a processor that it does
/// not know; with <c>OPENBLAS_CORETYPE=SkylakeX</c> in the environment it takes those for AVX-512, a third faster or more.</remarks>
/// <remarks>An OpenBLAS older than the processor falls back on AVX2; with <c>OPENBLAS_CORETYPE=SkylakeX</c> in the environment it uses AVX-512
/// as ours does.</remarks>
public sealed class GemmBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "gemm";

    /// <inheritdoc/>
    public string Peer => "NumPy";

    /// <inheritdoc/>
    public IReadOnlyList<string> Modules => ["numpy"];

    /// <inheritdoc/>
    public IEnumerable<BenchmarkCase> Cases(string folder)
    {
        foreach (var (size, threads) in new[] { (256, 1), (1024, 1), (1024, 2) })
        {
            var rng = new Rng(size);
            var a = Matrix.Create(size, size, (_, _) => rng.NextNormal());
            var b = Matrix.Create(size, size, (_, _) => rng.NextNormal());
            string[] files = [Npy.Write(folder, $"a{size}.npy", a), Npy.Write(folder, $"b{size}.npy", b)];
            yield return new BenchmarkCase($"{size}³, {threads} thread{(threads > 1 ? "s" : "")}",
                () => $"c[0,0] = {Gemm.Multiply(a, b, threads: threads)[0, 0]:0.000000}", "gemm.py", files, threads,
                Repeats: 9, Rate: (2e-9 * size * size * size, "GFLOP/s"));
        }
    }
}
