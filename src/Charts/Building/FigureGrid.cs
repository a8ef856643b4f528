using System.Globalization;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Several figures as the panels of one.</summary>
internal static class FigureGrid
{
    private static readonly HashSet<string> Domains = ["pie", "treemap", "sunburst", "table", "indicator", "sankey", "parcoords", "parcats", "icicle"];

    public static Figure Build(Figure[] figures, int columns, string? title, int rowHeight)
    {
        if (figures.Length == 0) throw new ArgumentException("Figure.Grid needs at least one figure. Got none.");
        if (columns < 1) throw new ArgumentException($"Figure.Grid needs at least one column. Got {columns}.");
        columns = Math.Min(columns, figures.Length);
        var rows = (figures.Length + columns - 1) / columns;
        var data = new JsonArray();
        var annotations = new JsonArray();
        var layout = new JsonObject { ["template"] = figures[0].Root.At("layout", "template")?.DeepClone() ?? Template.Light.ToJson() };
        for (var index = 0; index < figures.Length; index++)
        {
            var (left, right) = Panels.Span(index % columns, columns, columns > 2 ? 0.08 : 0.1);
            var (top, bottom) = Panels.Span(index / columns, rows, rows == 1 ? 0 : Math.Min(0.3, 100.0 / (rowHeight * rows)));
            Place(figures[index], index, (left, right, 1 - bottom, 1 - top), data, layout, annotations);
        }
        layout["annotations"] = annotations;
        layout["height"] = rowHeight * rows + 70;
        if (title is not null) TitleBlock.Set(layout, title, null);
        else layout["margin"] = new JsonObject { ["t"] = 48 };
        return Figure.Owning(new JsonObject
        {
            ["data"] = data, ["layout"] = layout, ["config"] = Config.New(),
        });
    }

    private static void Place(Figure figure, int index, (double Left, double Right, double Bottom, double Top) area,
        JsonArray data, JsonObject layout, JsonArray annotations)
    {
        var source = figure.Layout;
        if (source.Any(pair => pair.Key is "xaxis2" or "yaxis2" or "scene2"))
            throw new ArgumentException("Figure.Grid takes figures of one panel. Got one with facets or a grid. Make its panels as figures of their own.");
        var kinds = new HashSet<string>();
        foreach (var each in figure.Data)
        {
            var trace = (JsonObject)each!.DeepClone();
            var type = trace["type"].AsText() ?? "scatter";
            if (Domains.Contains(type))
                trace["domain"] = new JsonObject { ["x"] = JsonArrays.Plain([area.Left, area.Right]), ["y"] = JsonArrays.Plain([area.Bottom, area.Top]) };
            else if (type.EndsWith("3d", StringComparison.Ordinal) || type is "surface" or "mesh3d")
            {
                trace["scene"] = Panels.Id("scene", index);
                kinds.Add("scene");
            }
            else
            {
                (trace["xaxis"], trace["yaxis"]) = (Panels.Id("x", index), Panels.Id("y", index));
                kinds.Add("axes");
            }
            foreach (var owner in (JsonObject?[])[trace, trace["marker"] as JsonObject])
                if (owner?["coloraxis"] is not null) owner["coloraxis"] = Panels.Id("coloraxis", index);
            if (index > 0 && trace["legendgroup"] is not null && data.Any(other => other.At("legendgroup").AsText() == trace["legendgroup"].AsText()))
                trace["showlegend"] = false;
            data.Add(trace);
        }
        var (centre, middle) = ((area.Left + area.Right) / 2, (area.Bottom + area.Top) / 2);
        if (kinds.Contains("axes"))
        {
            layout[Panels.Key("x", index)] = Axis(source["xaxis"], area.Left, area.Right, Panels.Id("y", index));
            layout[Panels.Key("y", index)] = Axis(source["yaxis"], area.Bottom, area.Top, Panels.Id("x", index));
        }
        if (kinds.Contains("scene"))
        {
            var scene = (JsonObject?)source["scene"]?.DeepClone() ?? [];
            scene["domain"] = new JsonObject { ["x"] = JsonArrays.Plain([area.Left, area.Right]), ["y"] = JsonArrays.Plain([area.Bottom, area.Top]) };
            layout[Panels.Id("scene", index)] = scene;
        }
        if (source["coloraxis"]?.DeepClone() is JsonObject scale)
        {
            var bar = scale.Child("colorbar");
            (bar["x"], bar["y"], bar["len"], bar["yanchor"]) = (Math.Round(area.Right + 0.005, 4), middle, Math.Round(area.Top - area.Bottom, 4), "middle");
            bar.Child("title")["side"] = "right";
            layout[Panels.Id("coloraxis", index)] = scale;
        }
        Inherit(source, layout);
        var heading = Markup.Wrap(figure.Title, 46);
        if (heading.Length > 0) annotations.Add(Notes.Head(heading, centre, area.Top));
        foreach (var note in source["annotations"] as JsonArray ?? [])
            if (Moved(note, index) is { } moved) annotations.Add(moved);
        foreach (var shape in source["shapes"] as JsonArray ?? [])
            if (Moved(shape, index) is { } moved)
            {
                if (layout["shapes"] is not JsonArray shapes) layout["shapes"] = shapes = [];
                shapes.Add(moved);
            }
    }

    private static JsonObject Axis(JsonNode? source, double start, double end, string anchor)
    {
        var axis = (JsonObject?)source?.DeepClone() ?? [];
        axis["domain"] = JsonArrays.Plain([start, end]);
        axis["anchor"] = anchor;
        axis.Remove("matches");
        if (axis["scaleanchor"] is not null) axis["scaleanchor"] = anchor;
        return axis;
    }

    /// <summary>Settings of the whole figure that the first part which has them decides.</summary>
    private static void Inherit(JsonObject source, JsonObject layout)
    {
        foreach (var name in (string[])["barmode", "barnorm", "bargap", "boxmode", "legend"])
            if (layout[name] is null && source[name] is { } value) layout[name] = value.DeepClone();
    }

    /// <summary>A note or shape tied to axes goes with them; one tied to the paper alone is left out.</summary>
    private static JsonObject? Moved(JsonNode? note, int index)
    {
        var moved = (JsonObject)note!.DeepClone();
        var tied = false;
        foreach (var axis in (string[])["x", "y"])
        {
            var reference = moved[axis + "ref"].AsText() ?? "paper";
            if (reference.StartsWith("paper", StringComparison.Ordinal)) continue;
            tied = true;
            var domain = reference.EndsWith(" domain", StringComparison.Ordinal) ? " domain" : "";
            moved[axis + "ref"] = string.Create(CultureInfo.InvariantCulture, $"{Panels.Id(axis, index)}{domain}");
        }
        foreach (var axis in (string[])["x", "y"])
            if (tied && (moved[axis + "ref"].AsText() ?? "paper") == "paper") moved[axis + "ref"] = $"{Panels.Id(axis, index)} domain";
        return tied ? moved : null;
    }
}
