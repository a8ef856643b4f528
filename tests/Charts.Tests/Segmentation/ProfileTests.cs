using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Charts.Segmentation;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Tests.Segmentation;

/// <summary>Charts that describe segments.</summary>
public class ProfileTests
{
    private static readonly DataFrame Customers = DataFrame.FromColumns(
        ("kind", TextColumn.From(["b", "a", "a", "b", null])), ("orders", new Column<double>(ColumnKind.Number, [4, 1, 1, 6, 9])),
        ("spent", new Column<double>(ColumnKind.Number, [10, 20, double.NaN, 30, 9])), ("flat", new Column<double>(ColumnKind.Number, [2, 2, 2, 2, 2])));

    [Fact]
    public void Cells_are_differences_in_standard_deviations_with_the_means_beside_the_pointer()
    {
        var figure = SegmentationCharts.SegmentProfile(Customers, "kind", ["orders", "spent", "flat"]);
        // Orders of those with a kind: 4, 1, 1, 6, mean 3, variance 4.5; spent: 10, 20, 30, mean 20.
        var deviation = Math.Sqrt(4.5);
        Assert.Equal(["a (2)", "b (2)"], TraceReader.Texts(figure.Traces[0]["y"]).AsEnumerable());
        Assert.Equal([(1 - 3) / deviation, 0, 0], TraceReader.Numbers(figure.Traces[0]["z"]![0]));
        Assert.Equal([(5 - 3) / deviation, 0, 0], TraceReader.Numbers(figure.Traces[0]["z"]![1]));
        Assert.Equal([1, 20, 2], TraceReader.Numbers(figure.Traces[0]["customdata"]![0]));
        Assert.Equal(["−0.94", "0.00", "0.00"], TraceReader.Texts(figure.Traces[0]["text"]![0]).AsEnumerable());
        Assert.Equal("feature (1 customers without a segment left out)", (string?)figure.Layout["xaxis"]!["title"]!["text"]);
    }

    [Fact]
    public void Labels_of_clusters_are_in_rising_order()
    {
        var labelled = Customers.With("cluster", new[] { 10, 2, 2, 10, 1 });
        Assert.Equal(["1 (1)", "2 (2)", "10 (2)"], TraceReader.Texts(SegmentationCharts.SegmentProfile(labelled, "cluster", ["orders"]).Traces[0]["y"]).AsEnumerable());
    }

    [Fact]
    public void Booleans_are_shares_and_a_numbered_segment_is_named_with_its_column()
    {
        var figure = SegmentationCharts.SegmentProfile(Customers.With("cluster", new[] { 0, 0, 1, 1, 1 }).With(("repeat", c => c["cluster"] == 1)), "cluster", ["repeat"]);
        Assert.Equal([0.0, 1.0], TraceReader.Numbers(figure.Traces[0]["customdata"]![0]).Concat(TraceReader.Numbers(figure.Traces[0]["customdata"]![1])));
        Assert.Equal("cluster 0 stands out by repeat: 1.2 standard deviations below average", figure.Title);
    }

    [Fact]
    public void Wrong_input_is_named()
    {
        Says("SegmentationCharts.SegmentProfile needs at least one feature. Got none.", () => SegmentationCharts.SegmentProfile(Customers, "kind", []));
        Says("SegmentationCharts.SegmentProfile needs numbers for features. Column 'kind' is text.", () => SegmentationCharts.SegmentProfile(Customers, "kind", ["kind"]));
        Says("SegmentationCharts.SegmentProfile needs raw means of the shape of means, 1 × 2. Got 2 × 1.",
            () => SegmentationCharts.SegmentProfile(new[,] { { 1.0, 2 } }, ["a"], ["x", "y"], raw: new[,] { { 1.0 }, { 2 } }));
        Says("SegmentationCharts.SegmentProfile needs customers with a segment. Got 0 rows, none with 'kind'.", () => SegmentationCharts.SegmentProfile(Customers.Head(0), "kind", ["orders"]));
    }

    [Fact]
    public void A_cluster_has_one_colour_in_every_chart_and_noise_is_grey()
    {
        var figure = SegmentationCharts.SilhouetteBlades([0.5, 0.4, -0.1, 0.2], [2, 2, -1, 0]);
        Assert.Equal(["noise", "cluster 0", "cluster 2"], figure.Traces.Select(trace => (string?)trace["name"]));
        Assert.Equal([Palette.Grey, Palette.Light[0], Palette.Light[2]], figure.Traces.Select(trace => (string?)trace["line"]!["color"]));
        Assert.Equal("cluster 2: 2 samples, mean silhouette 0.45, 0 below zero", (string?)figure.Traces[2]["text"]);
    }

    private static void Says(string message, Action act) => Assert.Equal(message, Assert.Throws<ArgumentException>(act).Message);
}
