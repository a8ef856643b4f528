using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Cohorts;
using MarketingNotebooks.Charts.LifetimeValue;
using MarketingNotebooks.Charts.Quality;
using MarketingNotebooks.Charts.Segmentation;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Tests;

public class BuilderTests
{
    [Fact]
    public void Labels_carry_units()
    {
        var layout = Chart.Scatter(Samples.Customers(20), x: "recency", y: "monetary", xUnit: "days", yUnit: "€").Layout;
        Assert.Equal("recency (days)", (string?)layout["xaxis"]!["title"]!["text"]);
        Assert.Equal("monetary (€)", (string?)layout["yaxis"]!["title"]!["text"]);
    }

    [Theory]
    [InlineData(0.1, "%{y:.3~r}")]
    [InlineData(1500, "%{y:.3~s}")]
    public void Small_values_on_bars_are_written_as_decimals(double value, string template) =>
        Assert.Equal(template, (string?)Chart.Bar(["a", "b"], [value, 98.7], values: true).Traces[0]["texttemplate"]);

    [Fact]
    public void Rows_left_out_are_counted_in_a_footnote()
    {
        var frame = DataFrame.FromColumns(("x", new Column<double>(ColumnKind.Number, [1, double.NaN, 3, 4])), ("y", new Column<double>(ColumnKind.Number, [1, 2, -3, double.PositiveInfinity])));
        Assert.Equal("2 of 4 rows without x or y are not drawn.", Footnote(Chart.Scatter(frame, "x", "y")));
        Assert.Equal("2 of 4 rows without x or y are not drawn. 1 of 4 rows at or below zero are not drawn on a<br>logarithmic axis.", Footnote(Chart.Scatter(frame, "x", "y", logY: true)));
        Assert.Null(Footnote(Chart.Scatter([1], [1])));
        Assert.Equal("1 of 2 rows without y leave gaps.", Footnote(Chart.Line([1, 2], [1, double.NaN])));
    }

    [Fact]
    public void Beyond_eight_categories_the_rarest_become_other()
    {
        var names = Enumerable.Range(0, 12).SelectMany(i => Enumerable.Repeat($"c{i:00}", 20 - i)).ToArray();
        var figure = Chart.Scatter(names.Select((_, i) => i), names.Select((_, i) => i), color: names);
        Assert.Equal(["c00", "c01", "c02", "c03", "c04", "c05", "c06", "other (5)"], figure.Traces.Select(trace => (string?)trace["name"]));
        Assert.Equal(Palette.Grey, (string?)figure.Traces[7]["marker"]!["color"]);
        Assert.Equal("The 5 rarest of 12 values of color are drawn as “other”.", Footnote(figure));
    }

    [Fact]
    public void Few_integers_are_categories_and_numbers_a_scale()
    {
        Assert.Equal(3, Chart.Scatter([1, 2, 3], [1, 2, 3], color: new[] { 0, 1, 2 }).TraceCount);
        var scaled = Chart.Scatter([1, 2, 3], [1, 2, 3], color: new[] { 0.5, -1.5, 2.5 });
        Assert.Equal(1, scaled.TraceCount);
        Assert.Equal("coloraxis", (string?)scaled.Traces[0]["marker"]!["coloraxis"]);
        Assert.Equal(0, (int)scaled.Layout["coloraxis"]!["cmid"]!);
    }

    [Fact]
    public void Facets_share_axes()
    {
        var figure = Chart.Scatter(Samples.Customers(), x: "recency", y: "monetary", facet: "channel");
        Assert.Equal(4, figure.TraceCount);
        Assert.Equal("x", (string?)figure.Layout["xaxis4"]!["matches"]);
        Assert.Equal(4, figure.Layout["annotations"]!.AsArray().Count(note => (string?)note!["name"] == "heading"));
    }

    [Fact]
    public void Many_rows_are_counted_before_they_are_written()
    {
        var values = Enumerable.Range(0, 60_000).Select(i => (double)(i % 600)).ToArray();
        var histogram = Chart.Histogram(values, bins: 6);
        Assert.Equal("bar", (string?)histogram.Traces[0]["type"]);
        Assert.Equal(60_000, Json.TraceReader.Numbers(histogram.Traces[0]["y"]).Sum());
        var box = Chart.Box(values).Traces[0];
        Assert.Equal([0, 149.5, 299.5, 449.5, 599], new[] { "lowerfence", "q1", "median", "q3", "upperfence" }.Select(field => Json.TraceReader.Numbers(box[field])[0]));
    }

