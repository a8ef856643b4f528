using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Tests.Clustering;

/// <summary>Expected values: SciPy 1.10, <c>Z = linkage(rows, method)</c>; of iris (<c>load_iris().data</c>) <c>h = Z[:, 2]</c>, its sum,
/// <c>(h * arange(1, 150)).sum()</c>, <c>h[-5:]</c> and the sizes of <c>fcluster(Z, 3, 'maxclust')</c>.</summary>
public class HierarchicalTests
{
    private static readonly Matrix Eight =
        Matrix.FromRows([[0, 0], [1, 0], [0, 2], [5, 5], [6, 5.5], [5, 7], [12, 0], [12.5, 1]]);

    [Theory]
    [InlineData(Linkage.Ward, 138.16224196388305, 17024.23021204272, new[] { 3.828052620290243, 4.847708507921838, 6.399406819518539, 12.300396052792589, 32.44760699959244 }, new[] { 36, 50, 64 })]
    [InlineData(Linkage.Average, 65.21280928322638, 6790.1863425246165, new[] { 1.3141878740166033, 1.3809937393292773, 1.7855664820227883, 1.9636140862746496, 4.062682686118029 }, new[] { 36, 50, 64 })]
    [InlineData(Linkage.Complete, 87.52824631225513, 9686.145435075669, new[] { 2.2360679774997894, 2.428991560298224, 3.2109188716004646, 4.024922359499621, 7.085195833567341 }, new[] { 28, 50, 72 })]
    [InlineData(Linkage.Single, 43.52377963829875, 4143.144952833206, new[] { 0.6324555320336759, 0.6480740698407862, 0.7348469228349535, 0.818535277187245, 1.6401219466856727 }, new[] { 2, 50, 98 })]
    public void Iris_has_scipys_heights(Linkage linkage, double sum, double weighted, double[] last, int[] sizesOfThree)
    {
        var model = Hierarchical.Fit(Samples.Iris, new() { Linkage = linkage });
        var heights = model.Merges.Select(merge => merge.Height).ToArray();
        Assert.Equal(149, heights.Length);
        Assert.Equal(heights.Order(), heights);
        Assert.Equal(sum, heights.Sum(), 1e-9);
        Assert.Equal(weighted, heights.Select((height, i) => height * (i + 1)).Sum(), 1e-7);
        for (var i = 0; i < 5; i++) Assert.Equal(last[i], heights[144 + i], 1e-12);
        Assert.Equal(sizesOfThree, model.Cut(3).CountBy(label => label).Select(group => group.Value).Order());
    }

