using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Histograms: Plotly's own trace with bins stated, or bars counted here when there are many rows.</summary>
internal sealed record HistogramChart(DataFrame Frame, string X, Titles Titles)
{
    /// <summary>Above this number of rows only the counts are written.</summary>
    public const int CountAbove = 50_000;

    private const string Name = "Chart.Histogram";

    public string? Color { get; init; }
    public string? Facet { get; init; }
    public string? LegendTitle { get; init; }
    public BarMode Mode { get; init; }
    public int? BinCount { get; init; }
    public bool Share { get; init; }

    public Figure Draw()
    {
        if (BinCount is < 1 or > 1_000) throw new ArgumentOutOfRangeException("bins", $"Chart.Histogram takes 1 to 1,000 bins. Got {BinCount}.");
        var sketch = new Sketch(Name, Titles);
        var x = Channel.Of(Name, "x", Frame, X, Takes.NumberOrTime);
        var color = Channel.Maybe(Name, "color", Frame, Color, Takes.Any);
        var facet = Channel.Maybe(Name, "facet", Frame, Facet, Takes.Any);
        var rows = Rows.Drawn(sketch, ("x", x, false));
        if (rows.Length == 0) throw new ArgumentException($"Chart.Histogram needs at least one value. Column '{X}' has none.");
        var bins = Bins.For(x.Pick(rows), BinCount, x.Whole, x.Kind == ChannelKind.Time);
        var role = ColorRole.Of(sketch, color, rows, scaleAllowed: false);
        var panels = Panels.Of(Name, facet, rows);
        var shown = new HashSet<string>();
        var valueLabel = Titles.YLabel ?? (Share ? "share of rows (%)" : "rows");
        foreach (var group in Group.Split(rows, panels, role.Categories, null))
        {
            var trace = rows.Length > CountAbove ? Counted(x, bins, group.Rows) : Raw(x, bins, group.Rows);
            trace["marker"] = new JsonObject
            {
                ["color"] = role.Of(group.Color),
                ["line"] = new JsonObject { ["color"] = Template.Light.Background, ["width"] = 0.5 },
            };
            if (Mode == BarMode.Overlaid) trace["opacity"] = 0.6;
            role.Name(trace, group.Color, null, valueLabel, shown);
            trace["hovertemplate"] = $"{Titles.X(x)}: {(rows.Length > CountAbove ? "%{customdata}" : "%{x}")}<br>{valueLabel}: %{{y}}{(trace["legendgroup"] is null ? "<extra></extra>" : "")}";
            if (group.Panel > 0) (trace["xaxis"], trace["yaxis"]) = (Panels.Id("x", group.Panel), Panels.Id("y", group.Panel));
            sketch.Add(trace);
        }
        sketch.Layout["barmode"] = Mode switch { BarMode.Overlaid => "overlay", BarMode.Grouped => "group", _ => "stack" };
        if (Mode == BarMode.Share) sketch.Layout["barnorm"] = "percent";
        sketch.Layout["bargap"] = 0;
        role.Write(sketch, LegendTitle);
        panels.Write(sketch, AxisJson.Of(x, Titles.X(x), false), AxisJson.Axis(valueLabel, Titles.LogY ? "log" : "linear"));
        sketch.Height = panels.Height;
        return sketch.Finish($"Distribution of {Titles.XLabel ?? Titles.Words(x.Name)}{(Color is null ? "" : $" by {LegendTitle ?? Titles.Words(Color)}")}");
    }

    private JsonObject Raw(Channel x, Bins bins, int[] rows)
    {
        var trace = new JsonObject
        {
            ["type"] = "histogram",
            ["x"] = x.Json(rows),
            ["autobinx"] = false,
            ["xbins"] = new JsonObject { ["start"] = Edge(x, bins.Start), ["end"] = Edge(x, bins.End), ["size"] = bins.Size },
        };
        if (Share) trace["histnorm"] = "percent";
        return trace;
    }

    private JsonObject Counted(Channel x, Bins bins, int[] rows)
    {
        var counts = bins.Histogram(x.Pick(rows));
        if (Share)
            for (var bin = 0; bin < counts.Length; bin++) counts[bin] *= 100.0 / rows.Length;
        var middles = new double[bins.Count];
        for (var bin = 0; bin < middles.Length; bin++) middles[bin] = bins.Start + (bin + 0.5) * bins.Size;
        return new JsonObject
        {
            ["type"] = "bar",
            ["x"] = x.Kind == ChannelKind.Time ? JsonArrays.Of(middles.Select(Iso)) : JsonArrays.Of(middles),
            ["y"] = JsonArrays.Of(counts),
            ["width"] = bins.Size,
            ["customdata"] = JsonArrays.Of(Enumerable.Range(0, bins.Count).Select(bin => $"{Show(x, bins.Start + bin * bins.Size)} – {Show(x, bins.Start + (bin + 1) * bins.Size)}")),
        };
    }

    private static JsonValue Edge(Channel x, double value) => x.Kind == ChannelKind.Time ? JsonValue.Create(Iso(value)) : JsonValue.Create(value);

    private static string Show(Channel x, double value) => x.Kind == ChannelKind.Time ? Iso(value) : $"{value:G6}";

    private static string Iso(double milliseconds) => Times.ToText((long)(milliseconds * 1_000));
}
