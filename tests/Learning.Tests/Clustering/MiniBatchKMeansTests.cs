using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class MiniBatchKMeansTests
{
    [Fact]
    public void Planted_centres_are_recovered_from_a_stream_that_is_never_held()
    {
        var rng = new Rng(5);
        var centres = Matrix.FromRows([[0, 0], [10, 0], [0, 10], [10, 10], [5, 5]], ["a", "b"]);
        IEnumerable<Matrix> Stream()
        {
            for (var batch = 0; batch < 100; batch++)
            {
                var group = 0;
                yield return Matrix.Create(1_000, 2, (_, j) => centres[j == 0 ? group = rng.Next(5) : group, j] + rng.NextNormal(), ["a", "b"]);
            }
        }
        var model = MiniBatchKMeans.Fit(Stream(), new() { Clusters = 5 });
        Assert.Equal(100_000, model.Counts.Sum());
        Assert.Equal(100, model.Batches);
        var nearest = model.Predict(centres);
        Assert.Equal(5, nearest.Distinct().Count());
        // A standard error is 1/√20,000 = 0.007; rows that crossed over while centroids settled add a little.
        for (var c = 0; c < 5; c++)
            Assert.True(Math.Sqrt(Distances.SquaredEuclidean(model.Centroids.Row(nearest[c]), centres.Row(c))) < 0.05);
        Assert.Equal(["a", "b"], model.ColumnNames.ToArray());
        Assert.Equal(2, model.MeanSquare, 0.2);
    }

    [Theory]
    [InlineData(4, 1.0, 1.001)] // clear groups
    [InlineData(9, 4.0, 1.03)] // overlapping ones
    [InlineData(20, 4.0, 1.03)] // and far more clusters than groups
    public void Inertia_comes_near_that_of_k_means_on_all_rows(int clusters, double noise, double most)
    {
        var (rows, _) = Samples.Groups(40_000, 4, 8, noise, seed: 2);
        var full = KMeans.Fit(rows, new() { Clusters = clusters, Restarts = 3 });
        var model = MiniBatchKMeans.Fit(rows.ToBatches(500), new() { Clusters = clusters });
        var inertia = model.Inertia(rows.ToBatches(7_000));
        Assert.InRange(inertia / full.Inertia, 0.97, most);
        var labels = model.Predict(rows);
        var sum = Enumerable.Range(0, 40_000).Sum(i => Distances.SquaredEuclidean(rows.Row(i), model.Centroids.Row(labels[i])));
        Assert.Equal(sum, inertia, inertia * 1e-12);
    }

    [Fact]
    public void A_step_is_sculleys()
    {
        // Centroids 0 and 10 with 3 and 1 rows so far. 2 and 4 pull the first: 0 + (3 − 0)·2/5; 8 the second: 10 + (8 − 10)·1/2.
        var model = new MiniBatchKMeansModel(Matrix.FromRows([[0], [10]]), [3, 1], 7, 0, 0.01, 42);
        var next = model.Update(Matrix.FromRows([[2], [8], [4]]));
        Assert.Equal(1.2, next.Centroids[0, 0], 1e-15);
        Assert.Equal(9, next.Centroids[1, 0]);
        Assert.Equal([5, 2], next.Counts.ToArray());
        Assert.Equal(8, next.Batches);
        Assert.Equal((4 + 4 + 16) / 3.0, next.MeanSquare, 1e-12);
        Assert.Equal([0, 10], model.Centroids.Column(0)); // the model that was stays
        Assert.Same(next, next.Update(Matrix.Zeros(0, 1)));
    }

    [Fact]
    public void A_starved_centroid_moves_to_where_rows_are()
    {
        // The second centroid sits where no row comes; rows lie around 0 and 100.
        var model = new MiniBatchKMeansModel(Matrix.FromRows([[50], [1e6]]), [1_000, 1], 0, 0, 0.01, 42);
        var batch = Matrix.Create(100, 1, (i, _) => (i % 2 * 100) + i * 0.01);
        for (var pass = 0; pass < 200; pass++) model = model.Update(batch);
        var centroids = model.Centroids.Column(0).Order().ToArray();
        Assert.Equal(0.49, centroids[0], 5.0); // of 11,000 rows, the 1,000 that shaped it before drag by 50/11
        Assert.Equal(100.5, centroids[1], 5.0);
        var stuck = new MiniBatchKMeansModel(Matrix.FromRows([[50], [1e6]]), [1_000, 1], 0, 0, 0, 42).Update(batch);
        Assert.Equal(1e6, stuck.Centroids[1, 0]);
    }

    [Fact]
    public void More_passes_come_nearer()
    {
        var (rows, _) = Samples.Groups(20_000, 4, 8, noise: 4, seed: 6);
        var options = new MiniBatchKMeansOptions { Clusters = 12, SeedRows = 12 };
        double Inertia(int passes) => MiniBatchKMeans.Fit(rows.ToBatches(200), options with { Passes = passes }).Inertia(rows.ToBatches(5_000));
        Assert.True(Inertia(5) < Inertia(1));
    }

    [Fact]
    public void The_seed_decides_and_the_number_of_threads_does_not()
    {
        var (rows, labels) = Samples.Groups(30_000, 8, 6, noise: 2, seed: 1);
        var one = MiniBatchKMeans.Fit(rows.ToBatches(3_000), new() { Clusters = 6, Threads = 1 });
        var three = MiniBatchKMeans.Fit(rows.ToBatches(3_000), new() { Clusters = 6, Threads = 3 });
        Assert.Equal(one.Centroids, three.Centroids);
        Assert.Equal(one.Counts.AsSpan(), three.Counts.AsSpan());
        Assert.True(AdjustedRand.Compute(labels, one.Predict(rows)) > 0.95);
        Assert.Equal(Distances.Euclidean(rows, one.Centroids), one.Transform(rows));
    }

    [Fact]
    public void Limits()
    {
        var one = MiniBatchKMeans.Fit([Matrix.FromRows([[3, 4]])], new() { Clusters = 1 });
        Assert.Equal([3, 4], one.Centroids.Row(0).ToArray());
        var each = MiniBatchKMeans.Fit([Matrix.FromRows([[1], [5]]), Matrix.Zeros(0, 1), Matrix.FromRows([[9]])], new() { Clusters = 3 });
        Assert.Equal([1, 5, 9], each.Centroids.Column(0).Order());
        var same = MiniBatchKMeans.Fit(Enumerable.Repeat(Matrix.Create(100, 2, (_, j) => j), 100), new() { Clusters = 3, SeedRows = 50 });
        Assert.Equal(0, same.MeanSquare); // duplicates everywhere: starved centroids have nowhere to go
        Assert.Equal(0, same.Inertia([Matrix.Create(5, 2, (_, j) => j)]));
    }

    [Fact]
    public void Progress_is_told_where_the_number_of_batches_is_known()
    {
        var told = new List<double>();
        var batches = Enumerable.Repeat(Samples.Iris, 4).ToList();
        MiniBatchKMeans.Fit(batches, new() { SeedRows = 10, Passes = 2 }, new Told(told.Add));
        Assert.Equal([2 / 8.0, 3 / 8.0, 4 / 8.0, 5 / 8.0, 6 / 8.0, 7 / 8.0, 1], told);
        using var source = new CancellationTokenSource();
        IEnumerable<Matrix> Endless()
        {
            for (var i = 0; ; i++)
            {
                if (i == 5) source.Cancel();
                yield return Samples.Iris;
            }
        }
        Assert.Throws<OperationCanceledException>(() => MiniBatchKMeans.Fit(Endless(), cancellationToken: source.Token));
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "MiniBatchKMeans.Fit needs at least 1 row and 1 column. Got 0 × 0.", () => MiniBatchKMeans.Fit([]) },
        { "MiniBatchKMeansOptions.Clusters must be in [1, 2] for 2 rows. Got 3.", () => MiniBatchKMeans.Fit([Matrix.FromRows([[1], [2]])]) },
        {
            "MiniBatchKMeansOptions.StarvedShare must be in [0, 1). Got 1.",
            () => MiniBatchKMeans.Fit([Samples.Iris], new() { StarvedShare = 1 })
        },
        {
            "MiniBatchKMeansModel.Update needs the 4 columns that the model was fitted on. Got 2.",
            () => MiniBatchKMeans.Fit([Samples.Iris, Samples.Faithful], new() { SeedRows = 1 })
        },
        {
            "MiniBatchKMeans.Fit needs the 4 columns that the model was fitted on. Got 2.",
            () => MiniBatchKMeans.Fit([Samples.Iris, Samples.Faithful])
        },
        {
            "Row 0, feature 'x0' is Infinity. Replace or drop infinite values before MiniBatchKMeansModel.Update.",
            () => MiniBatchKMeans.Fit([Matrix.FromRows([[1], [2], [3]]), Matrix.FromRows([[double.PositiveInfinity]])], new() { SeedRows = 1 })
        },
    };

    [Fact]
    public void A_starved_centroid_never_counts_more_than_the_largest()
    {
        var rng = new Rng(1);
        var rows = Matrix.Create(2_000, 3, (i, _) => rng.NextNormal() + i % 4 * 6);
        var model = MiniBatchKMeans.Fit(rows.ToBatches(50), new() { Clusters = 4, SeedRows = 60, StarvedShare = 0.99 });
        Assert.All(model.Counts, count => Assert.InRange(count, 1, 2_000));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Action action) => Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
