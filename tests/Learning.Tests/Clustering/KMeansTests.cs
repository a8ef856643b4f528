using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class KMeansTests
{
    [Theory]
    [InlineData(1, 681.3706, 1e-4)] // the total sum of squares
    [InlineData(2, 152.34795176, 1e-7)]
    [InlineData(3, 78.85144143, 1e-7)]
    [InlineData(4, 57.22847321, 1e-7)]
    public void Iris_reaches_scikit_learns_optimum(int clusters, double inertia, double tolerance)
    {
        var model = KMeans.Fit(Samples.Iris, new() { Clusters = clusters });
        Assert.Equal(inertia, model.Inertia, tolerance);
        Assert.True(model.Converged, model.Reason);
        Assert.Equal(Samples.Iris.ColumnNames, model.ColumnNames);
        if (clusters == 3) Assert.Equal([38, 50, 62], model.Sizes.Order());
    }

    [Fact]
    public void Known_groups_are_found_again()
    {
        var (rows, labels) = Samples.Groups(3_000, 6, 8, noise: 0.3, seed: 1);
        var model = KMeans.Fit(rows, new() { Clusters = 8 });
        var pairs = labels.Zip(model.Labels).Distinct().ToList();
        Assert.Equal(8, pairs.Count); // a one-to-one renaming
        Assert.Equal(8, pairs.Select(pair => pair.Second).Distinct().Count());
    }

    [Fact]
    public void Centroids_are_the_means_of_their_rows_and_inertia_is_the_sum_of_squares()
    {
        var (rows, _) = Samples.Groups(500, 3, 5, noise: 3, seed: 2);
        var model = KMeans.Fit(rows, new() { Clusters = 5, Restarts = 2, Tolerance = 0 });
        for (var c = 0; c < 5; c++)
        {
            var members = Enumerable.Range(0, 500).Where(i => model.Labels[i] == c).ToList();
            Assert.Equal(model.Sizes[c], members.Count);
            for (var j = 0; j < 3; j++) Assert.Equal(members.Average(i => rows[i, j]), model.Centroids[c, j], 10);
        }
        var inertia = Enumerable.Range(0, 500).Sum(i => Distances.SquaredEuclidean(rows.Row(i), model.Centroids.Row(model.Labels[i])));
        Assert.Equal(inertia, model.Inertia, 1e-9 * inertia);
    }

    [Fact]
    public void Every_row_has_its_nearest_centroid_even_when_passes_run_out()
    {
        var (rows, _) = Samples.Groups(2_000, 4, 12, noise: 6, seed: 3);
        var model = KMeans.Fit(rows, new() { Clusters = 12, Restarts = 1, MaxIterations = 2 });
        Assert.False(model.Converged);
        Assert.Equal(2, model.Iterations);
        Assert.Equal("MaxIterations (2) ended the best run before it settled. Raise MaxIterations or Tolerance.", model.Reason);
        var distances = model.Transform(rows);
        for (var i = 0; i < rows.Rows; i++)
        {
            var row = distances.Row(i).ToArray();
            Assert.Equal(Array.IndexOf(row, row.Min()), model.Labels[i]);
        }
        Assert.Equal(model.Labels.AsSpan(), model.Predict(rows).AsSpan());
    }

    [Theory]
    [InlineData(2_000, 2, 7)]
    [InlineData(5_000, 16, 20)]
    [InlineData(700, 40, 30)]
    [InlineData(1_000, 1, 90)]
    public void Hamerly_and_Lloyd_give_the_same_bits_at_any_number_of_threads(int n, int d, int k)
    {
        var (rows, _) = Samples.Groups(n, d, k, noise: 4, seed: n);
        var options = new KMeansOptions { Clusters = k, Restarts = 2, Algorithm = KMeansAlgorithm.Lloyd, Threads = 1, Tolerance = 0 };
        var expected = KMeans.Fit(rows, options);
        foreach (var algorithm in Enum.GetValues<KMeansAlgorithm>())
        {
            foreach (var threads in (int[])[1, 2, 3])
            {
                var model = KMeans.Fit(rows, options with { Algorithm = algorithm, Threads = threads });
                Assert.Equal(expected.Labels.AsSpan(), model.Labels.AsSpan());
                Assert.Equal(expected.Centroids, model.Centroids);
                Assert.Equal((expected.Inertia, expected.Iterations), (model.Inertia, model.Iterations));
            }
        }
    }

    [Fact]
    public void Hamerly_and_Lloyd_agree_where_many_distances_tie()
    {
        // A lattice with rows repeated: bounds must not skip a tie that the full pass would give to a lower centroid.
        var rng = new Rng(4);
        var rows = Matrix.Create(3_000, 2, (_, _) => rng.Next(12));
        var options = new KMeansOptions { Clusters = 17, Restarts = 3, Algorithm = KMeansAlgorithm.Lloyd };
        var lloyd = KMeans.Fit(rows, options);
        var hamerly = KMeans.Fit(rows, options with { Algorithm = KMeansAlgorithm.Hamerly });
        Assert.Equal(lloyd.Labels.AsSpan(), hamerly.Labels.AsSpan());
        Assert.Equal(lloyd.Centroids, hamerly.Centroids);
    }

    [Fact]
    public void Digits_survive_far_from_the_origin()
    {
        // ‖x‖² − 2x·c + ‖c‖² would lose every digit of these distances.
        var rows = Matrix.Create(40, 2, (i, j) => 1e9 + (i < 20 ? 0 : 1) + 0.001 * ((i * 7 + j) % 5));
        var model = KMeans.Fit(rows, new() { Clusters = 2 });
        Assert.Equal([20, 20], model.Sizes.ToArray());
        Assert.InRange(model.Inertia, 1e-5, 4e-4);
    }

    [Fact]
    public void One_row_one_cluster_and_a_cluster_a_row()
    {
        var one = KMeans.Fit(Matrix.FromRows([[3, 4]]), new() { Clusters = 1 });
        Assert.Equal((0.0, true), (one.Inertia, one.Converged));
        Assert.Equal(Matrix.FromRows([[3, 4]]), one.Centroids);
        var each = KMeans.Fit(Samples.Iris.SelectRows([0, 1, 2, 50, 51]), new() { Clusters = 5 });
        Assert.Equal(0, each.Inertia);
        Assert.Equal([1, 1, 1, 1, 1], each.Sizes.ToArray());
    }

    [Fact]
    public void Fewer_distinct_rows_than_clusters_leave_clusters_empty_and_say_so()
    {
        var rows = Matrix.Create(10, 2, (i, _) => i % 2);
        var model = KMeans.Fit(rows, new() { Clusters = 4 });
        Assert.Equal(0, model.Inertia);
        Assert.Equal([0, 0, 5, 5], model.Sizes.Order());
        Assert.EndsWith("Only 2 of 4 clusters have rows: there are fewer distinct rows than clusters. Set Clusters to 2 or less.", model.Reason);
        var constant = KMeans.Fit(Matrix.Create(10, 2, (_, _) => 7), new() { Clusters = 3 });
        Assert.Equal((0.0, true), (constant.Inertia, constant.Converged));
    }

    [Fact]
    public void An_empty_cluster_is_reseeded_at_the_farthest_row()
    {
        // Two seeds on the same spot: the second loses every tie and starts empty.
        var rows = Matrix.FromRows([[0], [1], [2], [10], [11], [30]]);
        var options = new KMeansOptions { Clusters = 3, Tolerance = 0 };
        var work = new KMeansAssignment(rows, 3, 1, default);
        var model = new KMeansDescent(rows, work, options).Run(Matrix.FromRows([[1], [1], [10]]), null, _ => { })!;
        Assert.Equal([0, 0, 0, 2, 2, 1], model.Labels.ToArray());
        Assert.Equal(2.5, model.Inertia, 12);
        Assert.Equal(model.Labels.AsSpan(), new KMeansDescent(rows, work, options with { Algorithm = KMeansAlgorithm.Hamerly })
            .Run(Matrix.FromRows([[1], [1], [10]]), null, _ => { })!.Labels.AsSpan());
    }

    [Fact]
    public void Refinement_never_raises_the_inertia_and_ends_where_no_single_move_helps()
    {
        var improved = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var options = new KMeansOptions { Clusters = 4, Restarts = 1, Tolerance = 0, Seed = seed };
            var refined = KMeans.Fit(Samples.Iris, options);
            var plain = KMeans.Fit(Samples.Iris, options with { Refine = false });
            Assert.InRange(refined.Inertia, 0, plain.Inertia * (1 + 1e-12));
            if (refined.Inertia < plain.Inertia - 1e-6) improved++;
            var squares = Distances.SquaredEuclidean(Samples.Iris, refined.Centroids);
            for (var i = 0; i < 150; i++)
            {
                double own = refined.Sizes[refined.Labels[i]];
                if (own < 2) continue;
                var loss = squares[i, refined.Labels[i]] * own / (own - 1);
                for (var c = 0; c < 4; c++)
                    if (c != refined.Labels[i]) Assert.True(squares[i, c] * refined.Sizes[c] / (refined.Sizes[c] + 1.0) >= loss * (1 - 1e-9));
            }
        }
        Assert.True(improved > 10, $"Only {improved} of 40 runs improved.");
    }

    [Fact]
    public void Another_seed_draws_other_starts()
    {
        var (rows, _) = Samples.Groups(1_000, 2, 9, noise: 6, seed: 5);
        var options = new KMeansOptions { Clusters = 9, Restarts = 1 };
        Assert.NotEqual(KMeans.Fit(rows, options).Inertia, KMeans.Fit(rows, options with { Seed = 43 }).Inertia);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var shares = new List<double>();
        KMeans.Fit(Samples.Iris, new() { Restarts = 3 }, new Reports(shares.Add));
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
        Assert.All(shares, share => Assert.InRange(share, double.Epsilon, 1));
    }

    [Fact]
    public void Cancellation_stops_a_run_at_once()
    {
        using var source = new CancellationTokenSource();
        var (rows, _) = Samples.Groups(5_000, 8, 10, noise: 8, seed: 6);
        var passes = 0;
        Assert.Throws<OperationCanceledException>(() => KMeans.Fit(rows, new() { Clusters = 10, Tolerance = 0, Restarts = 100 },
            new Reports(_ =>
            {
                if (++passes == 3) source.Cancel();
            }), source.Token));
        Assert.Equal(3, passes);
    }

    public static TheoryData<string, Action> Mistakes
    {
        get
        {
            var rows = Matrix.Create(120, 2, (i, j) => i * j).WithColumnNames("age", "income");
            var model = KMeans.Fit(rows);
            return new()
            {
                { "KMeansOptions.Clusters must be in [1, 120] for 120 rows. Got 500.", () => KMeans.Fit(rows, new() { Clusters = 500 }) },
                {
                    "KMeansOptions.Clusters must be in [1, 120] for 120 rows. Got 0.\nKMeansOptions.Restarts must be ≥ 1. Got 0.\n"
                    + "KMeansOptions.MaxIterations must be ≥ 1. Got -1.\nKMeansOptions.Tolerance must be finite and ≥ 0. Got NaN.\n"
                    + "KMeansOptions.Algorithm must be Auto, Lloyd or Hamerly. Got 9.\n"
                    + "KMeansOptions.Threads must be ≥ 1, or null for all processors. Got 0.",
                    () => KMeans.Fit(rows, new()
                    {
                        Clusters = 0, Restarts = 0, MaxIterations = -1, Tolerance = double.NaN, Algorithm = (KMeansAlgorithm)9, Threads = 0,
                    })
                },
                {
                    "Row 1, feature 'income' is NaN. Drop or impute missing values before KMeans.Fit, e.g. frame.FillMissing(\"income\", Fill.Median).",
                    () => KMeans.Fit(Matrix.FromRows([[1, 2], [3, double.NaN]], ["age", "income"]))
                },
                {
                    "Row 0, feature 'x1' is Infinity. Replace or drop infinite values before KMeans.Fit.",
                    () => KMeans.Fit(Matrix.FromRows([[1, double.PositiveInfinity]]))
                },
                {
                    "Row 1, feature 'x0' is 1E+200. KMeans.Fit needs values up to 1E+150 in size, whose squares are finite: rescale the column.",
                    () => KMeans.Fit(Matrix.FromRows([[1], [1e200], [3]]))
                },
                { "KMeans.Fit needs at least 1 row and 1 column. Got 0 × 2.", () => KMeans.Fit(Matrix.Zeros(0, 2)) },
                { "KMeansModel.Predict needs the 2 columns that the model was fitted on. Got 3.", () => model.Predict(Matrix.Zeros(1, 3)) },
                {
                    "KMeansModel.Predict needs the columns that the model was fitted on, in that order: age, income. Got income, age.",
                    () => model.Predict(Matrix.Zeros(1, 2).WithColumnNames("income", "age"))
                },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Action action) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
