using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Tests;

public class FigureTests
{
    [Fact]
    public void A_unit_stays_on_the_line_of_its_number()
    {
        Assert.Equal("DBSCAN finds 8 groups and 22 % noise, HDBSCAN 15 and<br>23 %", Building.Markup.Wrap("DBSCAN finds 8 groups and 22 % noise, HDBSCAN 15 and 23 %", 55));
        Assert.Equal("it brings<br>1,000 €, or<br>so", Building.Markup.Wrap("it brings 1,000 €, or so", 11));
        Assert.Equal("a<br>%", Building.Markup.Wrap("a %", 2)); // nothing before the number to break at
    }

    [Fact]
    public void Json_of_other_tools_survives_unchanged()
    {
        const string json = """
            {"data":[{"type":"sankey","node":{"label":["a","b"]},"x-own":[1,2.50,null,1e300],"ids":["\u8336"]}],
             "layout":{"title":"plain","meta":[1,2],"unknown":{"deep":true}},"config":{"locale":"de"},"frames":[{"name":"f"}]}
            """;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(Figure.FromJson(json).ToJson())));
    }

    [Theory]
    [InlineData("[1]", "A figure is a JSON object with an array 'data' of traces. Got something else: write it with ToJson() or fig.to_json().")]
    [InlineData("{\"data\":3}", "A figure is a JSON object with an array 'data' of traces. Got something else: write it with ToJson() or fig.to_json().")]
    [InlineData("{\"data\":", "The figure is not JSON: line 1, byte 8.")]
    public void Wrong_json_is_refused_with_the_remedy(string json, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Figure.FromJson(json)).Message);

    [Fact]
    public void Numbers_are_shortest_and_gaps_are_null()
    {
        var trace = JsonNode.Parse(Chart.Line([1, 2, 3], [0.1, double.NaN, 1e21]).ToJson())!["data"]![0]!;
        Assert.Equal("[1,2,3]", trace["x"]!.ToJsonString());
        Assert.Equal("[0.1,null,1E+21]", trace["y"]!.ToJsonString());
    }

    [Fact]
    public void Times_are_iso_text()
    {
        var figure = Chart.Line([new DateTime(2024, 1, 31, 0, 0, 0, DateTimeKind.Utc), new DateTime(2024, 2, 1, 12, 30, 0, DateTimeKind.Utc)], [1, 2]);
        Assert.Equal("[\"2024-01-31\",\"2024-02-01 12:30:00\"]", figure.Traces[0]["x"]!.ToJsonString());
        Assert.Equal("date", (string?)figure.Layout["xaxis"]!["type"]);
    }

    [Fact]
    public void A_million_points_stay_small_and_use_webgl()
    {
        var y = new double[1_000_000];
        for (var i = 0; i < y.Length; i++) y[i] = Math.Sin(i) * 1e-3;
        var figure = Chart.Scatter(Enumerable.Range(0, y.Length), y);
        var trace = figure.Traces[0];
        Assert.Equal("scattergl", (string?)trace["type"]);
        Assert.Equal("i4", (string?)trace["x"]!["dtype"]);
        Assert.Equal("f8", (string?)trace["y"]!["dtype"]);
        Assert.Equal(y, Json.TraceReader.Numbers(trace["y"]));
        Assert.InRange(figure.ToJson().Length, 1, 16_100_000); // 12 bytes a point in base64: 4/3 · 12 · 10⁶
        Assert.InRange(figure.ToSvg().Length, 1, 60_000);
    }

    [Fact]
    public void With_changes_a_copy()
    {
        var figure = Chart.Bar(["a", "b"], [1, 2], title: "before");
        var changed = figure.WithTitle("after <b>all</b>").WithSize(500, 300).WithLayout(new { xaxis = new { range = new[] { 0, 5 } } })
            .AddTrace(new { type = "scatter", x = new[] { 1 }, y = new[] { double.NaN } }).WithAltText("words");
        Assert.Equal("before", figure.Title);
        Assert.Equal("after all", changed.Title);
        Assert.Equal("words", changed.AltText);
        Assert.Equal(2, changed.TraceCount);
        Assert.Equal("[null]", changed.Traces[1]["y"]!.ToJsonString());
        Assert.Equal(500, (int)changed.Layout["width"]!);
        Assert.Equal("category", (string?)changed.Layout["xaxis"]!["type"]);
        Assert.Equal("[0,5]", changed.Layout["xaxis"]!["range"]!.ToJsonString());
    }

    [Fact]
    public void The_dark_template_moves_palette_colours_and_back()
    {
        var figure = Chart.Bar(["a"], [1]);
        var dark = figure.WithTemplate(Template.Dark);
        Assert.Equal(Palette.Light[0], (string?)figure.Traces[0]["marker"]!["color"]);
        Assert.Equal(Palette.Dark[0], (string?)dark.Traces[0]["marker"]!["color"]);
        Assert.Equal(figure.Traces[0].ToJsonString(), dark.WithTemplate(Template.Light).Traces[0].ToJsonString());
    }

    [Fact]
    public void Combining_gives_each_figure_its_own_colour()
    {
        var both = Chart.Line([1, 2], [1, 2], yLabel: "plan").Combine(Chart.Line([1, 2], [2, 1], yLabel: "actual"));
        Assert.Equal([Palette.Light[0], Palette.Light[1]], both.Traces.Select(trace => (string?)trace["line"]!["color"]));
        Assert.Equal(["plan", "actual"], both.Traces.Select(trace => (string?)trace["name"]));
        Assert.All(both.Traces, trace => Assert.Null(trace["showlegend"]));
    }

    [Fact]
    public void A_grid_keeps_axes_apart()
    {
        var grid = Figure.Grid([Chart.Bar(["a"], [1], title: "left"), Chart.Pie(["a", "b"], [1, 2], title: "right")], title: "both");
        Assert.Equal("both", grid.Title);
        Assert.NotNull(grid.Layout["xaxis"]);
        Assert.Null(grid.Layout["xaxis2"]);
        Assert.Equal("[0.55,1]", grid.Traces[1]["domain"]!["x"]!.ToJsonString());
        Assert.Equal(["left", "right"], grid.Layout["annotations"]!.AsArray().Select(note => (string?)note!["text"]));
        Assert.StartsWith("Figure.Grid takes figures of one panel.", Assert.Throws<ArgumentException>(() => Figure.Grid([Figure.Grid([grid, grid])])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Alt_text_is_written_from_the_data()
    {
        var frame = DataFrame.FromColumns(("recency", new Column<double>(ColumnKind.Number, [1, 40, 365])), ("monetary", new Column<double>(ColumnKind.Number, [9.5, 20, 1_000])),
            ("segment", TextColumn.From(["new", "lost", "lost"])));
        Assert.Equal("Lost customers spent more. Scatter chart. x: recency (days), from 1 to 365. y: monetary, from 9.5 to 1,000. 3 points in 2 groups (new, lost).",
            Chart.Scatter(frame, "recency", "monetary", color: "segment", title: "Lost customers spent more", xUnit: "days").AltText);
        Assert.Equal("Shares. Pie chart. 2 slices. The largest is b with 3.", Chart.Pie(["a", "b"], [1, 3]).AltText);
    }

    [Fact]
    public void Every_builder_has_title_alt_text_and_our_template()
    {
        foreach (var (name, figure) in Gallery.All())
        {
            Assert.True(figure.Title.Length > 0, name);
            Assert.True(figure.AltText.Length > 20, name);
            Assert.Equal("light", Template.Of(figure.Layout)?.Name);
            Assert.Equal(figure.ToJson(), Figure.FromJson(figure.ToJson()).ToJson());
        }
    }

    [Fact]
    public void A_notebook_gets_four_forms()
    {
        var figure = Chart.Bar(["</script><script>alert(1)</script>", "b"], [1, 2], title: "A & B < C");
        var forms = new FigureFormatters().CreateTypeFormatters().Cast<MarketingNotebooks.Data.Display.MimeFormatter<Figure>>().ToDictionary(each => each.MimeType, each =>
        {
            using var writer = new StringWriter();
            Assert.True(each.Format(figure, writer));
            return writer.ToString();
        });
        Assert.Equal(["application/vnd.plotly.v1+json", "text/html", "image/svg+xml", "text/plain"], forms.Keys);
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(forms["application/vnd.plotly.v1+json"]).RootElement.ValueKind);
        Assert.Equal(1, forms["text/html"].Split("</script").Length - 1);
        Assert.DoesNotContain("alert(1)</", forms["text/html"], StringComparison.Ordinal);
        Assert.Contains("aria-label=\"A &amp; B &lt; C.", forms["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("A & B < C. Bar chart.", forms["text/plain"], StringComparison.Ordinal);
    }
}
