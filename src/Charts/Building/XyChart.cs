using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Building;

/// <summary>The marks of a chart with two axes.</summary>
internal enum XyMarks
{
    Points,
    Lines,
    Areas,
}

/// <summary>Scatter, line and area charts: what they share.</summary>
internal sealed record XyChart(string Name, XyMarks Marks, DataFrame Frame, string X, string Y, Titles Titles)
{
    /// <summary>Above this number of points traces are drawn with WebGL.</summary>
    public const int WebGlAbove = 20_000;

    private static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "x", "star", "triangle-down"];

    public string? Color { get; init; }
    public string? Size { get; init; }
    public string? Symbol { get; init; }
    public string? Facet { get; init; }
    public IReadOnlyList<string>? Hover { get; init; }
    public string? LegendTitle { get; init; }
    public bool Markers { get; init; }
    public bool Sort { get; init; }

    /// <summary>A footnote of the caller's.</summary>
    public string? Note { get; init; }

    public Figure Draw()
    {
        var sketch = new Sketch(Name, Titles);
        if (Note is not null) sketch.Note(Note);
        var x = Channel.Of(Name, "x", Frame, X, Takes.Any);
        var y = Channel.Of(Name, "y", Frame, Y, Marks == XyMarks.Points ? Takes.NumberOrTime : Takes.Number);
        var color = Channel.Maybe(Name, "color", Frame, Color, Takes.Any);
        var size = Channel.Maybe(Name, "size", Frame, Size, Takes.Number);
        var symbol = Channel.Maybe(Name, "symbol", Frame, Symbol, Takes.Any);
        var facet = Channel.Maybe(Name, "facet", Frame, Facet, Takes.Any);
        var rows = Marks == XyMarks.Points
            ? Rows.Drawn(sketch, ("x", x, Titles.LogX), ("y", y, Titles.LogY), ("size", size, false))
            : Gaps(sketch, x, y);
        if (Sort && x.Kind != ChannelKind.Category) rows = [.. rows.OrderBy(row => x.Numbers[row])];
        var sizes = size is null ? null : Sizes(size, rows);
        var role = ColorRole.Of(sketch, color, rows, scaleAllowed: Marks == XyMarks.Points);
        var symbols = symbol is null ? null : Categories.Of(symbol, rows, Symbols.Length);
        var panels = Panels.Of(Name, facet, rows);
        var hover = new Hover(Name, Frame, Hover, Fields(x, y, role, size));
        var shown = new HashSet<string>();
        foreach (var group in Group.Split(rows, panels, role.Categories, symbols))
        {
            var trace = Trace(group, rows.Length, x, y, role, sizes);
            role.Name(trace, group.Color, symbols?.Names[group.Symbol], Titles.Y(y), shown);
            trace["x"] = x.Json(group.Rows);
            trace["y"] = y.Json(group.Rows);
            if (group.Panel > 0) (trace["xaxis"], trace["yaxis"]) = (Panels.Id("x", group.Panel), Panels.Id("y", group.Panel));
            hover.Write(trace, group.Rows);
            sketch.Add(trace);
        }
        role.Write(sketch, LegendTitle, Symbol);
        if (Marks == XyMarks.Points && shown.Count > 0) sketch.Layout.Child("legend")["itemsizing"] = "constant";
        panels.Write(sketch, XAxis(sketch, x, rows), AxisJson.Of(y, Titles.Y(y), Titles.LogY));
        sketch.Height = panels.Height;
        return sketch.Finish(Describe(x, y));
    }

    private JsonObject Trace(Group group, int total, Channel x, Channel y, ColorRole role, JsonArray? sizes)
    {
        var gl = total > WebGlAbove && Marks != XyMarks.Areas;
        var color = role.Of(group.Color);
        var trace = new JsonObject { ["type"] = gl ? "scattergl" : "scatter" };
        if (Marks == XyMarks.Points)
        {
            trace["mode"] = "markers";
            var marker = new JsonObject { ["size"] = total <= 300 ? 8 : total <= 3_000 ? 6 : 4, ["opacity"] = total <= 300 ? 0.9 : total <= 3_000 ? 0.7 : 0.5 };
            role.Paint(marker, group.Color, group.Rows);
            if (Symbol is not null) marker["symbol"] = Symbols[group.Symbol];
            if (sizes is not null)
            {
                marker["size"] = new JsonArray([.. group.Rows.Select(row => sizes[row]?.DeepClone())]);
                marker["sizemode"] = "area";
                marker["sizeref"] = 2 * sizes.Max(value => value.AsNumber() ?? 0) / (26 * 26);
                marker["sizemin"] = 2;
            }
            trace["marker"] = marker;
            return trace;
        }
        trace["mode"] = Markers ? "lines+markers" : "lines";
        trace["line"] = new JsonObject { ["color"] = color, ["width"] = 2 };
        if (Markers) trace["marker"] = new JsonObject { ["color"] = color, ["size"] = 6 };
        if (Marks == XyMarks.Areas) trace["stackgroup"] = Panels.Id("stack", group.Panel);
        return trace;
    }

    /// <summary>Rows with x; a row without y leaves a gap in its line.</summary>
    private int[] Gaps(Sketch sketch, Channel x, Channel y)
    {
        var rows = Rows.Drawn(sketch, ("x", x, Titles.LogX));
        var gaps = rows.Count(y.IsMissing);
        if (gaps > 0) sketch.Note($"{gaps:N0} of {x.Length:N0} rows without y leave gaps.");
        return rows;
    }

    private static JsonArray Sizes(Channel size, int[] rows)
    {
        foreach (var row in rows)
            if (size.Numbers[row] < 0)
                throw new ArgumentException($"Chart.Scatter needs sizes of at least 0. Row {row} of column '{size.Name}' is {size.Numbers[row]:R}.");
        return JsonArrays.Plain(size.Numbers);
    }

    private JsonObject XAxis(Sketch sketch, Channel x, int[] rows)
    {
        if (x.Kind != ChannelKind.Category) return AxisJson.Of(x, Titles.X(x), Titles.LogX);
        return AxisJson.Ordered(Titles.X(x), Categories.Of(x, rows, int.MaxValue).Names, sketch);
    }

    private (string Label, string Field)[] Fields(Channel x, Channel y, ColorRole role, Channel? size)
    {
        var fields = new List<(string, string)> { (Titles.X(x), "x"), (Titles.Y(y), "y") };
        if (role.Scale is { Kind: ChannelKind.Number } scale && scale.Name != x.Name && scale.Name != y.Name) fields.Add((LegendTitle ?? Titles.Words(scale.Name), "marker.color"));
        if (size is not null && size.Name != x.Name && size.Name != y.Name) fields.Add((Titles.Words(size.Name), "marker.size"));
        return [.. fields];
    }

    private string Describe(Channel x, Channel y)
    {
        var what = Marks == XyMarks.Points ? $"{Titles.YLabel ?? Titles.Words(y.Name)} against {Titles.XLabel ?? Titles.Words(x.Name)}"
            : $"{Titles.YLabel ?? Titles.Words(y.Name)} by {Titles.XLabel ?? Titles.Words(x.Name)}";
        return Color is null ? what : $"{what}, by {LegendTitle ?? Titles.Words(Color)}";
    }
}