    [Fact]
    public void Bins_have_round_edges_and_lose_nothing()
    {
        double[] values = [3.1, 4.7, 9.99, 10, 18.2, 29.9, 30];
        var bins = Bins.For(values, 6, whole: false, times: false);
        Assert.Equal((0.0, 5.0), (bins.Start, bins.Size));
        Assert.Equal(values.Length, bins.Histogram(values).Sum());
        Assert.Equal([2, 1, 1, 1, 0, 1, 1], bins.Histogram(values));
        Assert.Equal((1.5, 1.0, 3), For([2, 3, 4], whole: true));
        Assert.Equal(1, Bins.For([7, 7], null, false, false).Count);

        static (double, double, int) For(double[] values, bool whole) => Bins.For(values, null, whole, false) is var b ? (b.Start, b.Size, b.Count) : default;
    }

    [Fact]
    public void Bars_without_y_count_rows()
    {
        var frame = DataFrame.FromColumns(("channel", TextColumn.From(["b", "a", "b", null])));
        var figure = Chart.Bar(frame, x: "channel", sort: true);
        Assert.Equal("[\"b\",\"a\"]", figure.Traces[0]["x"]!.ToJsonString());
        Assert.Equal("[2,1]", figure.Traces[0]["y"]!.ToJsonString());
        Assert.Equal("1 of 4 rows without x are not drawn.", Footnote(figure));
    }

    [Fact]
    public void Sequences_need_no_type_arguments()
    {
        Assert.Equal(1, Chart.Line(x: new[] { 1, 2, 3 }, y: new List<float> { 1, 2, 3 }).TraceCount);
        Assert.Equal(1, Chart.Bar(x: new[] { "a", "b" }.Select(each => each), y: new decimal[] { 1, 2 }).TraceCount);
        Assert.Equal(1, Chart.Scatter(new[] { DateOnly.MinValue, new DateOnly(2024, 5, 1) }, new long?[] { 1, null }).TraceCount);
        Assert.Equal("days", Chart.Histogram([TimeSpan.FromDays(1), TimeSpan.FromDays(2)]).Layout["xaxis"]!["title"]!["text"]!.ToString().Split('(', ')')[1]);
    }

    [Fact]
    public void The_knee_is_the_point_farthest_below_the_chord()
    {
        // 100, 40, 20, 15, 12: gaps to the chord at k = 2, 3, 4 are 38, 36, 19.
        Assert.Equal("The curve bends at 2 clusters", SegmentationCharts.Elbow([1, 2, 3, 4, 5], [100, 40, 20, 15, 12]).Title);
        Assert.Equal("Inertia by number of clusters", SegmentationCharts.Elbow([1, 2, 3], [3, 2, 1]).Title);
    }

    [Fact]
    public void Concentration_of_known_values()
    {
        // 1, 1, 1, 1, 6: the best 20 % hold 60 %; Gini = Σ(2i − n − 1)x / (nΣx) = (−4 − 2 + 0 + 2 + 24) / 50 = 0.4.
        var figure = ValueCharts.Lorenz([1, 6, 1, 1, 1]);
        Assert.Equal("The best 20% of customers bring 60% of revenue", figure.Title);
        Assert.Contains("Gini 0.40", figure.ToJson(), StringComparison.Ordinal);
        Assert.Equal(1.0, Json.TraceReader.Numbers(figure.Traces[1]["y"])[^1]);
        Assert.Equal("The lowest 20% of customers bring 10% of revenue", ValueCharts.Lorenz([1, 6, 1, 1, 1], bestFirst: false).Title);
    }

    [Fact]
    public void Retention_states_the_mean_after_one_period()
    {
        var figure = CohortCharts.CohortHeatmap(new[,] { { 1, 0.4, 0.2 }, { 1, 0.2, double.NaN } }, ["a", "b"]);
        Assert.Equal("One month after the first purchase 30% of a cohort are active on average", figure.Title);
        Assert.Equal(0.4, (double)figure.Layout["coloraxis"]!["cmax"]!, 12);
        Assert.Equal("", (string?)figure.Traces[0]["text"]![1]![2]);
    }

    [Fact]
    public void Missing_values_are_located()
    {
        var figure = QualityCharts.MissingMap(DataFrame.FromColumns(("full", TextColumn.From(["a", "b", "c", "d"])), ("holey", new Column<double>(ColumnKind.Number, [1, double.NaN, 3, 4]))));
        Assert.Equal("holey has most gaps: 25% of 4 rows", figure.Title);
        Assert.Equal("[[0,1,0,0],[0,0,0,0]]", figure.Traces[0]["z"]!.ToJsonString());
    }

    private static string? Footnote(Figure figure) => (figure.Layout["annotations"] as JsonArray)?.Where(note => (string?)note!["name"] == "footnote").Select(note => (string?)note!["text"]).FirstOrDefault();
}
