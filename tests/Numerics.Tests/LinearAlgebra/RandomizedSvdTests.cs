using MarketingNotebooks.Numerics.LinearAlgebra;
using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Numerics.Tests.LinearAlgebra;

public class RandomizedSvdTests
{
    /// <summary>Baskets of two tastes: each row draws from its own half of the columns, and rarely from the other.</summary>
    private static CsrMatrix Baskets(int rows, int columns, long seed)
    {
        var rng = new Rng(seed);
        var entries = new List<(int, int, double)>();
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                if (rng.NextBool((i % 3 == 0) == (j < columns / 2) ? 0.15 : 0.01)) entries.Add((i, j, rng.Next(1, 4)));
        return CsrMatrix.FromEntries(rows, columns, entries);
    }

    private static Matrix Centered(Matrix a)
    {
        double[] means = [.. Enumerable.Range(0, a.Columns).Select(j => a.Column(j).Average())];
        return Matrix.Create(a.Rows, a.Columns, (i, j) => a[i, j] - means[j]);
    }

    [Theory]
    [InlineData(400, 90, false)]
    [InlineData(400, 90, true)]
    [InlineData(60, 200, false)]
    [InlineData(60, 200, true)]
    public void Sparse_products_give_the_dense_decomposition(int n, int d, bool center)
    {
        var sparse = Baskets(n, d, n + d);
        var dense = center ? Centered(sparse.ToDense()) : sparse.ToDense();
        var whole = Svd.Decompose(dense);
        // As many directions as there are values: the subspace is the whole space, and nothing is left to chance.
        var full = RandomizedSvd.Decompose(sparse, new() { Components = Math.Min(n, d) - 1, Center = center });
        Assert.Equal(whole.Values.SkipLast(1), full.Values, (x, y) => Math.Abs(x - y) < 1e-12 * whole.Values[0]);
        // The leading values stand out; the rest is noise.
        var options = new RandomizedSvdOptions { Components = 2, Center = center, Tolerance = 1e-13, Threads = 1 };
        var few = RandomizedSvd.Decompose(sparse, options);
        for (var k = 0; k < (center ? 1 : 2); k++)
        {
            Assert.Equal(whole.Values[k], few.Values[k], 1e-10 * whole.Values[0]);
            for (var j = 0; j < d; j++) Assert.Equal(whole.V[j, k], few.V[j, k], 1e-8);
            for (var i = 0; i < n; i++) Assert.Equal(whole.U[i, k], few.U[i, k], 1e-8);
        }
        Assert.True(Near.Frobenius(Gemm.Multiply(few.U, few.U, transposeA: true) - Matrix.Identity(2)) < 1e-14);
        Assert.Equal(few.U, RandomizedSvd.Decompose(sparse, options with { Threads = 2 }).U);
        var fromDense = RandomizedSvd.Decompose(sparse.ToDense(), options);
        Assert.Equal(fromDense.Values, few.Values, (x, y) => Math.Abs(x - y) < 1e-12 * whole.Values[0]);
    }

    [Fact]
    public void A_matrix_that_would_not_fit_as_a_dense_one()
    {
        // 200,000 × 100,000 with a planted pair of vectors: 160 GB if its zeros were stored.
        const int n = 200_000, d = 100_000;
        var entries = new List<(int, int, double)>();
        for (var i = 0; i < n; i += 10)
            for (var j = 0; j < 100; j += 10) entries.Add((i, j * 1000, 2));
        entries.Add((1, 1, 5));
        var svd = RandomizedSvd.Decompose(CsrMatrix.FromEntries(n, d, entries), new() { Components = 3, Oversampling = 2 });
        Assert.Equal(2 * Math.Sqrt(20_000 * 10), svd.Values[0], 1e-8);
        Assert.Equal(5, svd.Values[1], 1e-10);
        Assert.Equal(0, svd.Values[2], 1e-10);
        Assert.Equal(1, svd.V[1, 1], 1e-12);
    }

    [Fact]
    public void Limits()
    {
        var one = RandomizedSvd.Decompose(CsrMatrix.FromEntries(1, 2, [(0, 0, 3), (0, 1, -4)]), new() { Components = 1 });
        Assert.Equal(5, one.Values[0], 1e-14);
        Assert.Equal(0.8, one.V[1, 0], 1e-15);
        var empty = RandomizedSvd.Decompose(CsrMatrix.FromEntries(5, 4, []));
        Assert.Equal([0, 0], empty.Values.AsEnumerable());
        Assert.True(Near.Orthogonality(empty.V) < 4);
        // One row less its own mean is nothing.
        Assert.Equal(0, RandomizedSvd.Decompose(Matrix.FromRows([[1, 2]]), new() { Components = 1, Center = true }).Values[0], 1e-15);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var a = CsrMatrix.FromEntries(3, 2, [(1, 1, double.NaN)]);
        Assert.Equal("Row 1, column 1 is NaN. RandomizedSvd needs finite values: drop or impute the others first.",
            Assert.Throws<ArgumentException>(() => RandomizedSvd.Decompose(a)).Message);
        Assert.Equal("RandomizedSvdOptions.Components must be in [1, 2] for a 3 × 2 matrix. Got 3.",
            Assert.Throws<ArgumentException>(() => RandomizedSvd.Decompose(a, new() { Components = 3 })).Message);
        Assert.Equal("RandomizedSvd needs at least 1 row and 1 column. Got 0 × 2.",
            Assert.Throws<ArgumentException>(() => RandomizedSvd.Decompose(CsrMatrix.FromEntries(0, 2, []))).Message);
        Assert.Throws<OperationCanceledException>(() => RandomizedSvd.Decompose(CsrMatrix.FromEntries(3, 2, []), null, new CancellationToken(true)));
    }
}
