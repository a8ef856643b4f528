using MarketingNotebooks.Learning.Outliers;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Outliers;

public class IsolationForestTests
{
    /// <summary>Expected: scikit-learn 1.2.1, the mean over <c>random_state</c> 0 … 7 of <c>-IsolationForest(n_estimators=1000,
    /// max_samples=sample).fit(load_iris().data).score_samples(...)</c>. Draws differ: the
    /// standard deviation of one of its forests of 1,000 trees is up to 0.0043, so of ours of 3,000 up to 0.0025; four of those are allowed.</summary>
    [Theory]
    [InlineData(150, 0.471604, new[] { 0.40907, 0.61091, 0.48918, 0.55017, 0.63096, 0.64755, 0.42294 })]
    [InlineData(64, 0.487957, new[] { 0.44508, 0.58979, 0.49469, 0.53140, 0.64954, 0.64213, 0.43701 })]
    public void Iris_scores_are_scikit_learns_on_average(int sample, double mean, double[] expected)
    {
        var model = IsolationForest.Fit(Samples.Iris, new() { Trees = 3_000, SampleSize = sample });
        int[] rows = [0, 41, 50, 106, 117, 131, 149];
        for (var i = 0; i < rows.Length; i++) Assert.Equal(expected[i], model.Scores[rows[i]], 0.01);
        Assert.Equal(mean, model.Scores.Average(), 0.003);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1.207392357589623)] // sklearn.ensemble._iforest._average_path_length([3, 256, 1000])
    [InlineData(256, 10.244770920119917)]
    [InlineData(1_000, 12.969940887100172)]
    public void Mean_depth_of_a_search_tree_is_scikit_learns(int rows, double expected) =>
        Assert.Equal(expected, IsolationTree.MeanDepth(rows), 1e-12);

    [Fact]
    public void Planted_outliers_have_the_highest_scores()
    {
        var rng = new Rng(4);
        int[] planted = [13, 400, 777];
        var rows = Matrix.Create(1_000, 4, (i, j) => rng.NextNormal() + (planted.Contains(i) ? (i + j) % 2 == 0 ? 8 : -8 : 0));
        var model = IsolationForest.Fit(rows, new() { Contamination = 0.003 });
        Assert.Equal(planted, model.Outliers.ToArray());
        Assert.True(planted.All(i => model.Scores[i] > 0.65));
        Assert.InRange(model.Scores.Average(), 0.35, 0.5);
        Assert.Equal([true, false], model.Predict(Matrix.FromRows([[9, -9, 9, -9], [0, 0, 0, 0]])).ToArray());
    }

    [Fact]
    public void Units_of_columns_do_not_matter()
    {
        var (rows, _) = Samples.Groups(300, 3, 2, noise: 1, seed: 7);
        var scaled = Matrix.Create(300, 3, (i, j) => rows[i, j] * (j == 1 ? 1024 : 0.25)); // exact in binary
        Assert.Equal(IsolationForest.Fit(rows).Scores.AsSpan(), IsolationForest.Fit(scaled).Scores.AsSpan());
    }

    [Fact]
    public void The_seed_alone_decides_at_any_number_of_threads()
    {
        var model = IsolationForest.Fit(Samples.Iris, new() { Threads = 1 });
        foreach (var threads in (int[])[2, 3])
        {
            Assert.Equal(model.Scores.AsSpan(), IsolationForest.Fit(Samples.Iris, new() { Threads = threads }).Scores.AsSpan());
            Assert.Equal(model.Scores.AsSpan(), model.Score(Samples.Iris, threads).AsSpan());
        }
        Assert.False(model.Scores.SequenceEqual(IsolationForest.Fit(Samples.Iris, new() { Seed = 43 }).Scores));
    }

    [Fact]
    public void Equal_rows_constant_columns_two_rows_and_huge_values()
    {
        var same = IsolationForest.Fit(Matrix.Create(50, 2, (_, j) => j));
        Assert.All(same.Scores, score => Assert.Equal(0.5, score, 1e-12)); // nothing to cut: every row is at c(n)
        Assert.Empty(same.Outliers);
        var one = IsolationForest.Fit(Matrix.Create(100, 3, (i, j) => j == 1 ? i == 99 ? 1e6 : i % 10 : 7));
        Assert.Equal([99], one.Outliers.Where(i => one.Scores[i] == one.Scores.Max()));
        Assert.All(IsolationForest.Fit(Matrix.FromRows([[0], [1]])).Scores, score => Assert.Equal(0.5, score, 1e-12));
        Assert.Equal(3, IsolationForest.Fit(Matrix.FromRows([[double.MaxValue], [-double.MaxValue], [0]])).Scores.Length);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        Assert.Equal("IsolationForestOptions.Trees must be ≥ 1. Got 0.\nIsolationForestOptions.SampleSize must be ≥ 2. Got 1.\n"
            + "IsolationForestOptions.Contamination must be in (0, 0.5], or null. Got 0.6.",
            Assert.Throws<ArgumentException>(() => IsolationForest.Fit(Samples.Iris, new() { Trees = 0, SampleSize = 1, Contamination = 0.6 })).Message);
        Assert.Equal("IsolationForest.Fit needs at least 2 rows and 1 column. Got 1 × 2.",
            Assert.Throws<ArgumentException>(() => IsolationForest.Fit(Matrix.Zeros(1, 2))).Message);
        Assert.Equal("IsolationForestModel.Score needs the 4 columns that the model was fitted on. Got 2.",
            Assert.Throws<ArgumentException>(() => IsolationForest.Fit(Samples.Iris).Score(Matrix.Zeros(1, 2))).Message);
    }
}
