using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Charts.Segmentation;
using MarketingNotebooks.Learning.Clustering;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Tests.Segmentation;

public class DendrogramTests
{
    /// <summary>Rows at 0, 1, 10, 12 and 30: joined at 1, 2, 10.5 (average linkage) and 24.25.</summary>
    private static readonly HierarchicalModel Five = Hierarchical.Fit(Matrix.Create(5, 1, (i, _) => new double[] { 0, 1, 10, 12, 30 }[i]), new() { Linkage = Linkage.Average });

    [Fact]
    public void Brackets_stand_at_the_height_of_their_join_over_the_middle_of_what_they_join()
    {
        var tree = new DendrogramTree(Five, clusters: 3, leaves: 5);
        Assert.Equal(Five.LeafOrder, tree.Leaves.Select(leaf => leaf.Row));
        Assert.Equal([1, 2, 10.5, 24.25], tree.Brackets.Select(bracket => bracket.Height).Order());
        Assert.Equal([2, 2, 4, 5], tree.Brackets.OrderBy(bracket => bracket.Height).Select(bracket => bracket.Size));
        foreach (var bracket in tree.Brackets)
        {
            Assert.Equal((bracket.First.Place + bracket.Second.Place) / 2, bracket.Both.Place);
            Assert.True(bracket.First.Place < bracket.Second.Place, "Brackets cross.");
            Assert.True(Math.Max(bracket.First.Top, bracket.Second.Top) <= bracket.Height);
        }
    }

    [Fact]
    public void Branches_have_the_colours_of_the_cut()
    {
        var figure = SegmentationCharts.Dendrogram(Five, clusters: 3);
        // {0, 1}, {10, 12} and {30}; the third joins nothing within itself, but its branch is drawn up to the next join.
        Assert.Equal(["cluster 0", "cluster 1", "cluster 2", "between clusters"], figure.Traces.Select(trace => (string?)trace["name"]));
        Assert.Equal([Palette.Light[0], Palette.Light[1], Palette.Light[2], Palette.Grey], figure.Traces.Select(trace => (string?)trace["line"]!["color"]));
        Assert.Equal(24.25, TraceReader.Numbers(figure.Traces[2]["x"]).Where(double.IsFinite).Max());
        var called = SegmentationCharts.Dendrogram(Five, clusters: 3, labels: [2, 0, 5], names: ["x", "y", "z"]);
        Assert.Equal(["x", "z", "cluster 5", "between clusters"], called.Traces.Select(trace => (string?)trace["name"]));
        Assert.Equal(figure.Traces[0]["x"]!.ToJsonString(), called.Traces[1]["x"]!.ToJsonString());
        Assert.Equal(Palette.Light[2], (string?)called.Traces[1]["line"]!["color"]);
        Assert.Equal((2 + 10.5) / 2, (double)figure.Layout["shapes"]![0]!["x0"]!);
        Assert.Equal("3 clusters: the last join within one is at 2, the first between two at 10.5", figure.Title);
    }

    [Fact]
    public void Without_a_number_the_longest_step_is_cut()
    {
        Assert.StartsWith("2 clusters:", SegmentationCharts.Dendrogram(Five).Title, StringComparison.Ordinal); // steps 13.75 at 2, 8.5 at 3, 1 at 4
        Assert.StartsWith("4 clusters:", SegmentationCharts.Dendrogram(Hierarchical.Fit(Samples.Shoppers(400).Rows)).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_tree_is_drawn_from_its_root_down_and_says_so()
    {
        var tree = Hierarchical.Fit(Samples.Shoppers(400).Rows);
        var drawn = new DendrogramTree(tree, 4, 30);
        Assert.Equal((30, 29, 400), (drawn.Leaves.Count, drawn.Brackets.Count, drawn.Leaves.Sum(leaf => leaf.Size)));
        Assert.Equal(tree.Merges[^29..].Select(merge => merge.Height), drawn.Brackets.Select(bracket => bracket.Height).Order());
        var labels = tree.Cut(4);
        foreach (var bracket in drawn.Brackets.Where(bracket => bracket.Both.Cluster >= 0)) Assert.InRange(bracket.Size, 1, labels.Count(label => label == bracket.Both.Cluster));
        var figure = SegmentationCharts.Dendrogram(tree, clusters: 4);
        Assert.Contains("The last 29 of 399 joins", figure.ToJson(), StringComparison.Ordinal);
        Assert.Equal(30, ((JsonArray)figure.Layout["yaxis"]!["ticktext"]!).Count);
        Assert.Equal(50, new DendrogramTree(tree, 50, 50).Leaves.Count);
        Assert.Equal(50 + 1, SegmentationCharts.Dendrogram(tree, clusters: 50).TraceCount); // raised from 30 branches: every cluster is seen
    }

    [Fact]
    public void A_chain_as_deep_as_its_rows_is_drawn()
    {
        var chain = Hierarchical.Fit(Matrix.Create(20_000, 1, (i, _) => i * (1 + i * 1e-6)), new() { Linkage = Linkage.Single });
        Assert.Equal(20_000, new DendrogramTree(chain, 3, 20_000).Leaves.Count);
        Assert.NotEmpty(SegmentationCharts.Dendrogram(chain, clusters: 1, leaves: 400).ToSvg());
    }

    [Fact]
    public void Wrong_numbers_are_named_with_their_range()
    {
        Says("SegmentationCharts.Dendrogram needs a tree of at least 2 rows. Got 1.", () => SegmentationCharts.Dendrogram(Hierarchical.Fit(Matrix.Zeros(1, 1))));
        Says("SegmentationCharts.Dendrogram needs clusters in [1, 5] for 5 rows. Got 6.", () => SegmentationCharts.Dendrogram(Five, clusters: 6));
        Says("SegmentationCharts.Dendrogram needs 2 different labels ≥ 0, one a cluster of the cut. Got 1, 1.", () => SegmentationCharts.Dendrogram(Five, clusters: 2, labels: [1, 1]));
        Says("SegmentationCharts.Dendrogram draws leaves in [2, 400]. Got 1.", () => SegmentationCharts.Dendrogram(Five, leaves: 1));
        Says("SegmentationCharts.Dendrogram needs a name for each of 5 rows. Got 2.", () => SegmentationCharts.Dendrogram(Five, rowNames: ["a", "b"]));
    }

    private static void Says(string message, Action act) => Assert.Equal(message, Assert.Throws<ArgumentException>(act).Message);
}
