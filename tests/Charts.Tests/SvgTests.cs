using System.Xml.Linq;
using MarketingNotebooks.Charts.Static;

namespace MarketingNotebooks.Charts.Tests;

public class SvgTests
{
    [Fact]
    public void Every_builder_gives_a_well_formed_bounded_picture_in_both_templates()
    {
        foreach (var (name, figure) in Gallery.All())
            foreach (var template in (Template[])[Template.Light, Template.Dark])
                foreach (var (width, height) in ((int, int?)[])[(760, null), (320, 200)])
                {
                    var text = figure.ToSvg(width, height, template);
                    var svg = XElement.Parse(text);
                    Assert.True(text.Length < 130_000, $"{name}: {text.Length}");
                    Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
                    Assert.Equal(template.Background, (string?)svg.Elements().First(each => each.Name.LocalName == "rect").Attribute("fill"));
                    var marks = svg.Descendants().Count(each => each.Name.LocalName is "path" or "rect" && (string?)each.Attribute("fill") != template.Background && each.Parent!.Name.LocalName != "clipPath");
                    Assert.True(marks > 0, $"{name} has no marks");
                    Assert.Equal(figure.Title, svg.Elements().First(each => each.Name.LocalName == "title").Value);
                }
    }

    [Fact]
    public void Text_is_escaped()
    {
        var svg = Chart.Bar(["<script>alert(1)</script>", "a\u0001&\"b"], [1, 2], title: "a <i>b</i> & c").ToSvg();
        XElement.Parse(svg);
        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Figures_of_other_tools_draw_too()
    {
        const string json = """
            {"data":[{"x":["2024-01-01","2024-06-01"],"y":{"dtype":"f4","bdata":"AACAPwAAAEA="},"mode":"lines"},{"type":"bar","x":["2024-03-01"],"y":[1.5],"marker":{"color":"rgb(10, 20, 30)"}}],
             "layout":{"title":"from elsewhere","yaxis":{"range":[0,3]}}}
            """;
        var svg = Figure.FromJson(json).ToSvg();
        Assert.Contains("from elsewhere", svg, StringComparison.Ordinal);
        Assert.Contains("rgb(10,20,30)", svg, StringComparison.Ordinal);
        Assert.Contains("2024", svg, StringComparison.Ordinal);
        Assert.Contains("No static picture of sankey traces", Figure.FromJson("{\"data\":[{\"type\":\"sankey\"}]}").ToSvg(), StringComparison.Ordinal);
        Assert.NotEmpty(Figure.FromJson("{\"data\":[]}").ToSvg());
    }

    [Fact]
    public void Triangles_keep_ends_and_the_peak()
    {
        var x = Enumerable.Range(0, 10_000).Select(i => (double)i).ToArray();
        var y = x.Select(v => v == 4_321 ? 100.0 : Math.Sin(v / 900)).ToArray();
        var kept = Lttb.Choose(x, y, 100);
        Assert.Equal(100, kept.Length);
        Assert.Equal((0, 9_999), (kept[0], kept[^1]));
        Assert.Contains(4_321, kept);
        Assert.Equal(kept.Order(), kept);
    }

    [Fact]
    public void Tiles_fill_the_rectangle_by_value()
    {
        var tiles = Squarify.Divide([6, 6, 4, 3, 2, 2, 1], new Area(0, 0, 6, 4));
        Assert.Equal([6, 6, 4, 3, 2, 2, 1], tiles.Select(tile => Math.Round(tile.Width * tile.Height, 9)));
        // Bruls, Huizing and van Wijk (2000), figure 4: the first column holds 6 and 6, three wide and two high each.
        Assert.Equal((3.0, 2.0), (Math.Round(tiles[0].Width, 9), Math.Round(tiles[0].Height, 9)));
    }

    [Theory]
    [InlineData(0, 10, 5, "0,2,4,6,8,10")]
    [InlineData(0, 250_000, 5, "0,50k,100k,150k,200k,250k")]
    [InlineData(-0.3, 0.3, 6, "−0.3,−0.2,−0.1,0,0.1,0.2,0.3")]
    public void Ticks_are_round(double low, double high, int about, string expected) =>
        Assert.Equal(expected, string.Join(',', AxisTicks.Linear(low, high, about).Select(tick => tick.Label)));

    [Fact]
    public void Sizes_outside_the_range_are_refused() =>
        Assert.StartsWith("Width must be in [160, 4000] pixels. Got 10.", Assert.Throws<ArgumentOutOfRangeException>(() => Chart.Line([1], [1]).ToSvg(10)).Message, StringComparison.Ordinal);
}
