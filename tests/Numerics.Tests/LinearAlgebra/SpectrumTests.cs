using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

/// <summary>Matrices built from a known spectrum: what went in must come out, and the vectors must be orthonormal, however the values
/// lie.</summary>
public class SpectrumTests
{
    private const double Epsilon = 1.1102230246251565e-16;

    private static readonly Dictionary<string, Func<int, int, double>> Spectra = new()
    {
        ["evenly spread"] = (i, _) => i + 1,
        ["one value"] = (_, _) => 1,
        ["two values"] = (i, _) => i % 2,
        ["ten clusters"] = (i, _) => i % 10 + 1e-12 * i,
        ["apart by rounding"] = (i, _) => 1 + 1e-13 * i,
        ["within rounding"] = (i, _) => 1 + 1e-17 * i,
        ["plus and minus"] = (i, _) => i % 2 == 0 ? i : -i,
        ["rank 3"] = (i, _) => i < 3 ? 3 - i : 0,
        ["one large"] = (i, _) => i == 0 ? 1 : 1e-9,
        ["one small"] = (i, _) => i == 0 ? 1e-9 : 1,
        ["graded to rounding"] = (i, n) => Math.Pow(1e-16, (double)i / n),
        ["graded to nothing"] = (i, n) => Math.Pow(1e-300, (double)i / n),
        ["harmonic"] = (i, _) => 1.0 / (i + 1),
    };

    /// <summary>Every spectrum at sizes around the order where a problem is divided, and at extreme scales.</summary>
    public static TheoryData<string, int, double> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, double>();
            foreach (var name in Spectra.Keys)
            {
                foreach (var n in (int[])[3, 20, 32, 33, 66, 150]) cases.Add(name, n, 1);
                cases.Add(name, 70, 1e150);
                cases.Add(name, 70, 1e-150);
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Eigenvalues_put_in_come_out(string name, int n, double scale)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(i => Spectra[name](i, n)).Order()];
        var q = Qr.Factor(Near.Random(n, n, n)).Q;
        var product = Gemm.Multiply(q * Near.Diagonal(values), q, transposeB: true);
        var a = (product + product.Transpose()) * (scale / 2);
        var eigen = SymmetricEigen.Decompose(a, threads: 1);
        Assert.True(Near.Orthogonality(eigen.Vectors) < 4, $"{Near.Orthogonality(eigen.Vectors)}");
        Assert.True(Near.Units(a * (1 / scale) * eigen.Vectors, eigen.Vectors * Near.Diagonal([.. eigen.Values.Select(v => v / scale)])) < 3);
        Close(values, eigen.Values.Select(v => v / scale), n);
        Close(values, SymmetricEigen.Values(a).Select(v => v / scale), n);
        Assert.Equal(eigen.Vectors, SymmetricEigen.Decompose(a, threads: 2).Vectors);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Singular_values_put_in_come_out(string name, int n, double scale)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(i => Math.Abs(Spectra[name](i, n))).OrderDescending()];
        var (u, v) = (Qr.Factor(Near.Random(n + 3, n, n)).Q, Qr.Factor(Near.Random(n, n, n + 1)).Q);
        var a = Gemm.Multiply(u * Near.Diagonal(values), v, transposeB: true) * scale;
        var svd = Svd.Decompose(a, new() { Threads = 1 });
        Assert.True(Near.Orthogonality(svd.U) < 4, $"{Near.Orthogonality(svd.U)}");
        Assert.True(Near.Orthogonality(svd.V) < 4, $"{Near.Orthogonality(svd.V)}");
        var back = Gemm.Multiply(svd.U * Near.Diagonal([.. svd.Values.Select(s => s / scale)]), svd.V, transposeB: true);
        Assert.True(Near.Units(back, a * (1 / scale)) < 3, $"{Near.Units(back, a * (1 / scale))}");
        Close(values, svd.Values.Select(s => s / scale), n);
        Close(values, Svd.Values(a).Select(s => s / scale), n);
        Assert.Equal(svd.U, Svd.Decompose(a, new() { Threads = 2 }).U);
    }

    /// <summary>Forming the matrix moves its values by about ε‖A‖ already; computing them may by a small multiple of it.</summary>
    private static void Close(IEnumerable<double> expected, IEnumerable<double> got, int n)
    {
        double[] values = [.. expected];
        var largest = values.Max(Math.Abs);
        Assert.Equal(values, got, (x, y) => Math.Abs(x - y) <= (20 + n) * Epsilon * largest);
    }
}
