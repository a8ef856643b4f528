using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

public class GapStatisticTests
{
    /// <summary>R's cluster 2.1.4: <c>clusGap(x, kmeans, K.max = 6, B = 400, d.power = 2, spaceH0, nstart = 20)</c> of iris. Its W is half the
    /// inertia, which the gap does not see; both sides draw their references, so they agree to a few standard errors of the mean.</summary>
    [Theory]
    [InlineData(false, new[] { 0.07806086, 0.98530134, 1.43620784, 1.57652640, 1.64439177, 1.70898967 }, new[] { 0.0489, 0.0407, 0.0411, 0.0408, 0.0401, 0.0400 })]
    [InlineData(true, new[] { 0.077844306, 0.592729186, 0.875711984, 1.003372978, 1.044810088, 1.065929405 }, new[] { 0.0628, 0.0467, 0.0417, 0.0395, 0.0379, 0.0374 })]
    public void Iris_has_the_gaps_of_R(bool aligned, double[] gaps, double[] errors)
    {
        var curve = GapStatistic.Compute(Samples.Iris, Enumerable.Range(1, 6), new() { References = 200, Aligned = aligned, KMeans = new() { Restarts = 3 } });
        Assert.Equal(Math.Log(2 * Math.Exp(5.8309592)), curve.Points[0].LogInertia, 1e-7);
        for (var i = 0; i < 6; i++)
        {
            Assert.InRange(curve.Points[i].Gap - gaps[i], -4 * errors[i] / Math.Sqrt(133), 4 * errors[i] / Math.Sqrt(133)); // 1/133 = 1/200 + 1/400
            Assert.InRange(curve.Points[i].StandardError / errors[i], 0.75, 1.25);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_planted_number_is_found_one_included(int groups)
    {
        var rng = new Rng(groups);
        var rows = Matrix.Create(400, 3, (i, j) => (i % groups == j ? 9 : i % groups > 2 ? -9 * ((i % groups - 2) >> j & 1) : 0) + rng.NextNormal());
        var curve = GapStatistic.Compute(rows, Enumerable.Range(1, 8), new() { References = 30 });
        Assert.Equal(groups, curve.Clusters);
        Assert.StartsWith($"k = {groups} is the smallest whose gap", curve.Reason, StringComparison.Ordinal);
        Assert.Equal(["clusters", "log_inertia", "expected", "gap", "standard_error"], curve.ToFrame().ColumnNames);
    }

    [Fact]
    public void The_seed_alone_decides_at_any_number_of_threads()
    {
        GapCurve Run(int threads, int seed) => GapStatistic.Compute(Samples.Iris, [1, 2, 3], new() { References = 5, Threads = threads, Seed = seed });
        Assert.Equal(Run(1, 42).Points.AsEnumerable(), Run(3, 42).Points);
        Assert.NotEqual(Run(1, 42).Points[0].Expected, Run(1, 7).Points[0].Expected);
    }

    [Fact]
    public void Duplicates_constant_columns_and_mistakes()
    {
        // Three distinct rows: three clusters leave no inertia.
        var distinct = GapStatistic.Compute(Matrix.Create(30, 3, (i, j) => j == 2 ? 7 : i % 3 == j ? 5 : 0), [1, 2, 3, 4], new() { References = 5 });
        Assert.Equal(double.PositiveInfinity, distinct.Points[2].Gap);
        Assert.Equal("GapStatistic.Compute needs rows that differ. All rows are equal: they are one cluster.",
            Assert.Throws<ArgumentException>(() => GapStatistic.Compute(Matrix.Create(9, 2, (_, j) => j), [1, 2])).Message);
        Assert.Equal("GapStatistic.Compute needs two or more numbers of clusters in [1, 149], each one more than the last, e.g. Enumerable.Range(1, 8). Got 2, 4.",
            Assert.Throws<ArgumentException>(() => GapStatistic.Compute(Samples.Iris, [2, 4])).Message);
        Assert.EndsWith("Got none.", Assert.Throws<ArgumentException>(() => GapStatistic.Compute(Samples.Iris, [])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => GapStatistic.Compute(null!, [1, 2]));
        Assert.Equal("GapStatisticOptions.References must be ≥ 2. Got 1.",
            Assert.Throws<ArgumentException>(() => GapStatistic.Compute(Samples.Iris, [1, 2], new() { References = 1 })).Message);
    }
}
