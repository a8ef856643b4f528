using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

/// <summary>Expected values: scikit-learn 1.2.1, <c>DBSCAN(eps, min_samples).fit(load_iris().data)</c>.</summary>
public class DbscanTests
{
    [Theory]
    [InlineData(0.5, 5, 117, 29330, new[] { 17, 49, 84 })]
    [InlineData(0.4, 4, 104, 32927, new[] { 25, 47, 38, 36, 4 })]
    [InlineData(0.8, 10, 134, 31504, new[] { 5, 50, 95 })]
    [InlineData(0.3, 3, 67, 37932, new[] { 67, 38, 3, 6, 4, 14, 7, 3, 3, 5 })]
    public void Iris_has_scikit_learns_clusters(double epsilon, int minPoints, int core, int weighted, int[] noiseThenSizes)
    {
        var model = Dbscan.Fit(Samples.Iris, new() { Epsilon = epsilon, MinPoints = minPoints });
        Assert.Equal(core, model.CoreRows.Length);
        Assert.Equal(noiseThenSizes, model.Sizes.Prepend(model.NoiseCount));
        Assert.Equal(noiseThenSizes.Length - 1, model.Clusters);
        Assert.Equal(weighted, model.Labels.Select((label, i) => (i + 1) * (label + 2)).Sum());
    }

    [Fact]
    public void Iris_has_scikit_learns_noise_rows()
    {
        var labels = Dbscan.Fit(Samples.Iris).Labels;
        Assert.Equal([41, 57, 60, 68, 87, 93, 98, 105, 106, 108, 109, 117, 118, 122, 131, 134, 135],
            Enumerable.Range(0, 150).Where(i => labels[i] == DbscanModel.Noise));
    }

    [Theory]
    [InlineData(1_500, 2, 0.9, 6)]
    [InlineData(1_500, 2, 0.3, 3)]
    [InlineData(900, 5, 2.5, 8)]
    public void The_definition_holds_at_any_number_of_threads(int n, int d, double epsilon, int minPoints)
    {
        var (rows, _) = Samples.Groups(n, d, 6, noise: 1.5, seed: n + d);
        var options = new DbscanOptions { Epsilon = epsilon, MinPoints = minPoints, Threads = 1 };
        var model = Dbscan.Fit(rows, options);
        Assert.Equal(Plain(rows, epsilon, minPoints), model.Labels);
        Assert.InRange(model.NoiseCount, 1, n - 1);
        foreach (var threads in (int[])[2, 3]) Assert.Equal(model.Labels.AsSpan(), Dbscan.Fit(rows, options with { Threads = threads }).Labels.AsSpan());
    }

    [Fact]
    public void Two_moons_are_told_apart_where_k_means_cannot()
    {
        var rng = new Rng(3);
        var truth = Enumerable.Range(0, 600).Select(i => i % 2).ToArray();
        var rows = Matrix.FromRows(truth.Select(moon =>
        {
            var angle = rng.NextUniform(0, Math.PI);
            var (x, y) = moon == 0 ? (Math.Cos(angle), Math.Sin(angle)) : (1 - Math.Cos(angle), 0.5 - Math.Sin(angle));
            return new[] { x + 0.04 * rng.NextNormal(), y + 0.04 * rng.NextNormal() };
        }));
        Assert.Equal(1, AdjustedRand.Compute(truth, Dbscan.Fit(rows, new() { Epsilon = 0.2 }).Labels));
        Assert.InRange(AdjustedRand.Compute(truth, KMeans.Fit(rows, new() { Clusters = 2 }).Labels), 0, 0.8);
    }

