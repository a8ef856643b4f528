using System.Text.Json.Nodes;
using System.Xml.Linq;
using MarketingNotebooks.Charts.Static;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Tests;

/// <summary>The static picture colours numbers as the page does.</summary>
public class ColorScaleTests
{
    /// <summary>Viridis runs from purple to yellow whatever the template's own scale does.</summary>
    [Theory]
    [InlineData(false, "#440154", "#FDE725")]
    [InlineData(true, "#FDE725", "#440154")]
    public void A_scale_named_by_text_does_not_follow_the_background(bool reversed, string low, string high)
    {
        var figure = Figure.Of(new { type = "heatmap", z = new[] { new[] { 1.0, 2, 9 } }, colorscale = "Viridis", reversescale = reversed });
        foreach (var template in (Template[])[Template.Light, Template.Dark])
        {
            var cells = Cells(figure.ToSvg(template: template));
            Assert.Equal((low, high), (cells[0], cells[^1]));
        }
    }

    /// <summary>Which scale plotly.js 4.1 picks for an axis that names none, seen in its full layout: by the drawn bounds, not the data's.</summary>
    [Theory]
    [InlineData(0.5, 3, "{}", "sequential")]
    [InlineData(0, 3, "{}", "sequential")]
    [InlineData(-0.5, 3, "{}", "diverging")]
    [InlineData(-3, -0.5, "{}", "sequentialminus")]
    [InlineData(-3, 0, "{}", "sequentialminus")]
    [InlineData(-0.2, -0.2, "{}", "diverging")]
    [InlineData(-3, -0.5, """{"cmin":-3,"cmax":3}""", "diverging")]
    [InlineData(-3, -0.5, """{"cmid":0}""", "diverging")]
    [InlineData(-0.5, 3, """{"cmin":0,"cmax":3}""", "sequential")]
    public void Without_a_name_the_drawn_bounds_choose(double low, double high, string axis, string expected)
    {
        foreach (var template in (Template[])[Template.Light, Template.Dark])
        {
            var scale = ColorScale.Of(JsonNode.Parse(axis), "c", [low, high], template);
            var stops = template.ToJson()["layout"]!["colorscale"]![expected]!.AsArray();
            Assert.Equal(((string?)stops[0]![1], (string?)stops[^1]![1]), (scale.At(scale.Low), scale.At(scale.High)));
        }
    }

    [Fact]
    public void The_lowest_of_negative_values_stands_out_most()
    {
        var figure = Chart.Heatmap(new double[,] { { -0.5, -3 } }, ["row"], ["a", "b"], title: "Losses");
        foreach (var template in (Template[])[Template.Light, Template.Dark])
            Assert.Equal([template.Sequential[0], template.Sequential[^1]], Cells(figure.ToSvg(template: template)));
    }

    /// <summary>Each pale point lies on a grey one that is wider by the line; where no line is asked for, there is none.</summary>
    [Fact]
    public void Points_are_outlined_where_the_trace_has_a_line()
    {
        double[] values = [-20, -1, 1, 20];
        var frame = DataFrame.FromColumns(("x", Numbers(1, 2, 3, 4)), ("y", Numbers(1, 2, 3, 4)), ("z", Numbers(1, 2, 3, 4)), ("change", Numbers([.. values.Select(v => v + 0.5)])), ("lift", Numbers(1.5, 2, 3, 4)));
        foreach (var figure in (Figure[])[Chart.Scatter(frame, "x", "y", color: "change", title: "Points"), Chart.Scatter3D(frame, "x", "y", "z", color: "change", title: "Points")])
        {
            var points = Points(figure.ToSvg());
            Assert.Equal(8, points.Count);
            foreach (var pair in points.Chunk(2))
            {
                Assert.Equal(Palette.Grey, (string?)pair[0].Attribute("stroke"));
                Assert.NotEqual(Palette.Grey, (string?)pair[1].Attribute("stroke"));
                Assert.Equal((string?)pair[1].Attribute("d"), (string?)pair[0].Attribute("d"));
                Assert.InRange((double)pair[0].Attribute("stroke-width")! - (double)pair[1].Attribute("stroke-width")!, 1, 2);
            }
        }
        Assert.Equal(4, Points(Chart.Scatter(frame, "x", "y", color: "lift", title: "Points").ToSvg()).Count);
    }

    /// <summary>Outlined points share paths too, in space as in the plane.</summary>
    [Fact]
    public void Many_outlined_points_stay_a_small_picture()
    {
        var random = new Random(7);
        Column<double> Uniform() => Numbers([.. Enumerable.Range(0, 4_000).Select(_ => random.NextDouble() * 40 - 20)]);
        var frame = DataFrame.FromColumns(("x", Uniform()), ("y", Uniform()), ("z", Uniform()), ("change", Uniform()));
        Assert.InRange(Chart.Scatter(frame, "x", "y", color: "change", title: "Points").ToSvg().Length, 10_000, 130_000);
        Assert.InRange(Chart.Scatter3D(frame, "x", "y", "z", color: "change", title: "Points").ToSvg().Length, 10_000, 130_000);
    }

    /// <summary>What is filled carries its outline itself.</summary>
    [Fact]
    public void Squares_are_outlined_too()
    {
        var figure = Figure.Of(new { type = "scatter", mode = "markers", x = new[] { 1 }, y = new[] { 1 }, marker = new { symbol = "square", color = "#F0E6B8", size = 9, line = new { color = "#123456", width = 2 } } });
        var square = Assert.Single(XElement.Parse(figure.ToSvg()).Descendants(), each => (string?)each.Attribute("fill") == "#F0E6B8");
        Assert.Equal(("#123456", "2"), ((string?)square.Attribute("stroke"), (string?)square.Attribute("stroke-width")));
    }

    private static string[] Cells(string svg) =>
        [.. XElement.Parse(svg).Descendants().First(each => each.Name.LocalName == "g" && each.Attribute("clip-path") is not null).Elements().Where(each => each.Name.LocalName == "rect").Select(each => (string)each.Attribute("fill")!)];

    private static List<XElement> Points(string svg) => [.. XElement.Parse(svg).Descendants().Where(each => each.Name.LocalName == "path" && (string?)each.Attribute("stroke-linecap") == "round")];

    private static Column<double> Numbers(params double[] values) => new(ColumnKind.Number, values);
}
