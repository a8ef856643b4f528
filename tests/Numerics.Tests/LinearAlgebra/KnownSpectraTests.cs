using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

/// <summary>Matrices whose spectrum is known in closed form or from the literature.</summary>
public class KnownSpectraTests
{
    private static Matrix Tridiagonal(int n, Func<int, double> diagonal, Func<int, double> beside) =>
        Matrix.Create(n, n, (i, j) => i == j ? diagonal(i) : Math.Abs(i - j) == 1 ? beside(Math.Min(i, j)) : 0);

    /// <summary>Values with and without vectors, and vectors that multiply back. Singular values are less exact: implicit QR takes 100ε for
    /// nothing, as LAPACK's does.</summary>
    private static void Check(Matrix a, IEnumerable<double> expected, double tolerance)
    {
        double[] values = [.. expected.Order()];
        var eigen = SymmetricEigen.Decompose(a);
        Assert.Equal(values, eigen.Values, (x, y) => Math.Abs(x - y) <= tolerance);
        Assert.Equal(values, SymmetricEigen.Values(a), (x, y) => Math.Abs(x - y) <= tolerance);
        Assert.True(Near.Orthogonality(eigen.Vectors) < 2);
        Assert.True(Near.Units(a * eigen.Vectors, eigen.Vectors * Near.Diagonal(eigen.Values)) < 3);
        Assert.Equal(values.Select(Math.Abs).OrderDescending(), Svd.Decompose(a).Values, (x, y) => Math.Abs(x - y) <= 3 * tolerance);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(133)]
    [InlineData(400)]
    public void Second_differences(int n) =>
        Check(Tridiagonal(n, _ => 2, _ => -1), Enumerable.Range(1, n).Select(k => 2 - 2 * Math.Cos(Math.PI * k / (n + 1))), 2e-14);

    [Theory]
    [InlineData(31)]
    [InlineData(130)]
    public void Clement_has_the_odd_or_even_whole_numbers(int n) => // Clement (1959), SIAM Rev. 1(1)
        Check(Tridiagonal(n, _ => 0, i => Math.Sqrt((i + 1.0) * (n - 1 - i))), Enumerable.Range(0, n).Select(k => 2.0 * k - (n - 1)),
            1e-14 * n);

    [Theory]
    [InlineData(10)]
    [InlineData(90)]
    public void Smaller_of_row_and_column(int n) => // inverse of a second difference
        Check(Matrix.Create(n, n, (i, j) => 1 + Math.Min(i, j)),
            Enumerable.Range(1, n).Select(k => 0.25 / Math.Pow(Math.Sin(Math.PI * (2 * k - 1) / (4 * n + 2)), 2)), 5e-16 * n * n);

    [Fact]
    public void Rosser() // J. Res. Nat. Bur. Stand. 47 (1951): a pair, a near pair, values of opposite sign, and zero
    {
        var a = Matrix.FromRows([
            [611, 196, -192, 407, -8, -52, -49, 29], [196, 899, 113, -192, -71, -43, -8, -44],
            [-192, 113, 899, 196, 61, 49, 8, 52], [407, -192, 196, 611, 8, 44, 59, -23],
            [-8, -71, 61, 8, 411, -599, 208, 208], [-52, -43, 49, 44, -599, 411, 208, 208],
            [-49, -8, 8, 59, 208, 208, 99, -911], [29, -44, 52, -23, 208, 208, -911, 99]]);
        var (large, root) = (10 * Math.Sqrt(10405), 100 * Math.Sqrt(26));
        Check(a, [-large, 0, 510 - root, 1000, 1000, 510 + root, 1020, large], 2e-12);
    }