    [Fact]
    public void A_border_row_of_two_clusters_joins_the_lower_one_and_carries_no_cluster_across()
    {
        // Row 4 at 0 is within 1 of both triples' ends but has too few neighbours to be core.
        var rows = Matrix.FromRows([[2], [1.5], [1], [1.7], [0], [-1], [-1.5], [-2], [-1.7]]);
        var model = Dbscan.Fit(rows, new() { Epsilon = 1, MinPoints = 4 });
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1], model.Labels.ToArray());
        Assert.DoesNotContain(4, model.CoreRows);
        // A border row that is looked at first, before any cluster, is still drawn in.
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1, 1], Dbscan.Fit(rows.SelectRows([4, 0, 1, 2, 3, 5, 6, 7, 8]), new() { Epsilon = 1, MinPoints = 4 }).Labels.ToArray());
    }

    [Fact]
    public void The_edge_of_the_radius_is_inside()
    {
        var rows = Matrix.FromRows([[0, 0], [3, 4], [6, 8]]);
        Assert.Equal([0, 0, 0], Dbscan.Fit(rows, new() { Epsilon = 5, MinPoints = 3 }).Labels.ToArray());
        Assert.Equal([-1, -1, -1], Dbscan.Fit(rows, new() { Epsilon = Math.BitDecrement(5.0), MinPoints = 2 }).Labels.ToArray());
    }

    [Fact]
    public void Duplicates_one_row_all_noise_and_huge_values()
    {
        var same = Dbscan.Fit(Matrix.Create(500, 3, (_, j) => j));
        Assert.Equal((1, 500, 0), (same.Clusters, same.CoreRows.Length, same.NoiseCount));
        Assert.Equal([-1], Dbscan.Fit(Matrix.FromRows([[1, 2]])).Labels.ToArray());
        Assert.Equal([0], Dbscan.Fit(Matrix.FromRows([[1, 2]]), new() { MinPoints = 1 }).Labels.ToArray());
        var apart = Dbscan.Fit(Matrix.Create(2_000, 1, (i, _) => 10 * i));
        Assert.Equal((0, 2_000, 0), (apart.Clusters, apart.NoiseCount, apart.CorePoints.Rows));
        Assert.Empty(apart.Sizes);
        Assert.Equal([-1, -1], apart.Predict(Matrix.FromRows([[0], [5]])).ToArray());
        Assert.Equal([0, 0, 1], Dbscan.Fit(Matrix.FromRows([[1e200], [1e200], [-1e200]]), new() { MinPoints = 1 }).Labels.ToArray());
    }

    [Fact]
    public void New_rows_go_to_the_nearest_core_row_within_reach()
    {
        var model = Dbscan.Fit(Samples.Iris);
        var again = model.Predict(Samples.Iris);
        foreach (var i in model.CoreRows) Assert.Equal(model.Labels[i], again[i]);
        for (var i = 0; i < 150; i++) Assert.Equal(model.Labels[i] < 0, again[i] < 0);
        Assert.Equal([DbscanModel.Noise], model.Predict(Matrix.FromRows([[50, 50, 50, 50]], Samples.Iris.ColumnNames)).ToArray());
    }

    /// <summary>Beside its input: a tree over the rows (their copy, 4 bytes a row and boxes), marks, components, labels and core rows.</summary>
    [Fact]
    public void Rows_are_held_once()
    {
        const int n = 50_000;
        var rng = new Rng(5);
        var rows = Matrix.Create(n, 2, (_, _) => rng.NextNormal());
        var options = new DbscanOptions { Epsilon = 0.02, Threads = 1 };
        Dbscan.Fit(rows, options);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var model = Dbscan.Fit(rows, options);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 44 * n);
        Assert.Same(rows, model.TrainingRows);
        Assert.Equal(rows.SelectRows(model.CoreRows.AsSpan()), model.CorePoints);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var rows = Matrix.FromRows([[1, 2], [3, double.NaN]], ["age", "income"]);
        Assert.Equal("Row 1, feature 'income' is NaN. Drop or impute missing values before Dbscan.Fit, e.g. frame.FillMissing(\"income\", Fill.Median).",
            Assert.Throws<ArgumentException>(() => Dbscan.Fit(rows)).Message);
        Assert.Equal("DbscanOptions.Epsilon must be finite and > 0. Got 0.\nDbscanOptions.MinPoints must be ≥ 1. Got 0.\n"
            + "DbscanOptions.Threads must be ≥ 1, or null for all processors. Got 0.",
            Assert.Throws<ArgumentException>(() => Dbscan.Fit(Samples.Iris, new() { Epsilon = 0, MinPoints = 0, Threads = 0 })).Message);
        Assert.Equal("DbscanModel.Predict needs the 4 columns that the model was fitted on. Got 2.",
            Assert.Throws<ArgumentException>(() => Dbscan.Fit(Samples.Iris).Predict(Matrix.Zeros(1, 2))).Message);
    }

    /// <summary>The definition, pair by pair.</summary>
    private static int[] Plain(Matrix rows, double epsilon, int minPoints)
    {
        var n = rows.Rows;
        var near = Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n)
            .Where(j => Math.Sqrt(Distances.SquaredEuclidean(rows.Row(i), rows.Row(j))) <= epsilon).ToList()).ToList();
        var labels = Enumerable.Repeat(-1, n).ToArray();
        var cluster = 0;
        for (var seed = 0; seed < n; seed++)
        {
            if (labels[seed] >= 0 || near[seed].Count < minPoints) continue;
            var stack = new Stack<int>([seed]);
            while (stack.TryPop(out var i))
            {
                labels[i] = cluster;
                if (near[i].Count < minPoints) continue;
                foreach (var j in near[i].Where(j => labels[j] < 0)) stack.Push(j);
            }
            cluster++;
        }
        return labels;
    }
}
