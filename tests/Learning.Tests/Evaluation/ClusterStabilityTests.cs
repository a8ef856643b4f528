using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

public class ClusterStabilityTests
{
    // R's fpc 2.2.10: clusterboot(iris, B = 1000, clustermethod = kmeansCBI, runs = 10, count = FALSE, seed = 7), clusters by falling size:
    // means of bootresult or subsetresult. Their standard deviations are at most 0.142, so the standard error of a mean of 400 here is at
    // most 0.0071, of 1,000 there 0.0045, and of the difference 0.0084. Four of them:
    private const double FourErrors = 0.034;

    [Theory]
    [InlineData(ResampleScheme.Bootstrap, 2, new[] { 0.9977, 0.9959 }, new[] { 1.0, 1.0 })]
    [InlineData(ResampleScheme.Bootstrap, 3, new[] { 0.9502, 1.0, 0.9371 }, new[] { 0.929, 1.0, 0.920 })]
    [InlineData(ResampleScheme.Subset, 2, new[] { 0.9955, 0.9918 }, new[] { 1.0, 1.0 })]
    [InlineData(ResampleScheme.Subset, 3, new[] { 0.9245, 0.9998, 0.9095 }, new[] { 0.878, 1.0, 0.865 })]
    public void Iris_clusters_come_back_as_often_as_clusterboot_says(ResampleScheme scheme, int clusters, double[] jaccards, double[] recovered)
    {
        var score = ClusterStability.OfKMeans(Samples.Iris, new() { Clusters = clusters }, new() { Resamples = 400, Scheme = scheme });
        var bySize = score.Clusters.OrderByDescending(cluster => cluster.Size).ToArray();
        for (var c = 0; c < clusters; c++)
        {
            Assert.Equal(jaccards[c], bySize[c].Jaccard, FourErrors);
            // Shares: standard errors up to √(0.13·0.87·(1/400 + 1/1000)) = 0.020.
            Assert.Equal(recovered[c], bySize[c].RecoveredShare, 0.08);
            Assert.Equal(StabilityReading.HighlyStable, bySize[c].Reading);
        }
    }

    [Fact]
    public void Planted_groups_come_back_and_surplus_clusters_do_not()
    {
        var rng = new Rng(4);
        var rows = Matrix.Create(400, 2, (i, j) => 12 * ((i % 4 >> j) & 1) + rng.NextNormal());
        var options = new ClusterStabilityOptions { Resamples = 40 };
        var curve = ClusterStability.Compare(rows, Enumerable.Range(2, 6), options: options);
        Assert.Equal(4, curve.Best);
        Assert.Equal(4, curve.LargestStable);
        var planted = curve.Scores.Single(each => each.Clusters == 4).Score;
        Assert.Equal(1, planted.AdjustedRand, 1e-12);
        Assert.All(planted.Clusters, cluster => Assert.Equal(1, cluster.Jaccard, 1e-12));
        Assert.True(curve.Scores.Single(each => each.Clusters == 7).Score.LowestJaccard < 0.75);
        var table = curve.Tidy();
        Assert.Equal([2L, 3, 4, 5, 6, 7], table.Column<long>("clusters").Span.ToArray());
        Assert.Equal(4, table.Column<long>("stable").Span[2]);
    }

    [Fact]
    public void Mixtures_and_any_clusterer_are_measured_too()
    {
        var options = new ClusterStabilityOptions { Resamples = 20 };
        var mixture = ClusterStability.OfMixture(Samples.Faithful, new() { Components = 2, Restarts = 1 }, options);
        Assert.All(mixture.Clusters, cluster => Assert.True(cluster.Jaccard > 0.95));
        var ward = ClusterStability.Measure(Samples.Iris, (rows, _) => Hierarchical.Fit(rows).Cut(3), options);
        Assert.Equal(3, ward.Clusters.Length);
        var noisy = ClusterStability.Measure(Samples.Iris, (rows, _) => Dbscan.Fit(rows).Labels, options);
        Assert.Equal([0, 1], noisy.Clusters.Select(cluster => cluster.Label)); // noise is no cluster
    }