    [Theory]
    [InlineData(Linkage.Ward, 2.1015867021530816, 2.3804761428476167, 12.453245895481759, 16.991419403137968)]
    [InlineData(Linkage.Average, 1.9013878188659974, 2.118033988749895, 7.284384604198254, 10.370033738121242)]
    [InlineData(Linkage.Complete, 2.0, 2.23606797749979, 8.602325267042627, 12.539936203984453)]
    [InlineData(Linkage.Single, 1.8027756377319946, 2.0, 5.830951894845301, 7.905694150420948)]
    public void Eight_rows_have_scipys_merges(Linkage linkage, params double[] upper)
    {
        var model = Hierarchical.Fit(Eight, new() { Linkage = linkage });
        Merge[] expected =
        [
            new(0, 1, 1, 2), new(3, 4, 1.118033988749895, 2), new(6, 7, 1.118033988749895, 2), new(5, 9, upper[0], 3),
            new(2, 8, upper[1], 3), new(11, 12, upper[2], 6), new(10, 13, upper[3], 8),
        ];
        for (var m = 0; m < 7; m++)
        {
            Assert.Equal(expected[m] with { Height = 0 }, model.Merges[m] with { Height = 0 });
            Assert.Equal(expected[m].Height, model.Merges[m].Height, 1e-12);
        }
        Assert.Equal([6, 7, 5, 3, 4, 2, 0, 1], model.LeafOrder.ToArray());
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2], model.Cut(3).ToArray());
        Assert.Equal([0, 0, 0, 1, 1, 1, 2, 2], model.CutAt(3).ToArray());
        Assert.Equal([0, 0, 1, 2, 3, 4, 5, 6], model.CutAt(1).ToArray()); // at the very height of the first join
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], model.CutAt(0.99).ToArray());
        Assert.All(model.CutAt(double.PositiveInfinity), label => Assert.Equal(0, label));
    }

    [Theory]
    [InlineData(Linkage.Ward)]
    [InlineData(Linkage.Average)]
    [InlineData(Linkage.Complete)]
    [InlineData(Linkage.Single)]
    public void The_chain_joins_what_the_greedy_algorithm_joins(Linkage linkage)
    {
        var (rows, _) = Samples.Groups(60, 3, 4, noise: 2, seed: 5);
        var model = Hierarchical.Fit(rows, new() { Linkage = linkage });
        var clusters = Enumerable.Range(0, 60).Select(i => new List<int> { i }).ToList();
        foreach (var merge in model.Merges)
        {
            var (height, a, b) = (double.PositiveInfinity, 0, 0);
            for (var i = 0; i < clusters.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var apart = Apart(rows, clusters[i], clusters[j], linkage);
                    if (apart < height) (height, a, b) = (apart, i, j);
                }
            }
            clusters[b].AddRange(clusters[a]);
            Assert.Equal((height, clusters[b].Count), (merge.Height, merge.Size), (x, y) => Math.Abs(x.Item1 - y.Item1) < 1e-9 && x.Item2 == y.Item2);
            clusters.RemoveAt(a);
        }
    }

    [Fact]
    public void Known_groups_are_found_again()
    {
        var (rows, labels) = Samples.Groups(600, 6, 5, noise: 0.3, seed: 1);
        foreach (var linkage in Enum.GetValues<Linkage>())
            Assert.Equal(1, AdjustedRand.Compute(labels, Hierarchical.Fit(rows, new() { Linkage = linkage }).Cut(5)));
    }

    [Fact]
    public void One_row_duplicates_and_every_cut()
    {
        var one = Hierarchical.Fit(Matrix.FromRows([[3, 4]]));
        Assert.Empty(one.Merges);
        Assert.Equal([0], one.Cut(1).ToArray());
        Assert.Equal([0], one.LeafOrder.ToArray());
        foreach (var linkage in Enum.GetValues<Linkage>())
        {
            var same = Hierarchical.Fit(Matrix.Create(40, 2, (_, j) => j), new() { Linkage = linkage });
            Assert.All(same.Merges, merge => Assert.Equal(0, merge.Height));
            Assert.Equal(Enumerable.Range(0, 40), same.LeafOrder.Order());
            for (var k = 1; k <= 40; k++) Assert.Equal(k, same.Cut(k).Distinct().Count());
        }
    }

    [Fact]
    public void Single_linkage_follows_a_ring_around_a_disc()
    {
        var rows = Matrix.Create(400, 2, (i, j) => (i % 2 == 0 ? 1 : 5) * (j == 0 ? Math.Cos(i * Math.Tau / 400) : Math.Sin(i * Math.Tau / 400)));
        var truth = Enumerable.Range(0, 400).Select(i => i % 2).ToArray();
        Assert.Equal(truth, Hierarchical.Fit(rows, new() { Linkage = Linkage.Single }).Cut(2));
        Assert.InRange(AdjustedRand.Compute(truth, Hierarchical.Fit(rows).Cut(2)), -1, 0.5);
    }

    [Fact]
    public void Too_many_rows_are_refused_with_a_remedy_but_not_by_single_linkage()
    {
        var rows = Matrix.Create(100, 1, (i, _) => i * i);
        Assert.Equal("HierarchicalOptions.MemoryLimit must be ≥ 39600 for the distances of 100 rows. Got 39599. "
            + "Raise it, sample the rows, join KMeans centroids instead, or take Linkage.Single, which needs no distances.",
            Assert.Throws<ArgumentException>(() => Hierarchical.Fit(rows, new() { MemoryLimit = 39_599 })).Message);
        Assert.Equal(99, Hierarchical.Fit(rows, new() { MemoryLimit = 39_600 }).Merges.Length);
        Assert.Equal(99, Hierarchical.Fit(rows, new() { MemoryLimit = 0, Linkage = Linkage.Single }).Merges.Length);
    }

    [Fact]
    public void Mistakes_are_named()
    {
        var model = Hierarchical.Fit(Eight);
        Assert.Equal("HierarchicalModel.Cut needs clusters in [1, 8] for 8 rows. Got 9.", Assert.Throws<ArgumentException>(() => model.Cut(9)).Message);
        Assert.Equal("HierarchicalModel.CutAt needs a height ≥ 0. Got NaN.", Assert.Throws<ArgumentException>(() => model.CutAt(double.NaN)).Message);
        Assert.Equal("HierarchicalOptions.Linkage must be Ward, Average, Complete or Single. Got 8.\nHierarchicalOptions.MemoryLimit must be ≥ 0. Got -1.",
            Assert.Throws<ArgumentException>(() => Hierarchical.Fit(Eight, new() { Linkage = (Linkage)8, MemoryLimit = -1 })).Message);
        Assert.Equal("Row 0, feature 'x0' is 1E+200. Hierarchical.Fit needs values up to 1E+150 in size, whose squares are finite: rescale the column.",
            Assert.Throws<ArgumentException>(() => Hierarchical.Fit(Matrix.FromRows([[1e200], [0]]))).Message);
    }

    /// <summary>The definitions, from all pairs of rows.</summary>
    private static double Apart(Matrix rows, List<int> a, List<int> b, Linkage linkage)
    {
        var pairs = a.SelectMany(i => b.Select(j => Math.Sqrt(Distances.SquaredEuclidean(rows.Row(i), rows.Row(j))))).ToList();
        if (linkage != Linkage.Ward) return linkage == Linkage.Single ? pairs.Min() : linkage == Linkage.Complete ? pairs.Max() : pairs.Average();
        var squares = Enumerable.Range(0, rows.Columns).Sum(c => Math.Pow(a.Average(i => rows[i, c]) - b.Average(i => rows[i, c]), 2));
        return Math.Sqrt(2.0 * a.Count * b.Count / (a.Count + b.Count) * squares);
    }
}
