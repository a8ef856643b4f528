using MarketingNotebooks.Numerics.Spatial;

namespace MarketingNotebooks.Numerics.Tests.Spatial;

public class SpanningTreeTests
{
    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(600, 2, 0)]
    [InlineData(600, 2, 1)]
    [InlineData(400, 5, 1)]
    [InlineData(300, 3, -1)]
    public void Lengths_are_those_of_Prims_tree_and_all_rows_are_connected(int n, int d, int floor)
    {
        var rng = new Rng(n + d);
        // −1: on a coarse grid, full of ties and equal rows.
        var rows = Matrix.Create(n, d, (_, _) => floor < 0 ? rng.Next(5) : rng.NextNormal());
        double[] floors = [.. Enumerable.Range(0, n).Select(_ => floor > 0 ? rng.NextUniform(0, 0.5) : 0)];
        var edges = SpanningTree.Edges(new KdTree(rows), floor == 0 ? [] : floors);
        Assert.Equal(Prim(rows, floors).Order(), edges.Select(edge => edge.Length).Order(), (a, b) => Math.Abs(a - b) < 1e-12);
        var component = Enumerable.Range(0, n).ToArray();
        foreach (var edge in edges)
        {
            Assert.Equal(Length(rows, floors, edge.A, edge.B), edge.Length, 1e-12);
            var (from, to) = (component[edge.A], component[edge.B]);
            Assert.NotEqual(from, to);
            for (var i = 0; i < n; i++) component[i] = component[i] == from ? to : component[i];
        }
        Assert.Equal(n - 1, edges.Length);
    }

    [Fact]
    public void One_row_and_mistakes()
    {
        Assert.Empty(SpanningTree.Edges(new KdTree(Matrix.FromRows([[1]]))));
        Assert.Empty(SpanningTree.Edges(new KdTree(Matrix.Zeros(0, 1))));
        var tree = new KdTree(Matrix.FromRows([[1], [2]]));
        Assert.Equal("SpanningTree.Edges needs 2 floors, one a row, or none. Got 1.", Assert.Throws<ArgumentException>(() => SpanningTree.Edges(tree, [1])).Message);
        Assert.Equal("SpanningTree.Edges needs floors that are finite and ≥ 0. Got NaN.", Assert.Throws<ArgumentException>(() => SpanningTree.Edges(tree, [1, double.NaN])).Message);
        Assert.Throws<OperationCanceledException>(() => SpanningTree.Edges(tree, cancellationToken: new CancellationToken(true)));
    }

    private static IEnumerable<double> Prim(Matrix rows, double[] floors)
    {
        var distances = Enumerable.Range(0, rows.Rows).ToDictionary(i => i, _ => double.PositiveInfinity);
        var last = 0;
        distances.Remove(0);
        while (distances.Count > 0)
        {
            foreach (var i in distances.Keys) distances[i] = Math.Min(distances[i], Length(rows, floors, last, i));
            last = distances.MinBy(pair => pair.Value).Key;
            yield return distances[last];
            distances.Remove(last);
        }
    }

    private static double Length(Matrix rows, double[] floors, int a, int b) =>
        Math.Max(Math.Sqrt(Distances.SquaredEuclidean(rows.Row(a), rows.Row(b))), Math.Max(floors[a], floors[b]));
}
