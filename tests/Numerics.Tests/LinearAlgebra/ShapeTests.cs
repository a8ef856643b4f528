using MarketingNotebooks.Numerics.LinearAlgebra;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

/// <summary>Every factorisation on matrices without rows or columns, with one of either, with constant columns, and on what it must
/// refuse.</summary>
public class ShapeTests
{
    public static TheoryData<int, int> Shapes => new() { { 0, 0 }, { 0, 2 }, { 2, 0 }, { 1, 1 }, { 1, 3 }, { 3, 1 }, { 4, 4 } };

    private static readonly Dictionary<string, Action<Matrix>> Rectangular = new()
    {
        ["Qr.Factor"] = a => Qr.Factor(a),
        ["Qr.FactorPivoted"] = a => Qr.FactorPivoted(a),
        ["Svd"] = a => Svd.Decompose(a),
        ["RandomizedSvd"] = a => RandomizedSvd.Decompose(a, new() { Components = 1 }),
        ["LeastSquares"] = a => LeastSquares.Solve(a, new double[a.Rows]),
    };

    private static readonly Dictionary<string, Action<Matrix>> Square = new()
    {
        ["Lu.Factor"] = a => Lu.Factor(a),
        ["Cholesky.Factor"] = a => Cholesky.Factor(a),
        ["SymmetricEigen"] = a => SymmetricEigen.Decompose(a),
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Factors_of_any_shape_multiply_back(int n, int d)
    {
        foreach (var a in (Matrix[])[Near.Random(n, d, n + d), Matrix.Zeros(n, d), Matrix.Create(n, d, (_, j) => j + 1)])
        {
            var k = Math.Min(n, d);
            var qr = Qr.Factor(a);
            Assert.Equal((n, k, k, d), (qr.Q.Rows, qr.Q.Columns, qr.R.Rows, qr.R.Columns));
            Assert.True(Near.Units(qr.Q * qr.R, a) < 8);
            var pivoted = Qr.FactorPivoted(a);
            Assert.True(Near.Units(pivoted.Q * pivoted.R, a.SelectColumns([.. pivoted.Pivots])) < 8);
            foreach (var method in Enum.GetValues<SvdMethod>())
            {
                var svd = Svd.Decompose(a, new() { Method = method });
                Assert.Equal((n, k, d, k), (svd.U.Rows, svd.U.Columns, svd.V.Rows, svd.V.Columns));
                Assert.True(Near.Units(Gemm.Multiply(svd.U * Near.Diagonal(svd.Values), svd.V, transposeB: true), a) < 8);
                Assert.Equal((d, n), (svd.PseudoInverse().Rows, svd.PseudoInverse().Columns));
            }
        }
    }

    [Fact]
    public void Empty_where_there_is_nothing_to_solve()
    {
        foreach (var (n, d) in (ReadOnlySpan<(int, int)>)[(0, 0), (0, 2), (2, 0)])
        {
            foreach (var name in (string[])["RandomizedSvd", "LeastSquares"])
            {
                Assert.Equal($"{name} needs at least 1 row and 1 column. Got {n} × {d}.",
                    Assert.Throws<ArgumentException>(() => Rectangular[name](Matrix.Zeros(n, d))).Message);
            }
        }
        foreach (var factor in Square.Values) factor(Matrix.Zeros(0, 0));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_value_that_is_not_finite_is_named(double value, string shown)
    {
        var a = Matrix.Wrap(2, 2, [1, 2, value, 3], ["price", "stock"]);
        foreach (var (name, factor) in Rectangular.Concat(Square))
        {
            Assert.Equal($"Row 1, column 'price' is {shown}. {name} needs finite values: drop or impute the others first.",
                Assert.Throws<ArgumentException>(() => factor(a)).Message);
        }
    }

    [Fact]
    public void A_shape_that_does_not_fit_is_named()
    {
        foreach (var (name, factor) in Square)
        {
            Assert.Equal($"{name} needs as many rows as columns. Got 2 × 3.",
                Assert.Throws<ArgumentException>(() => factor(Matrix.Zeros(2, 3))).Message);
        }
        const string none = "Threads must be ≥ 1, or null for all processors. Got 0.";
        Assert.Equal(none, Assert.Throws<ArgumentException>(() => SymmetricEigen.Values(Matrix.Identity(2), 0)).Message);
        Assert.Equal(none, Assert.Throws<ArgumentException>(() => Qr.Factor(Matrix.Identity(2), 0)).Message);
        Assert.Equal(none, Assert.Throws<ArgumentException>(() => Lu.Factor(Matrix.Identity(2), 0)).Message);
        Assert.Equal(none, Assert.Throws<ArgumentException>(() => Cholesky.Factor(Matrix.Identity(2), 0)).Message);
        Assert.Equal("Rank needs a tolerance in [0, 1), or null. Got NaN.",
            Assert.Throws<ArgumentException>(() => Svd.Decompose(Matrix.Identity(2)).Rank(double.NaN)).Message);
    }
}
