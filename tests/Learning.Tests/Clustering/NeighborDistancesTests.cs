using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

public class NeighborDistancesTests
{
    [Theory] // scikit-learn 1.2.1: NearestNeighbors(n_neighbors=k).fit(x).kneighbors(x)[0][:, -1] of iris: sum, largest, smallest
    [InlineData(5, 60.82964856, 1.00498756, 0.14142136)]
    [InlineData(2, 37.06601104, 0.73484692, 0)]
    public void Iris_has_scikit_learns_distances(int minPoints, double sum, double largest, double smallest)
    {
        var distances = NeighborDistances.Compute(Samples.Iris, minPoints).Distances;
        Assert.Equal(sum, distances.Sum(), 1e-7);
        Assert.Equal(largest, distances[0], 1e-7);
        Assert.Equal(smallest, distances[^1], 1e-7);
        Assert.Equal(distances.OrderDescending(), distances);
    }

    [Fact]
    public void The_radius_at_the_bend_finds_planted_groups_among_noise()
    {
        var rng = new Rng(5);
        var truth = Enumerable.Range(0, 3_000).Select(i => i < 300 ? -1 : i % 4).ToArray();
        var rows = Matrix.Create(3_000, 2, (i, j) => truth[i] < 0 ? rng.NextUniform(-20, 20) : 12 * ((truth[i] >> j) & 1) - 6 + rng.NextNormal());
        var curve = NeighborDistances.Compute(rows, 10);
        var model = Dbscan.Fit(rows, new() { Epsilon = curve.Epsilon!.Value, MinPoints = 10 });
        Assert.Equal(4, model.Clusters);
        Assert.InRange(AdjustedRand.Compute(truth, model.Labels), 0.95, 1);
    }

    [Fact]
    public void Equal_rows_have_a_flat_curve_and_mistakes_are_named()
    {
        var flat = NeighborDistances.Compute(Matrix.Create(40, 2, (_, j) => j));
        Assert.Null(flat.Epsilon);
        Assert.Equal("The curve is flat: every row's neighbour is equally far.", flat.Reason);
        Assert.Equal("NeighborDistances.Compute needs minPoints in [2, 150] for 150 rows. Got 1.",
            Assert.Throws<ArgumentException>(() => NeighborDistances.Compute(Samples.Iris, 1)).Message);
        Assert.Equal("NeighborDistances.Compute needs at least 3 rows and 1 column. Got 2 × 1.",
            Assert.Throws<ArgumentException>(() => NeighborDistances.Compute(Matrix.Zeros(2, 1))).Message);
    }
}