    [Fact]
    public void Coefficients_by_hand()
    {
        // Two clusters of all rows; the clusterer calls every sample one cluster. A resample of m rows with a of the first cluster has
        // coefficients a/m and (m − a)/m, which sum to 1 where both are there.
        var rows = Matrix.Create(40, 1, (i, _) => i);
        var score = ClusterStability.Measure(rows, (sample, _) => sample.Rows == 40 ? [.. Enumerable.Range(0, 40).Select(i => i < 14 ? 0 : 1)] : new int[sample.Rows],
            new() { Resamples = 200, Scheme = ResampleScheme.Subset, SubsetShare = 0.5 });
        Assert.Equal(1, score.Clusters[0].Jaccard + score.Clusters[1].Jaccard, 1e-12);
        Assert.Equal(0.35, score.Clusters[0].Jaccard, 0.03); // hypergeometric: sd of a/20 is 0.076, of the mean of 200 is 0.005
        Assert.Equal(StabilityReading.Dissolved, score.Clusters[0].Reading);
        Assert.Equal(StabilityReading.Stable, new StableCluster(0, 1, 0.75, 0, 0, 0).Reading);
        Assert.Equal(1, score.Clusters[0].DissolvedShare, 0.05);
        Assert.Equal(1, score.AdjustedRand); // every pair of samples agrees
        Assert.Equal(0.35 * score.Clusters[0].Jaccard + 0.65 * score.Clusters[1].Jaccard, score.MeanJaccard, 1e-12);
        Assert.Equal(["dissolved", "pattern"], score.Tidy().Text("reading").ToStrings().Select(word => word!));
    }

    [Fact]
    public void Labels_at_random_agree_by_chance_only()
    {
        var score = ClusterStability.Measure(Samples.Iris, (rows, seed) =>
        {
            var rng = new Rng(seed);
            return [.. Enumerable.Range(0, rows.Rows).Select(_ => rng.Next(3))];
        });
        Assert.Equal(0, score.AdjustedRand, 4 * score.AdjustedRandError);
        Assert.All(score.Clusters, cluster => Assert.Equal(StabilityReading.Dissolved, cluster.Reading));
    }

    [Fact]
    public void The_seed_decides_and_the_number_of_threads_does_not()
    {
        var options = new ClusterStabilityOptions { Resamples = 10, Seed = 3 };
        var one = ClusterStability.OfKMeans(Samples.Iris, options: options with { Threads = 1 });
        var three = ClusterStability.OfKMeans(Samples.Iris, options: options with { Threads = 3 });
        Assert.Equal(one.Clusters.AsSpan(), three.Clusters.AsSpan());
        Assert.Equal(one.AdjustedRand, three.AdjustedRand);
        Assert.NotEqual(one.AdjustedRand, ClusterStability.OfKMeans(Samples.Iris, options: options with { Seed = 4 }).AdjustedRand);
    }

    public static TheoryData<string, Func<object>> Mistakes => new()
    {
        { "ClusterStability.Measure needs at least 2 rows and 1 column. Got 1 × 1.", () => ClusterStability.OfKMeans(Matrix.FromRows([[1]])) },
        {
            "ClusterStabilityOptions.Resamples must be ≥ 2. Got 1.\nClusterStabilityOptions.SubsetShare must be in (0, 1]. Got 0.",
            () => ClusterStability.OfKMeans(Samples.Iris, options: new() { Resamples = 1, SubsetShare = 0 })
        },
        {
            "ClusterStability needs a clusterer that returns a label a row: 150. Got 2.",
            () => ClusterStability.Measure(Samples.Iris, (_, _) => [1, 2])
        },
        { "ClusterStability.Compare needs numbers of clusters ≥ 2. Got 1.", () => ClusterStability.Compare(Samples.Iris, [1, 2]) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Func<object> action) => Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    [Fact]
    public void Cancellation_stops_the_resamples()
    {
        using var source = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => ClusterStability.Measure(Samples.Iris, (rows, _) =>
        {
            source.Cancel();
            return new int[rows.Rows];
        }, cancellationToken: source.Token));
    }
}
