using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

public class FactorisationTests
{
    public static TheoryData<int> Sizes => [1, 2, 3, 8, 9, 24, 25, 31, 32, 33, 64, 65, 130, 251];

    private static Matrix Positive(int n, long seed)
    {
        var a = Near.Random(n, n + 3, seed);
        return Gemm.Multiply(a, a, transposeB: true);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Cholesky_multiplies_back_and_solves(int n)
    {
        var a = Positive(n, n);
        var factor = Cholesky.Factor(a, threads: 1);
        Assert.True(Near.Units(Gemm.Multiply(factor.L, factor.L, transposeB: true), a) < 4);
        Assert.Equal(factor.L, Cholesky.Factor(a, threads: 2).L);
        var b = Near.Random(n, 3, 7);
        Assert.True(Near.Units(a * factor.Solve(b), b) < factor.ConditionEstimate());
        var x = factor.Solve(b.Column(0));
        Assert.Equal(factor.Solve(b).Column(0), x, (u, v) => Math.Abs(u - v) <= 1e-13 * factor.ConditionEstimate() * (1 + Math.Abs(u)));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Lu_multiplies_back_and_solves(int n)
    {
        var a = Near.Random(n, n, n);
        var factor = Lu.Factor(a, threads: 1);
        Assert.True(Near.Units(factor.L * factor.U, a.SelectRows(factor.Order.AsSpan())) < 8);
        Assert.All(factor.L.Span.ToArray(), v => Assert.True(Math.Abs(v) <= 1)); // partial pivoting
        var x = Near.Random(n, 2, 8);
        Assert.True(Near.Units(factor.Solve(a * x), x) < 4 * factor.ConditionEstimate());
        Assert.True(Near.Units(Matrix.Wrap(n, 1, factor.Solve((a * x).Column(1))), x.SelectColumns(1)) < 4 * factor.ConditionEstimate());
        Assert.True(Near.Units(a * factor.Inverse(), Matrix.Identity(n)) < 4 * factor.ConditionEstimate());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 3)]
    [InlineData(3, 7)]
    [InlineData(40, 32)]
    [InlineData(70, 33)]
    [InlineData(200, 130)]
    [InlineData(60, 90)]
    public void Qr_multiplies_back_with_and_without_pivoting(int n, int d)
    {
        var a = Near.Random(n, d, n + d);
        foreach (var factor in (QrFactor[])[Qr.Factor(a, threads: 1), Qr.FactorPivoted(a)])
        {
            Assert.True(Near.Orthogonality(factor.Q) < 4);
            Assert.True(Near.Units(factor.Q * factor.R, a.SelectColumns([.. factor.Pivots])) < 4);
            if (n < d) continue;
            Assert.Equal(d, factor.Rank());
            var x = Near.Random(d, 1, 9);
            Assert.True(Near.Units(Matrix.Wrap(d, 1, factor.Solve((a * x).Span)), x) < 1e4);
        }
        var r = Qr.FactorPivoted(a).R;
        for (var i = 1; i < r.Rows; i++) Assert.True(Math.Abs(r[i, i]) <= Math.Abs(r[i - 1, i - 1]) * (1 + 1e-14));
    }

    [Fact]
    public void Pivoting_tells_the_rank()
    {
        var low = Near.Random(40, 5, 1) * Near.Random(5, 20, 2);
        Assert.Equal(5, Qr.FactorPivoted(low).Rank());
        Assert.Equal(0, Qr.FactorPivoted(Matrix.Zeros(4, 3)).Rank());
    }

    [Fact]
    public void Determinants_inverses_and_conditions_known_in_closed_form()
    {
        // det H₅ = 1/266716800000, H₃⁻¹ and κ₁(H₈) = 33872791095 are those of the literature (Choi 1983, Amer. Math. Monthly 90).
        Assert.Equal(1 / 266716800000.0, Lu.Factor(Near.Hilbert(5)).Determinant, 1e-22);
        Assert.Equal(1 / 266716800000.0, Cholesky.Factor(Near.Hilbert(5)).Determinant, 1e-22);
        Assert.Equal(Math.Log(1 / 266716800000.0), Cholesky.Factor(Near.Hilbert(5)).LogDeterminant, 1e-10);
        var inverse = Cholesky.Factor(Near.Hilbert(3)).Inverse();
        var expected = Matrix.FromRows([[9, -36, 30], [-36, 192, -180], [30, -180, 180]]);
        Assert.True(Near.Frobenius(inverse - expected) < 1e-11);
        Assert.InRange(Lu.Factor(Near.Hilbert(8)).ConditionEstimate() / 33872791095, 0.999, 1.001);
        Assert.InRange(Cholesky.Factor(Near.Hilbert(8)).ConditionEstimate() / 33872791095, 0.999, 1.001);
        Assert.Equal(-2, Lu.Factor(Matrix.FromRows([[1, 2], [3, 4]])).Determinant, 1e-15);
        Assert.Equal(-1, Lu.Factor(Matrix.FromRows([[0, 1], [1, 0]])).Determinant);
    }

    [Fact]
    public void Empty_and_singular()
    {
        var empty = Matrix.Zeros(0, 0);
        Assert.Equal(1, Lu.Factor(empty).Determinant);
        Assert.Equal(1, Cholesky.Factor(empty).Determinant);
        Assert.Empty(Lu.Factor(empty).Solve([]));
        Assert.Equal(0, Qr.Factor(Matrix.Zeros(0, 3)).Rank());
        var singular = Lu.Factor(Matrix.FromRows([[1, 2], [2, 4]]));
        Assert.True(singular.IsSingular);
        Assert.Equal(0, singular.Determinant);
        Assert.Equal(double.PositiveInfinity, singular.ConditionEstimate());
        Assert.Equal("LuFactor.Solve needs a regular matrix: pivot 1 must not be 0. Got 0. Drop the column that depends on the others, or use LeastSquares.Solve.",
            Assert.Throws<InvalidOperationException>(() => singular.Inverse()).Message);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var negative = Matrix.FromRows([[1, 2], [2, 1]], ["a", "b"]);
        Assert.False(Cholesky.TryFactor(negative, out _));
        Assert.Equal("Cholesky.Factor needs a positive definite matrix: what is left of diagonal 1 ('b') must be > 0. Got -3. "
            + "Drop columns that depend on others, add a ridge to the diagonal, or use SymmetricEigen.",
            Assert.Throws<ArgumentException>(() => Cholesky.Factor(negative)).Message);
        Assert.Equal("Lu.Factor needs as many rows as columns. Got 2 × 3.",
            Assert.Throws<ArgumentException>(() => Lu.Factor(Matrix.Zeros(2, 3))).Message);
        Assert.Equal("Row 0, column 'x1' is ∞. Qr.Factor needs finite values: drop or impute the others first.".Replace("∞", "Infinity"),
            Assert.Throws<ArgumentException>(() => Qr.Factor(Matrix.FromRows([[1, double.PositiveInfinity]]))).Message);
        Assert.Equal("CholeskyFactor.Solve needs a right-hand side of 2 rows. Got 3.",
            Assert.Throws<ArgumentException>(() => Cholesky.Factor(Matrix.Identity(2)).Solve([1, 2, 3])).Message);
    }

    [Fact]
    public void Qr_reflects_columns_of_extreme_size()
    {
        var a = Matrix.FromRows([[3e-310, 3e305], [4e-310, 4e305]]);
        var r = Qr.Factor(a).R;
        Assert.Equal(5e-310, Math.Abs(r[0, 0]), 1e-320);
        Assert.Equal(5e305, Math.Abs(r[0, 1]), 1e291);
    }
}
