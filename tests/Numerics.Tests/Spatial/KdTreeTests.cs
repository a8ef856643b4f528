using MarketingNotebooks.Numerics.Spatial;

namespace MarketingNotebooks.Numerics.Tests.Spatial;

public class KdTreeTests
{
    private static Neighbor[] ByHand(Matrix rows, double[] point) =>
    [
        .. Enumerable.Range(0, rows.Rows).Select(i =>
        {
            var sum = 0.0;
            for (var j = 0; j < point.Length; j++) sum += (point[j] - rows[i, j]) * (point[j] - rows[i, j]);
            return new Neighbor(i, Math.Sqrt(sum));
        }).OrderBy(n => n.Distance).ThenBy(n => n.Row),
    ];

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(500, 2, false)]
    [InlineData(500, 2, true)]
    [InlineData(300, 5, false)]
    [InlineData(300, 3, true)]
    public void Neighbours_equal_those_of_a_search_over_all_rows(int n, int d, bool grid)
    {
        var rng = new Rng(n + d);
        // On a grid, with duplicates and many equal distances.
        var rows = Matrix.Create(n, d, (_, _) => grid ? rng.Next(6) : rng.NextNormal());
        var tree = new KdTree(rows);
        for (var query = 0; query < 40; query++)
        {
            double[] point = [.. Enumerable.Range(0, d).Select(_ => grid ? rng.Next(-1, 7) : 2 * rng.NextNormal())];
            var expected = ByHand(rows, point);
            foreach (var k in (int[])[1, 5, 40]) Assert.Equal(expected.Take(k), tree.Nearest(point, k));
            foreach (var radius in (double[])[0, 1, 2.5])
                Assert.Equal(expected.Where(e => e.Distance <= radius).OrderBy(e => e.Row), tree.Within(point, radius));
        }
    }

    [Fact]
    public void Equal_rows_empty_trees_and_mistakes()
    {
        var equal = new KdTree(Matrix.Create(100, 2, (_, _) => 3));
        Assert.Equal([0, 1, 2], equal.Nearest([3, 3], 3).Select(n => n.Row));
        Assert.Equal(100, equal.Within([3, 3], 0).Length);
        Assert.Empty(new KdTree(Matrix.Zeros(0, 2)).Nearest([0, 0], 1));
        Assert.Equal("KdTree.Nearest needs a point of 2 values. Got 1.", Assert.Throws<ArgumentException>(() => equal.Nearest([0], 1)).Message);
        Assert.Equal("KdTree.Nearest needs k ≥ 1. Got 0.", Assert.Throws<ArgumentException>(() => equal.Nearest([0, 0], 0)).Message);
        Assert.Equal("KdTree.Within needs a radius ≥ 0. Got NaN.", Assert.Throws<ArgumentException>(() => equal.Within([0, 0], double.NaN)).Message);
        Assert.Equal("Row 0, column 'x0' is NaN. KdTree needs finite values: drop or impute the others first.",
            Assert.Throws<ArgumentException>(() => new KdTree(Matrix.FromRows([[double.NaN]]))).Message);
    }
}
