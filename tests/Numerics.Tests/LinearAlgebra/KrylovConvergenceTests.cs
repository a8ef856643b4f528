using MarketingNotebooks.Numerics.LinearAlgebra;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

/// <summary>Spectra on which a fixed number of power iterations fails, or a Krylov method could.</summary>
public class KrylovConvergenceTests
{
    /// <summary>400 × 150 hashed whole numbers in [−½, ½): a flat spectrum that other programs can make too.</summary>
    private static Matrix Hashed() => Matrix.Create(400, 150, (i, j) =>
    {
        var h = unchecked((uint)i * 2654435761u + (uint)j * 40503u + 12345u);
        h = unchecked((h ^ (h >> 15)) * 2246822519u);
        h = unchecked((h ^ (h >> 13)) * 3266489917u);
        return (h >> 16) / 65536.0 - 0.5;
    });

    /// <summary>SciPy 1.10: numpy.linalg.svd(a) and svds(a, 4, tol=0) agree to 3e-15.</summary>
    private static readonly double[] Plain = [9.109555139795853, 9.019522054646885, 8.952501762952613, 8.745411899251067];

    /// <summary>The same of a − a.mean(0).</summary>
    private static readonly double[] Centred = [9.106714357497687, 9.003135989631694, 8.934541112300284, 8.74540713713888];

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    public void A_flat_spectrum_has_ARPACKs_values(bool sparse, bool transpose, bool center)
    {
        var a = transpose ? Hashed().Transpose() : Hashed();
        var options = new RandomizedSvdOptions { Components = 4, Center = center };
        var svd = sparse ? RandomizedSvd.Decompose(CsrMatrix.FromDense(a), options) : RandomizedSvd.Decompose(a, options);
        var expected = center ? Centred : Plain;
        Assert.True(svd.Converged);
        Assert.Equal("The residuals are within their tolerance.", svd.Reason);
        for (var k = 0; k < 4; k++) Assert.Equal(expected[k], svd.Values[k], 1e-10);
        if (center) return;
        // The residuals told are those of A itself, on both sides.
        for (var k = 0; k < 4; k++)
        {
            var (right, left) = (Residual(a, svd.V, svd.U, svd.Values[k], k), Residual(a.Transpose(), svd.U, svd.V, svd.Values[k], k));
            Assert.Equal(svd.Residuals[k], Math.Max(right, left), 1e-13);
            Assert.True(Math.Max(right, left) <= 1e-6 * svd.Values[0]);
        }
    }

    [Fact]
    public void What_did_not_converge_says_so()
    {
        var svd = RandomizedSvd.Decompose(Hashed(), new() { Components = 4, MaxPasses = 7 });
        Assert.False(svd.Converged);
        Assert.Equal(6, svd.Passes);
        Assert.Equal("The limit of 7 passes was reached. Raise RandomizedSvdOptions.MaxPasses or Tolerance.", svd.Reason);
        Assert.True(svd.Residuals.Max() > 1e-3 * svd.Values[0]);
        // A residual bounds the distance from its value to one of A's.
        var all = Svd.Values(Hashed());
        for (var k = 0; k < 4; k++) Assert.True(all.Min(value => Math.Abs(value - svd.Values[k])) <= svd.Residuals[k]);
        Assert.Equal("Rounding hides the rest. Raise RandomizedSvdOptions.Tolerance, or take Svd.",
            RandomizedSvd.Decompose(Near.Diagonal([1, 1e-3, 1e-6, 1e-9]), new() { Components = 4, Tolerance = 0 }).Reason);
    }

    [Fact]
    public void A_finer_tolerance_gives_finer_vectors()
    {
        var exact = Svd.Decompose(Hashed());
        var errors = new List<double>();
        foreach (var tolerance in (double[])[1e-2, 1e-5, 1e-11])
        {
            var svd = RandomizedSvd.Decompose(Hashed(), new() { Components = 3, Tolerance = tolerance });
            Assert.True(svd.Converged);
            errors.Add(Enumerable.Range(0, 150).Max(j => Math.Abs(svd.V[j, 0] - exact.V[j, 0])));
        }
        Assert.True(errors[1] < 1e-3 && errors[2] < 1e-9 && errors[2] < errors[1] && errors[1] < errors[0], string.Join(", ", errors));
    }

    [Fact]
    public void Equal_values_are_all_found()
    {
        // 60 groups of 100: every singular value is 10. And five times 3 above fifty-five times 1, on few directions.
        var groups = CsrMatrix.FromEntries(6000, 60, Enumerable.Range(0, 6000).Select(i => (i, i % 60, 1.0)));
        Assert.Equal(Enumerable.Repeat(10.0, 8), RandomizedSvd.Decompose(groups, new() { Components = 8, Oversampling = 0 }).Values,
            (x, y) => Math.Abs(x - y) < 1e-12);
        var rotation = Qr.Factor(Near.Random(60, 60, 4)).Q;
        var five = rotation * Near.Diagonal([.. Enumerable.Range(0, 60).Select(i => i < 5 ? 3.0 : 1)]);
        Assert.Equal([3, 3, 3, 3, 3, 1], RandomizedSvd.Decompose(five, new() { Components = 6, Oversampling = 0 }).Values,
            (x, y) => Math.Abs(x - y) < 1e-10);
    }

