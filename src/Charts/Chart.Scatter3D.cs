using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>A point a row in three dimensions, to be turned with the pointer (WebGL).</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="x">Column of numbers or times.</param>
    /// <param name="y">Column of numbers or times.</param>
    /// <param name="z">Column of numbers or times; upwards.</param>
    /// <param name="color">Column that colours the points. Default: one colour.</param>
    /// <param name="hover">Further columns shown beside the pointer. Default: none.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="xLabel">Label of x. Default: the column's name.</param>
    /// <param name="yLabel">Label of y. Default: the column's name.</param>
    /// <param name="zLabel">Label of z. Default: the column's name.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="zUnit">Unit behind the label. Default: none.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column or one of a wrong kind.</exception>
    public static Figure Scatter3D(DataFrame frame, string x, string y, string z, string? color = null, IReadOnlyList<string>? hover = null,
        string? title = null, string? xLabel = null, string? yLabel = null, string? zLabel = null, string? xUnit = null, string? yUnit = null,
        string? zUnit = null, string? alt = null)
    {
        const string name = "Chart.Scatter3D";
        var sketch = new Sketch(name, new Titles(title, alt, xLabel, yLabel, xUnit, yUnit)) { Height = 520 };
        Channel[] axes = [Channel.Of(name, "x", frame, x, Takes.NumberOrTime), Channel.Of(name, "y", frame, y, Takes.NumberOrTime), Channel.Of(name, "z", frame, z, Takes.NumberOrTime)];
        string[] labels = [sketch.Titles.X(axes[0]), sketch.Titles.Y(axes[1]), Titles.Label(zLabel ?? Titles.Words(z), zUnit ?? axes[2].Unit)];
        var rows = Rows.Drawn(sketch, ("x", axes[0], false), ("y", axes[1], false), ("z", axes[2], false));
        var role = ColorRole.Of(sketch, Channel.Maybe(name, "color", frame, color, Takes.Any), rows);
        var texts = new Hover(name, frame, hover, (labels[0], "x"), (labels[1], "y"), (labels[2], "z"));
        var shown = new HashSet<string>();
        foreach (var group in Group.Split(rows, Panels.Of(name, null, rows), role.Categories, null))
        {
            var marker = new JsonObject { ["size"] = rows.Length > 2_000 ? 2 : 4, ["opacity"] = 0.8 };
            role.Paint(marker, group.Color, group.Rows);
            var trace = new JsonObject
            {
                ["type"] = "scatter3d", ["mode"] = "markers", ["x"] = axes[0].Json(group.Rows), ["y"] = axes[1].Json(group.Rows), ["z"] = axes[2].Json(group.Rows),
                ["marker"] = marker,
            };
            role.Name(trace, group.Color, null, labels[2], shown);
            texts.Write(trace, group.Rows);
            sketch.Add(trace);
        }
        role.Write(sketch);
        if (shown.Count > 0) sketch.Layout.Child("legend")["itemsizing"] = "constant";
        var scene = sketch.Layout.Child("scene");
        scene["camera"] = new JsonObject { ["eye"] = new JsonObject { ["x"] = 1.55, ["y"] = 1.55, ["z"] = 1.0 }, ["center"] = new JsonObject { ["z"] = -0.12 } };
        PlotlyJson.Merge(sketch.Layout.Child("margin"), new JsonObject { ["l"] = 20, ["r"] = 20, ["b"] = 20 });
        for (var axis = 0; axis < 3; axis++) scene[$"{"xyz"[axis]}axis"] = AxisJson.Of(axes[axis], labels[axis], false);
        return sketch.Finish($"{Titles.Words(z)} against {Titles.Words(x)} and {Titles.Words(y)}{(color is null ? "" : $", by {Titles.Words(color)}")}");
    }
}