    [Fact]
    public void Wilkinson() // The Algebraic Eigenvalue Problem (1965), p. 309: pairs that agree to many digits. To 16 digits by bisection in 50
    {
        double[] w21 =
        [
            10.746194182903393, 10.746194182903322, 9.210678647361332, 9.210678647304919, 8.038941122829023, 8.038941115814273,
            7.003952209528676, 7.003951798616375, 6.000234031584167, 6.000217522257098, 5.000244425001913, 4.999782477742902,
            4.004354023440857, 3.996048201383625, 3.043099292578824, 2.961058884185727, 2.130209219362506, 1.789321352695081,
            0.947534367529293, 0.253805817096678, -1.125441522119984,
        ];
        Check(Tridiagonal(21, i => Math.Abs(i - 10), _ => 1), w21, 2e-14);
        // Thirty of them glued by 1e-14 give clusters of thirty values each, the case that costs other methods their orthogonality.
        Check(Tridiagonal(630, i => Math.Abs(i % 21 - 10), i => i % 21 == 20 ? 1e-14 : 1), w21.SelectMany(v => Enumerable.Repeat(v, 30)), 5e-14);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(201)]
    public void Ones_on_two_diagonals(int n)
    {
        // Singular values 2cos(kπ/(2n + 1)); the matrix is bidiagonal already, so that only the iteration is at work.
        var a = Matrix.Create(n, n, (i, j) => j == i || j == i + 1 ? 1 : 0);
        var svd = Svd.Decompose(a);
        for (var k = 1; k <= n; k++) Assert.Equal(2 * Math.Cos(Math.PI * k / (2 * n + 1)), svd.Values[k - 1], 1e-14);
        Assert.True(Near.Orthogonality(svd.U) < 2);
        Assert.True(Near.Units(Gemm.Multiply(svd.U * Near.Diagonal(svd.Values), svd.V, transposeB: true), a) < 3);
    }

    [Fact]
    public void Hadamard_has_one_singular_value()
    {
        var a = Matrix.Create(128, 128, (i, j) => int.IsEvenInteger(int.PopCount(i & j)) ? 1 : -1);
        var svd = Svd.Decompose(a);
        Assert.All(svd.Values, value => Assert.Equal(Math.Sqrt(128), value, 1e-13));
        Assert.True(Near.Orthogonality(svd.U) < 2);
        Check(a, Enumerable.Range(0, 128).Select(i => i < 64 ? Math.Sqrt(128) : -Math.Sqrt(128)), 1e-13);
    }

    [Fact]
    public void Hilbert() // Fettis and Caslin (1967), Eigenvalues and eigenvectors of Hilbert matrices of order 3 through 10
    {
        double[] three = [1.408318927123654, 0.1223270658539058, 0.002687340355773529];
        Assert.Equal(three, Svd.Values(Near.Hilbert(3)), (x, y) => Math.Abs(x - y) < 1e-15);
        Assert.Equal(476607.25024, Svd.Decompose(Near.Hilbert(5)).Condition, 1e-5);
    }

    [Fact]
    public void Complete_and_cyclic_graphs()
    {
        const int n = 75;
        Check(Matrix.Create(n, n, (i, j) => i == j ? n - 1 : -1), Enumerable.Range(0, n).Select(k => k == 0 ? 0.0 : n), 1e-12);
        Check(Matrix.Create(n, n, (i, j) => i == j ? 2 : (i - j + n) % n is 1 or n - 1 ? -1 : 0),
            Enumerable.Range(0, n).Select(k => 2 - 2 * Math.Cos(2 * Math.PI * k / n)), 1e-14);
    }

    [Fact]
    public void Nothing_the_identity_and_one_element_come_out_exactly()
    {
        const int n = 90;
        foreach (var factor in (double[])[0, 1, -3])
        {
            var a = Matrix.Identity(n) * factor;
            Assert.All(SymmetricEigen.Decompose(a).Values, value => Assert.Equal(factor, value));
            Assert.Equal(Matrix.Identity(n), SymmetricEigen.Decompose(a).Vectors);
            var svd = Svd.Decompose(a);
            Assert.All(svd.Values, value => Assert.Equal(Math.Abs(factor), value));
            Assert.True(Near.Orthogonality(svd.U) == 0 && Near.Orthogonality(svd.V) == 0);
        }
        var one = Matrix.Create(n, n, (i, j) => i == 7 && j == 61 ? -2e-200 : 0);
        var single = Svd.Decompose(one);
        Assert.Equal(2e-200, single.Values[0], 1e-214);
        Assert.Equal(1, single.Rank());
        Assert.Equal((-1.0, 1.0), (single.U[7, 0], single.V[61, 0]));
        Assert.True(Near.Orthogonality(single.U) < 1 && Near.Orthogonality(single.V) < 1);
    }
}