    [Theory]
    [InlineData(0.5, 30)]
    [InlineData(0.1, 10)]
    public void Values_below_the_rounding_of_their_squares_keep_their_digits(double ratio, int k)
    {
        var left = Qr.Factor(Near.Random(300, 100, 1)).Q;
        var right = Qr.Factor(Near.Random(100, 100, 2)).Q;
        double[] values = [.. Enumerable.Range(0, 100).Select(i => Math.Pow(ratio, i))];
        var svd = RandomizedSvd.Decompose(Gemm.Multiply(left * Near.Diagonal(values), right, transposeB: true), new() { Components = k });
        for (var i = 0; i < k; i++) Assert.Equal(values[i], svd.Values[i], 1e-14);
    }

    [Fact]
    public void More_components_than_the_rank_are_zeros_with_orthonormal_vectors()
    {
        var a = Gemm.Multiply(Near.Random(200, 3, 1), Near.Random(90, 3, 2), transposeB: true);
        var svd = RandomizedSvd.Decompose(a, new() { Components = 8 });
        Assert.True(svd.Converged);
        Assert.Equal(Svd.Values(a)[..3], svd.Values[..3], (x, y) => Math.Abs(x - y) < 1e-12 * svd.Values[0]);
        Assert.All(svd.Values[3..], value => Assert.True(value < 1e-13 * svd.Values[0]));
        Assert.True(Near.Frobenius(Gemm.Multiply(svd.U, svd.U, transposeA: true) - Matrix.Identity(8)) < 1e-13);
        Assert.True(Near.Frobenius(Gemm.Multiply(svd.V, svd.V, transposeA: true) - Matrix.Identity(8)) < 1e-13);
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e-90)]
    [InlineData(1e-30)]
    [InlineData(1e30)]
    [InlineData(1e90)]
    [InlineData(1e200)]
    public void Squares_neither_vanish_nor_overflow(double unit)
    {
        var svd = RandomizedSvd.Decompose(Hashed() * unit, new() { Components = 4 });
        Assert.True(svd.Converged);
        for (var k = 0; k < 4; k++) Assert.Equal(Plain[k], svd.Values[k] / unit, 1e-10);
        Assert.True(svd.Residuals.Max() <= 1e-6 * svd.Values[0]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_at_any_number_of_threads()
    {
        var a = Near.Random(3_000, 400, 7);
        var options = new RandomizedSvdOptions { Components = 6, Threads = 1 };
        foreach (var sparse in (bool[])[false, true])
        {
            var (one, two) = (Run(options), Run(options with { Threads = 2 }));
            Assert.Equal(one.Values.AsEnumerable(), two.Values);
            Assert.Equal(one.U, two.U);
            Assert.Equal(one.V, two.V);
            Assert.Equal(one.Residuals.AsEnumerable(), two.Residuals);
            LeadingSvd Run(RandomizedSvdOptions o) => sparse ? RandomizedSvd.Decompose(CsrMatrix.FromDense(a), o) : RandomizedSvd.Decompose(a, o);
        }
    }

    [Fact]
    public void Mistakes_are_named() =>
        Assert.Equal("RandomizedSvdOptions.Oversampling must be ≥ 0. Got -1.\nRandomizedSvdOptions.Tolerance must be in [0, 1). Got NaN.\n"
            + "RandomizedSvdOptions.MaxPasses must be ≥ 4. Got 3.", Assert.Throws<ArgumentException>(() =>
                RandomizedSvd.Decompose(Hashed(), new() { Oversampling = -1, Tolerance = double.NaN, MaxPasses = 3 })).Message);

    [Fact]
    public void What_is_too_large_is_named()
    {
        Assert.Equal("RandomizedSvd: sums of the values overflow. Divide the matrix by its largest value first.",
            Assert.Throws<ArgumentException>(() => RandomizedSvd.Decompose(Hashed() * double.MaxValue)).Message);
        var wide = CsrMatrix.FromEntries(1_000_000, 1_000_000, Enumerable.Range(0, 1_000_000).Select(i => (i, i, 1.0)));
        Assert.Equal("RandomizedSvd keeps two blocks of 1204 vectors of 1,000,000 values, 2,147,483,591 values at most. Lower RandomizedSvdOptions.Components.",
            Assert.Throws<ArgumentException>(() => RandomizedSvd.Decompose(wide, new() { Components = 1200 })).Message);
    }

    private static double Residual(Matrix a, Matrix from, Matrix to, double value, int k)
    {
        var image = Gemm.Multiply(a, from.SelectColumns([k])) - to.SelectColumns([k]) * value;
        return Near.Frobenius(image);
    }
}
