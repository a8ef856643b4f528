using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

public class SpectralTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 4, 5, 16, 17, 33, 34, 65, 130, 257];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Eigenvectors_are_orthonormal_and_multiply_back(int n)
    {
        var a = Near.Symmetric(n, n);
        var eigen = SymmetricEigen.Decompose(a, threads: 1);
        Assert.True(Near.Orthogonality(eigen.Vectors) < 8);
        Assert.True(Near.Units(a * eigen.Vectors, eigen.Vectors * Near.Diagonal(eigen.Values)) < 8);
        Assert.Equal(eigen.Values.Order(), eigen.Values);
        Assert.Equal(eigen.Vectors, SymmetricEigen.Decompose(a, threads: 2).Vectors);
        Assert.Equal(eigen.Values, SymmetricEigen.Values(a), (x, y) => Math.Abs(x - y) < 1e-13 * n);
    }

    [Fact]
    public void Eigenvalues_known_in_closed_form()
    {
        // The second difference matrix: 2 − 2cos(πk/(n + 1)).
        const int n = 100;
        var a = Matrix.Create(n, n, (i, j) => i == j ? 2 : Math.Abs(i - j) == 1 ? -1 : 0);
        var values = SymmetricEigen.Values(a);
        for (var k = 1; k <= n; k++) Assert.Equal(2 - 2 * Math.Cos(Math.PI * k / (n + 1)), values[k - 1], 1e-14);
        // All ones: n once, 0 elsewhere.
        var ones = SymmetricEigen.Decompose(Matrix.Create(50, 50, (_, _) => 1)).Values;
        Assert.Equal(50, ones[^1], 1e-12);
        Assert.All(ones.Take(49), value => Assert.Equal(0, value, 1e-13));
        var diagonal = SymmetricEigen.Decompose(Near.Diagonal([3, -1, 2]));
        Assert.Equal([-1, 2, 3], diagonal.Values.AsEnumerable());
        Assert.Equal(Matrix.FromRows([[0, 0, 1], [1, 0, 0], [0, 1, 0]]), diagonal.Vectors);
        Assert.Empty(SymmetricEigen.Decompose(Matrix.Zeros(0, 0)).Values);
        Assert.Equal(Matrix.Identity(4), SymmetricEigen.Decompose(Matrix.Zeros(4, 4)).Vectors);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    public void Size_does_not_matter(double factor)
    {
        var a = Near.Symmetric(20, 5);
        var values = SymmetricEigen.Values(a);
        Assert.Equal(values.Select(v => v * factor), SymmetricEigen.Values(a * factor), (x, y) => Math.Abs(x - y) <= 1e-12 * factor);
        var singular = Svd.Decompose(a).Values;
        Assert.Equal(singular.Select(v => v * factor), Svd.Decompose(a * factor).Values, (x, y) => Math.Abs(x - y) <= 1e-12 * factor);
    }

    [Theory]
    [InlineData(1, 1, SvdMethod.Bidiagonal)]
    [InlineData(2, 2, SvdMethod.Bidiagonal)]
    [InlineData(5, 3, SvdMethod.Bidiagonal)]
    [InlineData(3, 5, SvdMethod.Bidiagonal)]
    [InlineData(33, 33, SvdMethod.Bidiagonal)]
    [InlineData(66, 65, SvdMethod.Bidiagonal)]
    [InlineData(150, 40, SvdMethod.Bidiagonal)]
    [InlineData(40, 150, SvdMethod.Bidiagonal)]
    [InlineData(200, 170, SvdMethod.Bidiagonal)]
    [InlineData(1, 1, SvdMethod.Jacobi)]
    [InlineData(5, 3, SvdMethod.Jacobi)]
    [InlineData(40, 60, SvdMethod.Jacobi)]
    [InlineData(70, 50, SvdMethod.Jacobi)]
    public void Singular_vectors_are_orthonormal_and_multiply_back(int n, int d, SvdMethod method)
    {
        var a = Near.Random(n, d, n + d);
        var svd = Svd.Decompose(a, new() { Method = method, Threads = 1 });
        Assert.True(Near.Orthogonality(svd.U) < 8);
        Assert.True(Near.Orthogonality(svd.V) < 8);
        Assert.True(Near.Units(Gemm.Multiply(svd.U * Near.Diagonal(svd.Values), svd.V, transposeB: true), a) < 8);
        Assert.Equal(svd.Values.OrderDescending(), svd.Values);
        Assert.Equal(svd.U, Svd.Decompose(a, new() { Method = method, Threads = 2 }).U);
        Assert.Equal(svd.Values, Svd.Values(a), (x, y) => Math.Abs(x - y) < 1e-13 * (n + d));
        Assert.Equal(Math.Min(n, d), svd.Rank());
    }

    [Theory]
    [InlineData(SvdMethod.Bidiagonal)]
    [InlineData(SvdMethod.Jacobi)]
    public void Rank_deficient_zero_and_empty(SvdMethod method)
    {
        var options = new SvdOptions { Method = method };
        var low = Near.Random(30, 4, 1) * Near.Random(4, 20, 2);
        var svd = Svd.Decompose(low, options);
        Assert.Equal(4, svd.Rank());
        Assert.True(Near.Orthogonality(svd.U) < 8);
        Assert.True(Near.Orthogonality(svd.V) < 8);
        Assert.True(Near.Units(low * svd.PseudoInverse() * low, low) < 50);
        var zero = Svd.Decompose(Matrix.Zeros(5, 3), options);
        Assert.Equal([0, 0, 0], zero.Values.AsEnumerable());
        Assert.True(Near.Orthogonality(zero.V) < 1);
        Assert.Equal(double.PositiveInfinity, zero.Condition);
        Assert.Empty(Svd.Decompose(Matrix.Zeros(0, 3), options).Values);
        // A zero on the diagonal of a bidiagonal matrix, the case that plain shifts never settle.
        var gap = Matrix.FromRows([[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 1], [0, 0, 0, 1]]);
        var fixedGap = Svd.Decompose(gap, options);
        Assert.Equal(3, fixedGap.Rank());
        Assert.True(Near.Units(Gemm.Multiply(fixedGap.U * Near.Diagonal(fixedGap.Values), fixedGap.V, transposeB: true), gap) < 8);
    }

    [Fact]
    public void Hilbert_and_graded_matrices_keep_the_digits_they_can()
    {
        // Smallest of the 10 × 10 Hilbert matrix: 1.09315381937966576…e-13, by power iteration with the exact inverse (whole numbers) in
        // 50 decimals. Rounding 1/3, 1/5, … to doubles moves it by about 1e-17.
        Assert.Equal(1.7519196702651777, Svd.Values(Near.Hilbert(10))[0], 1e-14);
        Assert.Equal(1.093153819379665e-13, Svd.Decompose(Near.Hilbert(10), new() { Method = SvdMethod.Jacobi }).Values[9], 1e-16);
        // Columns of sizes 1 … 1e-60 of a well-conditioned matrix: Jacobi keeps every value to 12 digits. The product of the values is
        // |det|, and the determinant of the unscaled matrix times the sizes.
        var b = Near.Random(7, 7, 3);
        var graded = Matrix.Create(7, 7, (i, j) => b[i, j] * Math.Pow(10, -10.0 * j));
        var values = Svd.Decompose(graded, new() { Method = SvdMethod.Jacobi }).Values;
        var logDeterminant = Lu.Factor(b).LogAbsDeterminant - 210 * Math.Log(10);
        Assert.Equal(logDeterminant, values.Sum(Math.Log), 1e-11);
        // A bidiagonal matrix of graded elements: implicit QR with the zero shift keeps them too.
        var bidiagonal = Matrix.Create(6, 6, (i, j) => j == i ? Math.Pow(10, -6.0 * i) : j == i + 1 ? Math.Pow(10, -6.0 * i - 2) : 0);
        var graded2 = Svd.Decompose(bidiagonal).Values;
        Assert.Equal(-90 * Math.Log(10), graded2.Sum(Math.Log), 1e-11);
    }

    [Fact]
    public void Minimum_norm_solution_is_the_shortest()
    {
        // Of all x with x₀ + x₁ = 2, (1, 1) is the shortest; the third column is free and stays 0.
        Assert.Equal([1, 1, 0], LeastSquares.MinimumNorm(Matrix.FromRows([[1, 1, 0], [2, 2, 0]]), [2, 4]), (x,
            y) => Math.Abs(x - y) < 1e-14);
    }

    [Fact]
    public void Randomised_values_and_vectors_are_those_of_the_whole()
    {
        // Singular values 1, ½, ¼, …: six digits of the leading five, and the same subspace.
        var left = Svd.Decompose(Near.Random(300, 40, 1)).U;
        var right = Svd.Decompose(Near.Random(120, 40, 2)).U;
        double[] values = [.. Enumerable.Range(0, 40).Select(k => Math.Pow(0.5, k))];
        var a = Gemm.Multiply(left * Near.Diagonal(values), right, transposeB: true);
        var svd = RandomizedSvd.Decompose(a, new() { Components = 5, Seed = 7 });
        for (var k = 0; k < 5; k++)
        {
            Assert.Equal(values[k], svd.Values[k], 1e-12);
            Assert.Equal(1, Math.Abs(Gemm.Multiply(svd.V, right, transposeA: true)[k, k]), 1e-10);
        }
        Assert.Equal(svd.U, RandomizedSvd.Decompose(a, new() { Components = 5, Seed = 7, Threads = 2 }).U);
        Assert.Equal("RandomizedSvdOptions.Components must be in [1, 120] for a 300 × 120 matrix. Got 121.",
            Assert.Throws<ArgumentException>(() => RandomizedSvd.Decompose(a, new() { Components = 121 })).Message);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("SymmetricEigen needs a symmetric matrix: elements (1, 0) and (0, 1) must be equal. Got 3 and 2. "
            + "Average the matrix with its transpose if they should be.",
            Assert.Throws<ArgumentException>(() => SymmetricEigen.Decompose(Matrix.FromRows([[1, 2], [3, 4]]))).Message);
        Assert.Equal("SymmetricEigen needs as many rows as columns. Got 1 × 2.",
            Assert.Throws<ArgumentException>(() => SymmetricEigen.Values(Matrix.Zeros(1, 2))).Message);
        Assert.Equal("Row 0, column 'x1' is NaN. Svd needs finite values: drop or impute the others first.",
            Assert.Throws<ArgumentException>(() => Svd.Decompose(Matrix.FromRows([[1, double.NaN]]))).Message);
    }
}
