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
    public void Axes_have_one_scale_on_the_page_and_in_the_picture()
    {
        var figure = SegmentationCharts.Projection(Components, Labels, loadings: 0);
        Assert.Equal(("x", 1), ((string?)figure.Layout["yaxis"]!["scaleanchor"], (int)figure.Layout["yaxis"]!["scaleratio"]!));
        Assert.Equal("x2", (string?)Figure.Grid([figure, figure]).Layout["yaxis2"]!["scaleanchor"]);
        // A circle of rows stays one in the static picture, however wide that is.
        var circle = PrincipalComponents.Fit(Matrix.Create(60, 2, (i, j) => j == 0 ? Math.Cos(i * Math.PI / 30) : Math.Sin(i * Math.PI / 30)));
        foreach (var width in (int[])[500, 1200])
        {
            var marks = System.Text.RegularExpressions.Regex.Matches(SegmentationCharts.Projection(circle, new int[60], loadings: 0).ToSvg(width), @"M(-?[\d.]+) (-?[\d.]+)h0");
            Assert.True(marks.Count >= 60);
            double Spread(int group) => marks.Max(mark => double.Parse(mark.Groups[group].Value)) - marks.Min(mark => double.Parse(mark.Groups[group].Value));
            Assert.Equal(Spread(1), Spread(2), 1.0); // pixels
        }
    }

    [Fact]
    public void A_cloud_along_a_line_gives_a_low_picture_that_says_so()
    {
        var flat = PrincipalComponents.Fit(Matrix.Create(100, 3, (i, j) => i * (j + 1) + Math.Sin(31 * i + 7 * j)));
        var figure = SegmentationCharts.Projection(flat, new int[100], loadings: 0);
        Assert.True((int)figure.Layout["height"]! < 300);
        Assert.Contains("Both axes have one scale: the rows lie along a line.", figure.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("one scale", SegmentationCharts.Projection(Components, Labels).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_axes_have_one_scale_unless_one_could_not_be_seen()
    {
        var scene = SegmentationCharts.Projection3D(Components, Labels).Layout["scene"]!;
        double Unit(string axis) => TraceReader.Numbers(scene[axis + "axis"]!["range"]) is [var low, var high] ? (high - low) / (double)scene["aspectratio"]![axis]! : double.NaN;
        Assert.Equal(1, Unit("y") / Unit("x"), 1e-3);
        Assert.Equal(1, Unit("z") / Unit("x"), 1e-3);
        Assert.Equal("manual", (string?)scene["aspectmode"]);
        var thin = SegmentationCharts.Projection3D(PrincipalComponents.Fit(Matrix.Create(50, 3, (i, j) => j == 0 ? i : j == 1 ? 20 * Math.Sin(i) : 0.1 * Math.Cos(3 * i))), new int[50]);
        Assert.Matches(@"Not to scale: PC3 is drawn \d+(\.\d)? times as long, to be seen at all\.", thin.ToJson());
    }

    [Fact]
    public void Names_of_arrows_cover_neither_each_other_nor_an_arrow()
    {
        string[] names = ["orders a year", "order value", "recency", "november december", "gifts and teaware", "fine tea", "on promotion", "basket size", "returns", "visits", "reviews", "newsletters"];
        foreach (var spread in (double[])[2 * Math.PI, Math.PI, 1.2]) // arrows all round, on one side, in a bundle
        {
            (double X, double Y)[] tips = [.. names.Select((_, i) => (100 + 60 * (i % 3)) is var length ? (length * Math.Cos(spread * i / 12), length * Math.Sin(spread * i / 12)) : default)];
            var shifts = ArrowLabels.Place(names, tips, (240, 240, 190, 190));
            (double X, double Y, double Width)[] boxes = [.. names.Select((name, i) => (tips[i].X + shifts[i].X, tips[i].Y + shifts[i].Y, Static.TextMeasure.Width(name, 12)))];
            for (var a = 0; a < names.Length; a++)
            {
                Assert.True(Math.Sqrt(shifts[a].X * shifts[a].X + shifts[a].Y * shifts[a].Y) < boxes[a].Width / 2 + 70, names[a]);
                for (var b = 0; b < a; b++)
                    Assert.False(Math.Abs(boxes[a].X - boxes[b].X) < (boxes[a].Width + boxes[b].Width) / 2 && Math.Abs(boxes[a].Y - boxes[b].Y) < 14, $"{names[a]} covers {names[b]}");
                if (spread > 6)
                    foreach (var (x, y) in tips)
                        for (var share = 0.0; share <= 1; share += 0.01)
                            Assert.False(Math.Abs(boxes[a].X - share * x) < boxes[a].Width / 2 && Math.Abs(boxes[a].Y - share * y) < 7, $"{names[a]} covers an arrow");
            }
        }
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
