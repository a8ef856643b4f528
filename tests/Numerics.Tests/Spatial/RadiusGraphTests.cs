using MarketingNotebooks.Numerics.Spatial;

namespace MarketingNotebooks.Numerics.Tests.Spatial;

public class RadiusGraphTests
{
    [Theory]
    [InlineData(700, 1, 0.02, false)]
    [InlineData(700, 2, 0.2, false)]
    [InlineData(700, 2, 1, true)]
    [InlineData(400, 2, 1.5, true)]
    [InlineData(500, 6, 1.6, false)]
    [InlineData(60, 2, 0, true)]
    [InlineData(300, 3, 100, false)]
    public void Counts_components_and_spread_equal_those_of_all_pairs(int n, int d, double radius, bool grid)
    {
        var rng = new Rng(n + d);
        var rows = Matrix.Create(n, d, (_, _) => grid ? 2 * rng.Next(20) : rng.NextNormal());
        var near = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n)
            .Where(j => Math.Sqrt(Distances.SquaredEuclidean(rows.Row(i), rows.Row(j))) <= radius).ToArray()).ToArray();
        var graph = new RadiusGraph(rows, radius);
        Assert.Equal(near.Select(rows => rows.Length), graph.Counts());
        Assert.Equal(near.Select(rows => Math.Min(rows.Length, 3)), graph.Counts(most: 3, threads: 1));
        foreach (var least in (int[])[1, 3, n]) Assert.Equal(near.Select(rows => rows.Length >= least), graph.HaveAtLeast(least));
        bool[] among = [.. Enumerable.Range(0, n).Select(_ => rng.NextDouble() < 0.7)];
        var expected = ByHand(near, among);
        foreach (var threads in (int[])[1, 2, 4]) Assert.Equal(expected, graph.Components(among, threads));
        foreach (var threads in (int[])[1, 2, 4])
        {
            int[] spread = [.. expected];
            graph.Spread(spread, threads);
            Assert.Equal(expected.Select((label, i) => label >= 0 ? label : near[i].Select(j => expected[j]).Where(l => l >= 0).DefaultIfEmpty(-1).Min()), spread);
        }
    }

    [Fact]
    public void A_chain_longer_than_any_box_is_one_component_until_a_link_is_taken_out()
    {
        var rows = Matrix.Create(3_000, 2, (i, j) => j == 0 ? i : Math.Sin(i));
        var graph = new RadiusGraph(rows, 1.5);
        bool[] among = [.. Enumerable.Repeat(true, 3_000)];
        Assert.All(graph.Components(among), label => Assert.Equal(0, label));
        among[1_234] = false;
        var labels = graph.Components(among);
        Assert.Equal((0, -1, 1), (labels[1_233], labels[1_234], labels[1_235]));
    }

    [Fact]
    public void One_row_no_rows_equal_rows_and_mistakes()
    {
        Assert.Equal([0], new RadiusGraph(Matrix.FromRows([[7]]), 0).Components([true]));
        Assert.Equal([-1], new RadiusGraph(Matrix.FromRows([[7]]), 0).Components([false]));
        Assert.Empty(new RadiusGraph(Matrix.Zeros(0, 2), 1).Counts());
        Assert.Empty(new RadiusGraph(Matrix.Zeros(0, 2), 1).Components([]));
        var equal = new RadiusGraph(Matrix.Create(1_000, 3, (_, j) => j), 0);
        Assert.All(equal.Counts(), count => Assert.Equal(1_000, count));
        Assert.Equal("RadiusGraph needs a radius ≥ 0. Got -1.", Assert.Throws<ArgumentException>(() => new RadiusGraph(Matrix.Zeros(1, 1), -1)).Message);
        Assert.Equal("RadiusGraph.Components needs 1000 marks, one a row. Got 1.", Assert.Throws<ArgumentException>(() => equal.Components([true])).Message);
        Assert.Equal("RadiusGraph.Spread needs 1000 labels, one a row. Got 0.", Assert.Throws<ArgumentException>(() => equal.Spread([])).Message);
        Assert.Equal("RadiusGraph.HaveAtLeast needs least ≥ 1. Got 0.", Assert.Throws<ArgumentException>(() => equal.HaveAtLeast(0)).Message);
        Assert.Equal("RadiusGraph.Counts needs most ≥ 1. Got 0.", Assert.Throws<ArgumentException>(() => equal.Counts(0)).Message);
    }

    private static int[] ByHand(int[][] near, bool[] among)
    {
        var labels = Enumerable.Repeat(-1, near.Length).ToArray();
        var next = 0;
        for (var seed = 0; seed < near.Length; seed++)
        {
            if (!among[seed] || labels[seed] >= 0) continue;
            var stack = new Stack<int>([seed]);
            while (stack.TryPop(out var i))
            {
                labels[i] = next;
                foreach (var j in near[i].Where(j => among[j] && labels[j] < 0)) stack.Push(j);
            }
            next++;
        }
        return labels;
    }
}
