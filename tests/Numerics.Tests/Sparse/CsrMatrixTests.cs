using MarketingNotebooks.Numerics.Sparse;

namespace MarketingNotebooks.Numerics.Tests.Sparse;

public class CsrMatrixTests
{
    private static Matrix Random(int rows, int columns, long seed)
    {
        var rng = new Rng(seed);
        return Matrix.Create(rows, columns, (_, _) => rng.NextBool(0.2) ? rng.Next(1, 9) : 0); // whole numbers: sums are exact in any order
    }

    [Theory]
    [InlineData(0, 3, 2)]
    [InlineData(3, 0, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(30, 20, 25)]
    [InlineData(400, 90, 70)]
    public void Products_equal_the_dense_ones(int n, int d, int m)
    {
        var (a, b) = (Random(n, d, 1), Random(d, m, 2));
        var (sparse, right) = (CsrMatrix.FromDense(a), CsrMatrix.FromDense(b));
        Assert.Equal(a, sparse.ToDense());
        Assert.Equal(a.Transpose(), sparse.Transpose().ToDense());
        Assert.Equal(a * b, sparse.Multiply(b));
        Assert.Equal(a * b, sparse.Multiply(right).ToDense());
        var x = Enumerable.Range(0, d).Select(i => (double)i).ToArray();
        Assert.Equal(a.Multiply(x), sparse.Multiply(x));
        var y = Enumerable.Range(0, n).Select(i => (double)i).ToArray();
        Assert.Equal(a.Transpose().Multiply(y), sparse.MultiplyTransposed(y));
    }

    [Fact]
    public void Entries_in_any_order_are_sorted_and_added_up()
    {
        var a = CsrMatrix.FromEntries(3, 4, [(2, 3, 1), (0, 2, 5), (2, 0, 7), (0, 2, -1), (0, 1, 3)]);
        Assert.Equal(Matrix.FromRows([[0, 3, 4, 0], [0, 0, 0, 0], [7, 0, 0, 1]]), a.ToDense());
        Assert.Equal(4, a.Count);
        Assert.Equal([1, 2], a.RowColumns(0));
        Assert.True(a.RowValues(1).IsEmpty);
        Assert.Equal((4, 0, 1), (a[0, 2], a[1, 1], a[2, 3]));
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("CsrMatrix.FromEntries needs entries inside 2 × 2. Got 1 at (0, 2).",
            Assert.Throws<ArgumentException>(() => CsrMatrix.FromEntries(2, 2, [(0, 2, 1)])).Message);
        Assert.Equal("Multiply needs 2 values or rows on the other side of a 2 × 2 matrix. Got 3.",
            Assert.Throws<ArgumentException>(() => CsrMatrix.FromDense(Matrix.Identity(2)).Multiply(new double[3])).Message);
        Assert.Equal("Row must be in [0, 1] for a 2 × 2 matrix. Got 5.",
            Assert.Throws<ArgumentException>(() => CsrMatrix.FromDense(Matrix.Identity(2)).RowValues(5)).Message);
    }
}
