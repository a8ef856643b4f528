using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Charts.Segmentation;
using MarketingNotebooks.Learning.Decomposition;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Tests.Segmentation;

public class ProjectionTests
{
    private static readonly PrincipalComponentsModel Components = PrincipalComponents.Fit(Samples.Shoppers(200).Rows);
    private static readonly int[] Labels = [.. Enumerable.Range(0, 200).Select(i => i % 4 - 1)];

    [Fact]
    public void Points_are_scores_and_noise_is_grey_and_below()
    {
        var figure = SegmentationCharts.Projection(Components, Labels, ["a", "b", "c"], loadings: 0);
        Assert.Equal(["noise", "a", "b", "c"], figure.Traces.Select(trace => (string?)trace["name"]));
        Assert.Equal([Palette.Grey, .. Palette.Light.Take(3)], figure.Traces.Select(trace => (string?)trace["marker"]!["color"]));
        Assert.Equal(Enumerable.Range(0, 50).Select(i => Components.Scores[4 * i + 2, 1]), TraceReader.Numbers(figure.Traces[2]["y"]));
        Assert.Equal($"PC1 ({Components.ExplainedVarianceRatio[0]:0.0%} of variance)", (string?)figure.Layout["xaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void Arrows_point_where_their_feature_is_high_in_the_proportions_of_the_loadings()
    {
        var figure = SegmentationCharts.Projection(Components, Labels);
        var (x, y) = (TraceReader.Numbers(figure.Traces[^1]["x"]), TraceReader.Numbers(figure.Traces[^1]["y"]));
        var names = ((JsonArray)figure.Layout["annotations"]!).Where(note => (string?)note!["name"] is null).Select(note => (string?)note!["text"]).ToArray();
        Assert.Equal(5, names.Length);
        var scale = x[1] / Components.Loadings[Row(0), 0];
        for (var arrow = 0; arrow < 5; arrow++)
        {
            Assert.Equal(scale * Components.Loadings[Row(arrow), 0], x[3 * arrow + 1], 1e-9);
            Assert.Equal(scale * Components.Loadings[Row(arrow), 1], y[3 * arrow + 1], 1e-9);
        }
        Assert.True(scale > 0);
        Assert.Equal(4 + 1, SegmentationCharts.Projection(Components, Labels, loadings: 2).TraceCount);

        int Row(int arrow) => Components.Components.IndexOf(names[arrow]!.Replace(' ', '_'));
    }

    [Fact]
    public void Many_rows_are_sampled_within_clusters_always_alike()
    {
        var labels = Enumerable.Range(0, 200).Select(i => i < 10 ? 0 : 1).ToArray();
        var figure = SegmentationCharts.Projection(Components, labels, loadings: 0, most: 50);
        Assert.Equal([10, 47], figure.Traces.Select(trace => TraceReader.Count(trace["x"]))); // all of the small cluster, a share of the large one
        Assert.Contains("57 of 200 rows are drawn, chosen at random within each cluster.", figure.ToJson(), StringComparison.Ordinal);
        Assert.Equal(figure.ToJson(), SegmentationCharts.Projection(Components, labels, loadings: 0, most: 50).ToJson());
        Assert.Equal(200, SegmentationCharts.Projection3D(Components, labels).Traces.Sum(trace => TraceReader.Count(trace["z"])));
    }

    [Fact]
    public void Beyond_eight_clusters_shapes_tell_colours_apart()
    {
        var figure = SegmentationCharts.Projection(Components, [.. Enumerable.Range(0, 200).Select(i => i % 10)], loadings: 0);
        Assert.Equal(10, figure.Traces.Select(trace => ((string?)trace["marker"]!["color"], (string?)trace["marker"]!["symbol"])).Distinct().Count());
    }

    [Fact]
    public void A_column_without_spread_draws()
    {
        var flat = PrincipalComponents.Fit(Matrix.Create(4, 2, (i, j) => j == 0 ? i : 1));
        Assert.NotEmpty(SegmentationCharts.Projection(flat, [0, 0, 1, 1]).ToSvg());
        Assert.NotEmpty(SegmentationCharts.Projection(PrincipalComponents.Fit(Matrix.Zeros(3, 2)), [0, 0, 1]).ToSvg());
    }

    [Fact]
    public void Two_features_are_drawn_in_their_own_units_and_what_cannot_be_is_counted()
    {
        var figure = SegmentationCharts.ClusterScatter([1, 10, 0, 5], [2, 20, 3, double.NaN], [1, -1, 1, 0], xLabel: "orders", yLabel: "value", yUnit: "€", logX: true);
        Assert.Equal("2 clusters, and 25% of rows in none", figure.Title);
        Assert.Equal(["noise", "cluster 1"], figure.Traces.Select(trace => (string?)trace["name"]));
        Assert.Equal([1.0, 2.0], TraceReader.Numbers(figure.Traces[1]["x"]).Concat(TraceReader.Numbers(figure.Traces[1]["y"])));
        Assert.Equal(("log", "linear", "value (€)"), ((string?)figure.Layout["xaxis"]!["type"], (string?)figure.Layout["yaxis"]!["type"], (string?)figure.Layout["yaxis"]!["title"]!["text"]));
        Assert.Contains("2 rows without orders or value are not drawn.", figure.ToJson(), StringComparison.Ordinal);
        Says("SegmentationCharts.ClusterScatter needs as many y and labels as x, and at least one. Got 1, 2 and 1.", () => SegmentationCharts.ClusterScatter([1], [1, 2], [0]));
    }

    [Fact]
    public void Wrong_input_is_named_with_the_remedy()
    {
        Says("SegmentationCharts.Projection3D needs 3 components or more. Got 2: fit with Components ≥ 3, or with more features.",
            () => SegmentationCharts.Projection3D(PrincipalComponents.Fit(Samples.Shoppers(20).Rows, new() { Components = 2 }), new int[20]));
        Says("SegmentationCharts.Projection needs a label for each of the 200 rows that the components were fitted to. Got 1.", () => SegmentationCharts.Projection(Components, [0]));
        Says("SegmentationCharts.Projection needs most ≥ 1. Got 0.", () => SegmentationCharts.Projection(Components, Labels, most: 0));
        Says("SegmentationCharts.Projection draws loadings in [0, 12]. Got 13.", () => SegmentationCharts.Projection(Components, Labels, loadings: 13));
    }

    private static void Says(string message, Action act) => Assert.Equal(message, Assert.Throws<ArgumentException>(act).Message);
}
