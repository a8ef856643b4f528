using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

/// <summary>What every clusterer that is told k does at the limits.</summary>
public class ClusteringLimitTests
{
    private static readonly Dictionary<string, Func<Matrix, int, IReadOnlyList<int>>> Clusterers = new()
    {
        ["k-means, Lloyd"] = (rows, k) => KMeans.Fit(rows, new() { Clusters = k, Algorithm = KMeansAlgorithm.Lloyd }).Labels,
        ["k-means, Hamerly"] = (rows, k) => KMeans.Fit(rows, new() { Clusters = k, Algorithm = KMeansAlgorithm.Hamerly }).Labels,
        ["mini-batches"] = (rows, k) => MiniBatchKMeans.Fit(rows.ToBatches(7), new() { Clusters = k }).Predict(rows),
        ["mixture, full"] = (rows, k) => GaussianMixture.Fit(rows, new() { Components = k }).Labels,
        ["mixture, tied"] = (rows, k) => GaussianMixture.Fit(rows, new() { Components = k, Covariance = CovarianceKind.Tied }).Labels,
        ["mixture, diagonal"] = (rows, k) => GaussianMixture.Fit(rows, new() { Components = k, Covariance = CovarianceKind.Diagonal }).Labels,
        ["mixture, spherical"] = (rows, k) => GaussianMixture.Fit(rows, new() { Components = k, Covariance = CovarianceKind.Spherical }).Labels,
        ["Ward"] = (rows, k) => Hierarchical.Fit(rows).Cut(k),
        ["average"] = (rows, k) => Hierarchical.Fit(rows, new() { Linkage = Linkage.Average }).Cut(k),
        ["complete"] = (rows, k) => Hierarchical.Fit(rows, new() { Linkage = Linkage.Complete }).Cut(k),
        ["single"] = (rows, k) => Hierarchical.Fit(rows, new() { Linkage = Linkage.Single }).Cut(k),
    };

    public static TheoryData<string> Names => new(Clusterers.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void One_row_and_one_cluster(string name)
    {
        Assert.Equal([0], Clusterers[name](Matrix.FromRows([[3, 4]]), 1));
        Assert.All(Clusterers[name](Samples.Iris, 1), label => Assert.Equal(0, label));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void As_many_clusters_as_rows_are_one_row_each(string name)
    {
        var rows = Matrix.Create(12, 2, (i, j) => j == 0 ? i * i : 3 * i);
        Assert.Equal(Enumerable.Range(0, 12), Clusterers[name](rows, 12).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_constant_column_changes_nothing(string name)
    {
        var (rows, truth) = Samples.Groups(300, 3, 3, noise: 0.5, seed: 3);
        var wider = Matrix.Create(300, 4, (i, j) => j == 3 ? 1234.5 : rows[i, j]);
        Assert.Equal(1, AdjustedRand.Compute(truth, Clusterers[name](rows, 3)));
        Assert.Equal(1, AdjustedRand.Compute(truth, Clusterers[name](wider, 3)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_but_constant_columns_is_one_place(string name)
    {
        var labels = Clusterers[name](Matrix.Create(20, 2, (_, j) => j), 2);
        Assert.Equal(20, labels.Count);
        Assert.All(labels, label => Assert.InRange(label, 0, 1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Equal_rows_are_in_one_cluster(string name)
    {
        var rows = Matrix.Create(60, 2, (i, j) => 5 * (i % 4 >> j & 1)); // four places, fifteen rows each
        var labels = Clusterers[name](rows, 4);
        Assert.Equal(1, AdjustedRand.Compute(labels, [.. Enumerable.Range(0, 60).Select(i => i % 4)]));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void More_clusters_than_rows_none_and_missing_values_are_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => Clusterers[name](Matrix.FromRows([[1], [2]]), 3));
        Assert.Throws<ArgumentException>(() => Clusterers[name](Matrix.FromRows([[1], [2]]), 0));
        Assert.Throws<ArgumentException>(() => Clusterers[name](Matrix.FromRows([[1], [double.NaN]]), 1));
        Assert.Throws<ArgumentException>(() => Clusterers[name](Matrix.FromRows([[1], [1e160]]), 1));
        Assert.Throws<ArgumentException>(() => Clusterers[name](Matrix.Zeros(0, 2), 1));
        Assert.Throws<ArgumentException>(() => Clusterers[name](Matrix.Zeros(3, 0), 1));
    }

    public static TheoryData<string, Action> TooLarge => new()
    {
        { "NeighborDistances.Compute", () => NeighborDistances.Compute(Large, 3) },
        { "Silhouette.Score", () => Silhouette.Score(Large, [0, 0, 1, 1]) },
        { "Silhouette.Sample", () => Silhouette.Sample(Large, [0, 0, 1, 1]) },
        { "DaviesBouldin.Score", () => DaviesBouldin.Score(Large, [0, 0, 1, 1]) },
        { "CalinskiHarabasz.Score", () => CalinskiHarabasz.Score(Large, [0, 0, 1, 1]) },
        { "KMeansModel.Predict", () => KMeans.Fit(Small).Predict(Large) },
        { "KMeansModel.Transform", () => KMeans.Fit(Small).Transform(Large) },
        { "MiniBatchKMeansModel.Predict", () => MiniBatchKMeans.Fit([Small]).Predict(Large) },
        { "MiniBatchKMeansModel.Inertia", () => MiniBatchKMeans.Fit([Small]).Inertia([Large]) },
    };

    private static Matrix Small => Matrix.FromRows([[1], [2], [3], [4]]);

    private static Matrix Large => Matrix.FromRows([[1e200], [2e200], [4e200], [5e200]]);

    [Theory]
    [MemberData(nameof(TooLarge))]
    public void Squares_that_overflow_are_an_error_not_a_score(string method, Action action) => Assert.Equal(
        $"Row 0, feature 'x0' is 1E+200. {method} needs values up to 1E+150 in size, whose squares are finite: rescale the column.",
        Assert.Throws<ArgumentException>(action).Message);

    [Fact]
    public void Scores_of_one_row_ask_for_three() => Assert.Equal("Silhouette.Score needs at least 3 rows and 1 column. Got 1 × 1.",
        Assert.Throws<ArgumentException>(() => Silhouette.Score(Matrix.FromRows([[1]]), [0])).Message);

    [Fact]
    public void A_radius_whose_square_overflows_is_an_error() => Assert.Equal(
        "DbscanOptions.Epsilon must be at most 1E+150, whose square is finite. Got 1E+201.",
        Assert.Throws<ArgumentException>(() => Dbscan.Fit(Large, new() { Epsilon = 1e201 })).Message);
}
