using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Evaluation;

public class ElbowTests
{
    [Fact]
    public void The_papers_example()
    {
        // Satopää et al. (2011), figure 2: y = −1/(x + 0.1) + 5 on ten points of [0, 1] bends at x = 0.22, the third; upside down here.
        var elbow = Elbow.Find(Enumerable.Range(1, 10).ToArray(), Enumerable.Range(0, 10).Select(i => 1 / (i / 9.0 + 0.1)).ToArray());
        Assert.Equal(3, elbow.Clusters);
        // (10 − 1/(2/9 + 0.1)) / (10 − 1/1.1) − 2/9
        Assert.Equal(0.5363985, elbow.Differences[2], 7);
    }

    [Fact]
    public void Well_separated_groups_give_their_number()
    {
        // Around the corners of a square: without noise the inertia falls as 1, 1/2, 1/4, 0.
        var rng = new Rng(3);
        var rows = Matrix.Create(600, 2, (i, j) => 10 * ((i >> j) & 1) + 0.4 * rng.NextNormal());
        var ks = Enumerable.Range(1, 10).ToArray();
        var inertias = ks.Select(k => KMeans.Fit(rows, new() { Clusters = k }).Inertia).ToArray();
        Assert.Equal(4, Elbow.Find(ks, inertias).Clusters);
    }

    [Fact]
    public void A_straight_or_flat_curve_has_no_elbow()
    {
        var straight = Elbow.Find([1, 2, 3, 4], [4, 3, 2, 1]);
        Assert.Null(straight.Clusters);
        Assert.Equal("The curve has no bend. Try a wider range of k, or choose k by silhouette.", straight.Reason);
        Assert.Equal("The curve is flat: every k has the same inertia.", Elbow.Find([1, 2, 3], [2, 2, 2]).Reason);
    }

    [Fact]
    public void Steps_of_k_need_not_be_equal() =>
        Assert.Equal(5, Elbow.Find([1, 5, 10, 20, 40], [1000, 100, 80, 50, 0]).Clusters);

    public static TheoryData<string, Action> Mistakes => new()
    {
        { "Elbow.Find needs one inertia per k and at least 3 of them. Got 2 k and 3 inertias.", () => Elbow.Find([1, 2], [1, 2, 3]) },
        { "Elbow.Find needs ascending numbers of clusters. Got 2 after 2.", () => Elbow.Find([1, 2, 2], [3, 2, 1]) },
        { "Elbow.Find needs finite inertias. Got NaN at k = 3.", () => Elbow.Find([1, 2, 3], [3, 2, double.NaN]) },
        { "Elbow.Find needs a finite sensitivity ≥ 0. Got -1.", () => Elbow.Find([1, 2, 3], [3, 2, 1], -1) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistakes_are_named(string message, Action action) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(action).Message);
}
