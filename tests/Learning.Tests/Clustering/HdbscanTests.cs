using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class HdbscanTests
{
    /// <summary>R's dbscan 1.1-11, <c>hdbscan(x, minPts = 2)</c>: with a larger minPts R cuts equally long edges one by one, and differs.</summary>
    [Fact]
    public void Pairs_have_the_stabilities_of_R()
    {
        var rows = Matrix.Create(90, 2, (at, j) => at + 1 is var i && j == 0 ? Math.Sin(i * i) + 3 * (i % 3) : Math.Cos(3 * i * i) + 2 * (i % 2));
        var model = Hdbscan.Fit(rows, new() { MinClusterSize = 2 });
        double[] expected =
        [
            0.317010978683, 0.391650579286, 0.729306183958, 1.205298353436, 1.335993284801, 1.567670945275, 1.643445381117, 1.899016761290, 2.221678154975,
            3.447754889784, 3.751322807158, 5.806598311429, 7.100497922669, 7.868021664807, 8.020567891484, 9.135531323856, 11.056102172815, 13.239878630619,
            16.132884193588, 18.235483527528, 19.872649181595, 20.378181929310, 21.404255734858, 32.452741068420, 36.103183696846, 37.154085382553,
            46.274032306986, 2011.121099903060,
        ];
        Assert.Equal(expected, model.Stabilities.Order(), (a, b) => Math.Abs(a - b) < 1e-9 * Math.Max(1, a));
        Assert.Equal(12, model.NoiseCount);
        Assert.Equal(26.24295, model.CoreDistances.Sum(), 1e-5);
    }

    [Theory]
    [InlineData(3, 48.77161731)]
    [InlineData(5, 60.82964856)]
    [InlineData(10, 80.86801613)]
    [InlineData(15, 96.29910701)]
    public void Iris_has_the_clusters_of_R(int least, double core)
    {
        var model = Hdbscan.Fit(Samples.Iris, new() { MinClusterSize = least });
        Assert.Equal(Samples.IrisSpecies.Select(species => Math.Min(species, 1)), model.Labels);
        Assert.Equal(core, model.CoreDistances.Sum(), 1e-6);
    }

    [Theory]
    [InlineData(50, 2, 5, null, false)]
    [InlineData(50, 2, 3, 6, false)]
    [InlineData(60, 2, 4, null, true)]
    [InlineData(60, 1, 5, 2, true)]
    [InlineData(40, 3, 4, 1, false)]
    public void The_definition_holds(int n, int d, int least, int? points, bool grid)
    {
        var rng = new Rng(n + d + least);
        var rows = Matrix.Create(n, d, (i, _) => grid ? 4 * (i % 3) + rng.Next(4) : 4 * (i % 4) + rng.NextNormal());
        var options = new HdbscanOptions { MinClusterSize = least, MinPoints = points };
        var model = Hdbscan.Fit(rows, options);
        var plain = new PlainHierarchy(rows, model.CoreDistances, least);
        Assert.Equal(plain.Labels, model.Labels);
        Assert.Equal(plain.Stabilities, model.Stabilities, (a, b) => Math.Abs(a - b) < 1e-9 * Math.Max(1, a));
        Assert.Equal(plain.Scores, model.OutlierScores, (a, b) => Math.Abs(a - b) < 1e-12);
        // The order of the rows does not matter, for all that many edges are equally long.
        var order = new Rng(3).Permutation(n);
        Assert.Equal(1, AdjustedRand.Compute([.. order.Select(i => model.Labels[i])], Hdbscan.Fit(rows.SelectRows(order), options).Labels));
    }

    [Fact]
    public void Groups_of_unlike_density_are_found_where_no_one_radius_finds_them()
    {
        var rng = new Rng(11);
        // A tight pair of groups a short way apart, a wide one far off, and rows anywhere.
        var truth = Enumerable.Range(0, 1_200).Select(i => i < 100 ? -1 : i % 3).ToArray();
        var rows = Matrix.Create(1_200, 2, (i, j) => truth[i] switch
        {
            0 => 0.1 * rng.NextNormal(),
            1 => (j == 0 ? 1.2 : 0) + 0.1 * rng.NextNormal(),
            2 => 14 + 2.5 * rng.NextNormal(),
            _ => rng.NextUniform(-12, 24),
        });
        var model = Hdbscan.Fit(rows, new() { MinClusterSize = 40, MinPoints = 10 });
        Assert.Equal(3, model.Clusters);
        Assert.InRange(AdjustedRand.Compute(truth, model.Labels), 0.85, 1);
        var best = Enumerable.Range(1, 40).Max(i => AdjustedRand.Compute(truth, Dbscan.Fit(rows, new() { Epsilon = 0.05 * i, MinPoints = 10 }).Labels));
        Assert.True(best < AdjustedRand.Compute(truth, model.Labels), $"DBSCAN reached {best:0.000}.");
    }

    [Fact]
    public void Probabilities_and_leaves_follow_their_definition()
    {
        var model = Hdbscan.Fit(Samples.Iris, new() { MinClusterSize = 5 });
        Assert.All(Enumerable.Range(0, 150), i => Assert.Equal(model.Labels[i] < 0, model.Probabilities[i] == 0));
        for (var cluster = 0; cluster < model.Clusters; cluster++)
            Assert.Equal(1, Enumerable.Range(0, 150).Where(i => model.Labels[i] == cluster).Max(i => model.Probabilities[i]));
        var leaves = Hdbscan.Fit(Samples.Iris, new() { MinClusterSize = 5, Selection = ClusterSelection.Leaf });
        Assert.InRange(leaves.Clusters, 3, 30);
        Assert.True(leaves.NoiseCount > model.NoiseCount);
    }

    [Fact]
    public void One_row_equal_rows_one_group_and_huge_values()
    {
        Assert.Equal([-1], Hdbscan.Fit(Matrix.FromRows([[1, 2]])).Labels.ToArray());
        Assert.Equal([-1, -1, -1], Hdbscan.Fit(Matrix.FromRows([[1], [2], [5]])).Labels.ToArray());
        var equal = Hdbscan.Fit(Matrix.Create(60, 2, (_, j) => j), new() { AllowOneCluster = true });
        Assert.Equal((1, 0), (equal.Clusters, equal.NoiseCount));
        Assert.All(equal.Probabilities, p => Assert.Equal(1, p));
        Assert.Equal(0, Hdbscan.Fit(Matrix.Create(60, 2, (_, j) => j)).Clusters);
        // Equal rows in two places: distances of 0 have the density of the nearest that are not.
        var two = Hdbscan.Fit(Matrix.Create(60, 1, (i, _) => i % 2));
        Assert.Equal([30, 30], two.Sizes.ToArray());
        Assert.All(two.Stabilities, stability => Assert.True(double.IsFinite(stability)));
        var rng = new Rng(1);
        Assert.Equal(1, Hdbscan.Fit(Matrix.Create(300, 2, (_, _) => rng.NextNormal()), new() { MinClusterSize = 50, AllowOneCluster = true }).Clusters);
        Assert.StartsWith("Row 0, feature 'x0' is 1E+200. Hdbscan.Fit needs values up to 1E+150 in size",
            Assert.Throws<ArgumentException>(() => Hdbscan.Fit(Matrix.FromRows([[1e200]]))).Message, StringComparison.Ordinal);
        Assert.Equal("HdbscanOptions.MinClusterSize must be ≥ 2. Got 1.\nHdbscanOptions.MinPoints must be in [1, 150] for 150 rows, or null. Got 151.",
            Assert.Throws<ArgumentException>(() => Hdbscan.Fit(Samples.Iris, new() { MinClusterSize = 1, MinPoints = 151 })).Message);
    }

    /// <summary>The hierarchy by its definition: sets of rows, cut at every distance, with all pairs at hand.</summary>
    private sealed class PlainHierarchy
    {
        private readonly double[,] _reach;
        private readonly int _least;
        private readonly double _highest;
        private readonly List<(double Stability, List<int> Rows, List<int> Children)> _clusters = [];
        private readonly Dictionary<int, (int Cluster, double Lambda)> _left = [];

        public PlainHierarchy(Matrix rows, IReadOnlyList<double> core, int least)
        {
            var n = rows.Rows;
            _least = least;
            _reach = new double[n, n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) _reach[i, j] = Math.Max(Math.Sqrt(Distances.SquaredEuclidean(rows.Row(i), rows.Row(j))), Math.Max(core[i], core[j]));
            _highest = 1 / Enumerable.Range(0, n).SelectMany(i => Enumerable.Range(0, i).Select(j => _reach[i, j])).Where(r => r > 0).Min();
            Grow([.. Enumerable.Range(0, n)], 0);
            Labels = new int[n];
            var kept = _clusters[0].Children.SelectMany(c => Best(c).Kept).ToList();
            var owner = Enumerable.Range(0, n).Select(i => kept.FindIndex(c => _clusters[c].Rows.Contains(i))).ToArray();
            var names = owner.Where(o => o >= 0).Distinct().ToList();
            for (var i = 0; i < n; i++) Labels[i] = owner[i] < 0 ? -1 : names.IndexOf(owner[i]);
            Stabilities = [.. names.Select(o => _clusters[kept[o]].Stability)];
            Scores = [.. Enumerable.Range(0, n).Select(i => 1 - _left[i].Lambda / _clusters[_left[i].Cluster].Rows.Max(row => _left[row].Lambda))];
        }

        public int[] Labels { get; }

        public double[] Stabilities { get; }

        public double[] Scores { get; }

        private int Grow(List<int> rows, double birth)
        {
            var id = _clusters.Count;
            _clusters.Add((0, rows, []));
            var (stability, members, children) = (0.0, rows, new List<int>());
            foreach (var height in rows.SelectMany(i => rows.Where(j => j != i).Select(j => _reach[i, j])).Distinct().OrderDescending().ToList())
            {
                var parts = Parts(members, height);
                if (parts.Count == 1) continue;
                var lambda = height > 0 ? 1 / height : _highest;
                var large = parts.Where(part => part.Count >= _least).ToList();
                foreach (var row in parts.Where(part => part.Count < _least).SelectMany(part => part))
                {
                    _left[row] = (id, lambda);
                    stability += lambda - birth;
                }
                if (large.Count != 1)
                {
                    foreach (var part in large)
                    {
                        stability += part.Count * (lambda - birth);
                        children.Add(Grow(part, lambda));
                    }
                    break;
                }
                members = large[0];
            }
            _clusters[id] = (stability, rows, children);
            return id;
        }

        private List<List<int>> Parts(List<int> rows, double height)
        {
            var left = rows.ToHashSet();
            var parts = new List<List<int>>();
            while (left.Count > 0)
            {
                var part = new List<int>();
                var open = new Stack<int>([left.First()]);
                left.Remove(open.Peek());
                while (open.TryPop(out var i))
                {
                    part.Add(i);
                    foreach (var j in left.Where(j => _reach[i, j] < height).ToList())
                    {
                        left.Remove(j);
                        open.Push(j);
                    }
                }
                parts.Add(part);
            }
            return parts;
        }

        private (double Mass, List<int> Kept) Best(int cluster)
        {
            var below = _clusters[cluster].Children.Select(Best).ToList();
            var mass = below.Sum(b => b.Mass);
            return _clusters[cluster].Stability >= mass ? (_clusters[cluster].Stability, [cluster]) : (mass, [.. below.SelectMany(b => b.Kept)]);
        }
    }
}
