using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Boxes: Plotly's own from the values, or quartiles and fences computed here when there are many rows.</summary>
internal sealed record BoxChart(DataFrame Frame, string? X, string Y, Titles Titles)
{
    /// <summary>Above this number of rows only the five numbers of each box are written.</summary>
    public const int SummariseAbove = 50_000;

    private const string Name = "Chart.Box";

    public string? Color { get; init; }
    public string? Facet { get; init; }
    public string? LegendTitle { get; init; }

    public Figure Draw()
    {
        var sketch = new Sketch(Name, Titles);
        var y = Channel.Of(Name, "y", Frame, Y, Takes.Number);
        var x = Channel.Maybe(Name, "x", Frame, X, Takes.Any)?.AsCategory();
        var color = Channel.Maybe(Name, "color", Frame, Color, Takes.Any);
        var facet = Channel.Maybe(Name, "facet", Frame, Facet, Takes.Any);
        var rows = Rows.Drawn(sketch, ("y", y, Titles.LogY), ("x", x, false));
        var role = ColorRole.Of(sketch, color, rows, scaleAllowed: false);
        var panels = Panels.Of(Name, facet, rows);
        var shown = new HashSet<string>();
        var beyond = 0;
        foreach (var group in Group.Split(rows, panels, role.Categories, null))
        {
            var trace = new JsonObject
            {
                ["type"] = "box", ["marker"] = new JsonObject { ["color"] = role.Of(group.Color), ["size"] = 4 }, ["line"] = new JsonObject { ["width"] = 1.5 },
                ["boxpoints"] = "outliers",
            };
            role.Name(trace, group.Color, null, Titles.Y(y), shown);
            if (rows.Length > SummariseAbove) beyond += Summarise(trace, x, y, group.Rows);
            else
            {
                trace["y"] = y.Json(group.Rows);
                if (x is not null) trace["x"] = x.Json(group.Rows);
            }
            if (group.Panel > 0) (trace["xaxis"], trace["yaxis"]) = (Panels.Id("x", group.Panel), Panels.Id("y", group.Panel));
            sketch.Add(trace);
        }
        if (beyond > 0) sketch.Note($"{beyond:N0} values beyond the fences are not drawn.");
        if (role.Categories is not null) sketch.Layout["boxmode"] = "group";
        role.Write(sketch, LegendTitle);
        var place = x is null ? AxisJson.Axis("", "category") : AxisJson.Ordered(Titles.X(x), Categories.Of(x, rows, int.MaxValue).Names, sketch);
        if (x is null) place["showticklabels"] = false;
        panels.Write(sketch, place, AxisJson.Of(y, Titles.Y(y), Titles.LogY));
        sketch.Height = panels.Height;
        return sketch.Finish($"{Titles.YLabel ?? Titles.Words(y.Name)}{(x is null ? "" : $" by {Titles.XLabel ?? Titles.Words(x.Name)}")}");
    }

    /// <summary>Writes quartiles and fences of each box; gives how many values lie beyond the fences.</summary>
    private static int Summarise(JsonObject trace, Channel? x, Channel y, int[] rows)
    {
        var (names, boxes, beyond) = (new List<string>(), new List<double[]>(), 0);
        foreach (var group in rows.GroupBy(row => x?.Text(row) ?? "").OrderBy(group => x is null ? 0 : x.Codes[group.First()]))
        {
            var sorted = group.Select(row => y.Numbers[row]).Order().ToArray();
            var (q1, median, q3) = (Bins.Quantile(sorted, 0.25), Bins.Quantile(sorted, 0.5), Bins.Quantile(sorted, 0.75));
            var reach = 1.5 * (q3 - q1);
            var (lower, upper) = (sorted.First(v => v >= q1 - reach), sorted.Last(v => v <= q3 + reach));
            beyond += sorted.Count(v => v < lower || v > upper);
            names.Add(group.Key);
            boxes.Add([Math.Min(lower, q1), q1, median, q3, Math.Max(upper, q3)]);
        }
        trace["x"] = JsonArrays.Of(names);
        var fields = (string[])["lowerfence", "q1", "median", "q3", "upperfence"];
        for (var field = 0; field < fields.Length; field++) trace[fields[field]] = JsonArrays.Of([.. boxes.Select(box => box[field])]);
        return beyond;
    }
}
