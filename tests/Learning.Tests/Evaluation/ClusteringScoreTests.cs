using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

/// <summary>Reference values: scikit-learn 1.2.1.</summary>
public class ClusteringScoreTests
{
    [Theory]
    [InlineData(2, 0.6810461692, 0.4042928372)]
    [InlineData(3, 0.5528190124, 0.6619715465)]
    [InlineData(4, 0.4980505050, 0.7803069839)]
    public void Scores_of_iris_clusters(int clusters, double silhouette, double daviesBouldin)
    {
        var labels = KMeans.Fit(Samples.Iris, new() { Clusters = clusters, Tolerance = 0 }).Labels;
        Assert.Equal(silhouette, Silhouette.Score(Samples.Iris, labels).Mean, 1e-9);
        Assert.Equal(daviesBouldin, DaviesBouldin.Score(Samples.Iris, labels), 1e-9);
        if (clusters == 3) Assert.Equal(561.62775663, CalinskiHarabasz.Score(Samples.Iris, labels), 1e-8);
    }

    [Fact]
    public void Scores_of_iris_species()
    {
        var score = Silhouette.Score(Samples.Iris, Samples.IrisSpecies);
        Assert.Equal(0.503477440693296, score.Mean, 1e-12);
        Assert.Equal(0.8464691670128704, score.Values[0], 1e-12);
        Assert.Equal(0.06371556327037348, score.Values[50], 1e-12);
        Assert.Equal(-0.37484051567586096, score.Values[106], 1e-12);
        Assert.Equal(0.05397226935952065, score.Values[149], 1e-12);
        Assert.Equal(0.7513707094756782, DaviesBouldin.Score(Samples.Iris, Samples.IrisSpecies), 1e-12);
        Assert.Equal(487.33087637489984, CalinskiHarabasz.Score(Samples.Iris, Samples.IrisSpecies), 1e-9);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(15, 1)]
    [InlineData(16, 3)]
    [InlineData(17, 2)]
    [InlineData(333, 7)]
    public void Silhouettes_equal_their_definition(int n, int d)
    {
        var rng = new Rng(n);
        var rows = Matrix.Create(n, d, (_, _) => rng.NextNormal());
        var labels = Enumerable.Range(0, n).Select(i => i < 2 ? i : i == 2 ? 0 : 10 * rng.Next(4)).ToArray(); // 1 is a cluster of one
        var score = Silhouette.Score(rows, labels);
        for (var i = 0; i < n; i++)
        {
            double Mean(int label) => Enumerable.Range(0, n).Where(j => j != i && labels[j] == label)
                .Select(j => Math.Sqrt(Distances.SquaredEuclidean(rows.Row(i), rows.Row(j)))).DefaultIfEmpty(double.NaN).Average();
            var a = Mean(labels[i]);
            var b = labels.Distinct().Where(label => label != labels[i]).Min(Mean);
            Assert.Equal(double.IsNaN(a) ? 0 : (b - a) / Math.Max(a, b), score.Values[i], 1e-12);
        }
    }

    [Fact]
    public void Silhouettes_are_the_same_bits_at_any_number_of_threads()
    {
        var (rows, labels) = Samples.Groups(3_000, 5, 6, noise: 3, seed: 1);
        var expected = Silhouette.Score(rows, labels, threads: 1);
        Assert.Equal(expected.Values.AsSpan(), Silhouette.Score(rows, labels, threads: 3).Values.AsSpan());
        Assert.Equal(expected.Mean, Silhouette.Score(rows, labels, threads: 2).Mean);
    }

    [Fact]
    public void Limits_follow_scikit_learn()
    {
        var rows = Matrix.FromRows([[0], [0], [5]]);
        Assert.Equal([1, 1, 0], Silhouette.Score(rows, [0, 0, 1]).Values.ToArray()); // a cluster of one has silhouette 0
        Assert.Equal(0, DaviesBouldin.Score(rows, [0, 0, 1]));
        Assert.Equal(1, CalinskiHarabasz.Score(rows, [0, 0, 1]));
        Assert.Equal([0, 0, 0], Silhouette.Score(Matrix.Zeros(3, 1), [4, 4, -1]).Values.ToArray()); // 0/0
        Assert.Equal(0, DaviesBouldin.Score(Matrix.Zeros(3, 1), [4, 4, -1]));
    }

    public static TheoryData<string, Action> Mistakes => new()
    {
        {
            "Silhouette.Score needs between 2 and 149 distinct labels for 150 rows. Got 1.",
            () => Silhouette.Score(Samples.Iris, new int[150])
        },
        {
            "DaviesBouldin.Score needs between 2 and 149 distinct labels for 150 rows. Got 150.",
            () => DaviesBouldin.Score(Samples.Iris, Enumerable.Range(0, 150).ToArray())
        },
        {
            "CalinskiHarabasz.Score needs one label per row: 150 rows. Got 2 labels.",
            () => CalinskiHarabasz.Score(Samples.Iris, [0, 1])
        },
        {
            "Row 1, feature 'x0' is NaN. Drop or impute missing values before Silhouette.Score, e.g. frame.FillMissing(\"x0\", Fill.Median).",
            () => Silhouette.Score(Matrix.FromRows([[1], [double.NaN], [2]]), [0, 1, 1])
        },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Action action) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);

    /// <summary>Values are multiples of 2⁻¹⁰, so that 2³⁰ is added without rounding.</summary>
    [Fact]
    public void Scores_do_not_depend_on_where_the_origin_is()
    {
        var rng = new Rng(2);
        int[] labels = [.. Enumerable.Range(0, 3_000).Select(i => i % 3)];
        var near = Matrix.Create(3_000, 2, (i, _) => Math.Round(1_024 * (labels[i] * 4 + rng.NextNormal())) / 1_024);
        var far = near.Map(value => value + (1 << 30));
        Assert.Equal(1, CalinskiHarabasz.Score(far, labels) / CalinskiHarabasz.Score(near, labels), 1e-12);
        Assert.Equal(1, DaviesBouldin.Score(far, labels) / DaviesBouldin.Score(near, labels), 1e-12);
        Assert.Equal(1, Silhouette.Score(far, labels).Mean / Silhouette.Score(near, labels).Mean, 1e-12);
    }

    [Fact]
    public void Cancellation_stops_the_silhouettes() =>
        Assert.Throws<OperationCanceledException>(
            () => Silhouette.Score(Samples.Iris, Samples.IrisSpecies, cancellationToken: new CancellationToken(true)));
}
