using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>The part of a picture below its title: panels, scenes, pies, treemaps and their key.</summary>
internal sealed class Picture(Look look, List<JsonObject> traces, Canvas canvas)
{
    private readonly Dictionary<string, Panel> _panels = [];
    private readonly List<(Panel Panel, string X, string Y)> _order = [];

    public void Draw(Area free)
    {
        if (traces.Count == 0) return;
        var unknown = new List<string>();
        foreach (var (kind, group) in Grouped()) Collect(kind, group, unknown);
        foreach (var (panel, _, _) in _order)
            foreach (var marks in panel.Marks) marks.Measure(panel);
        Match();
        foreach (var (panel, _, _) in _order)
        {
            panel.X.Close();
            panel.Y.Close();
        }
        if (look.Small && _order.Count > 1)
            foreach (var (panel, _, _) in _order) panel.HasTitles = false;
        var paper = Key(Bounds(free));
        foreach (var (panel, x, y) in _order) panel.Place(Domain(paper, Ends(Axis("x", x)?["domain"]), Ends(Axis("y", y)?["domain"])));
        foreach (var (panel, x, y) in _order)
            if (Axis("y", y)?["scaleanchor"].AsText() == x || Axis("x", x)?["scaleanchor"].AsText() == y) panel.OneScale();
        foreach (var (panel, _, _) in _order)
        {
            AxisDrawing.Grid(panel, canvas);
            canvas.BeginClip(panel.Area with { Top = panel.Area.Top - 1, Bottom = panel.Area.Bottom + 1, Right = panel.Area.Right + 1 }, look.Salt);
            foreach (var marks in panel.Marks) marks.Draw(panel, canvas);
            canvas.EndClip();
            AxisDrawing.Labels(panel, canvas);
        }
        Others(paper);
        NotesDrawing.Shapes(look, _panels, paper, canvas);
        NotesDrawing.Annotations(look, _panels, paper, canvas);
        if (unknown.Count > 0)
            canvas.Text(paper.X, paper.Y, $"No static picture of {string.Join(", ", unknown.Distinct())} traces; open the interactive figure.", look.Size, look.Template.Muted, "middle");
    }

    private static bool IsFree(JsonObject trace) => trace["type"].AsText() is "pie" or "treemap" or "scatter3d";

    /// <summary>Traces by panel, in order of appearance.</summary>
    private List<((string X, string Y) Panel, List<(JsonObject Trace, int Index)> Traces)> Grouped() =>
        [.. traces.Select((trace, index) => (Trace: trace, Index: index)).Where(each => !IsFree(each.Trace))
            .GroupBy(each => (each.Trace["xaxis"].AsText() ?? "x", each.Trace["yaxis"].AsText() ?? "y")).Select(group => (group.Key, group.ToList()))];

    private void Collect((string X, string Y) axes, List<(JsonObject Trace, int Index)> group, List<string> unknown)
    {
        var panel = new Panel(look, new Scale(Axis("x", axes.X)), new Scale(Axis("y", axes.Y)));
        double[]? below = null;
        var bars = group.Where(each => each.Trace["type"].AsText() is "bar" or "histogram").ToList();
        var boxes = group.Where(each => each.Trace["type"].AsText() == "box").ToList();
        foreach (var (trace, _) in group.Where(each => each.Trace["type"].AsText() is "heatmap")) panel.Marks.Add(new HeatmapMarks(trace));
        if (bars.Count > 0) panel.Marks.Add(new BarMarks(bars));
        if (boxes.Count > 0) panel.Marks.Add(new BoxMarks(boxes));
        foreach (var (trace, index) in group)
            switch (trace["type"].AsText())
            {
                case null or "scatter" or "scattergl":
                    var marks = new ScatterMarks(trace, index, trace["stackgroup"] is null ? null : below, ScatterMarks.MostPoints / Math.Max(1, traces.Count));
                    if (trace["stackgroup"] is not null) below = Sum(below, TraceReader.Numbers(trace["y"]));
                    panel.Marks.Add(marks);
                    break;
                case "bar" or "histogram" or "box" or "heatmap":
                    break;
                case var other:
                    unknown.Add(other);
                    break;
            }
        if (panel.Marks.Count == 0) return;
        _order.Add((panel, axes.X, axes.Y));
        _panels.TryAdd(axes.X, panel);
        _panels.TryAdd(axes.Y, panel);
    }

    private static double[] Sum(double[]? below, double[] values) =>
        below is null ? values : [.. values.Select((value, i) => (double.IsFinite(value) ? value : 0) + (i < below.Length && double.IsFinite(below[i]) ? below[i] : 0))];

    /// <summary>Axes that <c>match</c> another share one range.</summary>
    private void Match()
    {
        foreach (var across in (bool[])[true, false])
        {
            var groups = _order.GroupBy(each => (across ? Axis("x", each.X) : Axis("y", each.Y))?["matches"].AsText() ?? (across ? each.X : each.Y));
            foreach (var group in groups.Where(group => group.Count() > 1))
            {
                var scales = group.Select(each => across ? each.Panel.X : each.Panel.Y).ToArray();
                foreach (var scale in scales[1..]) scales[0].Share(scale);
                foreach (var scale in scales[1..]) scale.Share(scales[0]);
            }
        }
    }

    /// <summary>The plot area of all panels: the room less what the outer axes' labels take.</summary>
    private Area Bounds(Area free)
    {
        if (_order.Count == 0) return free;
        var left = _order.Where(each => Ends(Axis("x", each.X)?["domain"]).Start < 0.01).Select(each => AxisDrawing.LeftOf(each.Panel)).DefaultIfEmpty(40).Max();
        var below = _order.Where(each => Ends(Axis("y", each.Y)?["domain"]).Start < 0.01)
            .Select(each => AxisDrawing.Below(each.Panel, free.Width * (Ends(Axis("x", each.X)?["domain"]) is var (a, b) ? b - a : 1) * 0.8)).DefaultIfEmpty(30).Max();
        var headed = (look.Layout["annotations"] as JsonArray ?? []).Any(note => note.At("name").AsText() == Building.Notes.Heading);
        return new Area(free.Left + left, free.Top + (headed ? look.Size * 1.8 : 4), free.Right - 4, free.Bottom - below);
    }

    /// <summary>Draws legend and colour bar at the right; gives the area left of them.</summary>
    private Area Key(Area area)
    {
        var legend = new Legend(traces, look);
        var (right, top) = (area.Right, area.Top);
        var axes = look.Layout.Where(pair => pair.Key.StartsWith("coloraxis", StringComparison.Ordinal)).Select(pair => (pair.Key, pair.Value)).ToList();
        var scales = axes.Select(axis => (axis.Key, Scale: ColorScale.Of(axis.Value, "c", Values(axis.Key), look.Template), Shown: axis.Value.At("showscale") is not JsonValue off || !off.TryGetValue(out bool on) || on))
            .Where(each => each.Shown).ToList();
        if (look.Small && area.Width < 290) scales.Clear();
        if (!legend.IsEmpty && !(look.Small && area.Width < 270))
        {
            var width = legend.Width(area.Width * 0.35);
            legend.Draw(canvas, area.Right - width + 12, area.Top, width - 12, area.Bottom);
            right -= width;
        }
        if (scales.Count == 1)
        {
            var width = Legend.BarWidth(scales[0].Scale, look);
            Legend.DrawBar(canvas, scales[0].Scale, look, right - width + 12, top, area.Bottom);
            right -= width;
        }
        return area with { Right = right };
    }

    private IEnumerable<double> Values(string axis)
    {
        foreach (var trace in traces)
            if (trace.At("marker", "coloraxis").AsText() == axis)
                foreach (var value in TraceReader.Numbers(trace.At("marker", trace["type"].AsText() == "treemap" ? "colors" : "color"))) yield return value;
        foreach (var value in _order.SelectMany(each => each.Panel.Marks).SelectMany(marks => marks is HeatmapMarks ? marks.ColorValues(axis) : [])) yield return value;
    }

    private void Others(Area paper)
    {
        foreach (var trace in traces)
        {
            var area = Domain(paper, Ends(trace.At("domain", "x")), Ends(trace.At("domain", "y")));
            if (trace["type"].AsText() == "pie") PieDrawing.Draw(trace, area, look, canvas);
            if (trace["type"].AsText() == "treemap") TreemapDrawing.Draw(trace, area, look, canvas);
        }
        foreach (var scene in traces.Select((trace, index) => (Trace: trace, Index: index)).Where(each => each.Trace["type"].AsText() == "scatter3d").GroupBy(each => each.Trace["scene"].AsText() ?? "scene"))
        {
            var settings = look.Layout[scene.Key] as JsonObject ?? [];
            Scatter3DDrawing.Draw([.. scene], settings, Domain(paper, Ends(settings.At("domain", "x")), Ends(settings.At("domain", "y"))), look, canvas);
        }
    }

    private static Area Domain(Area paper, (double Start, double End) x, (double Start, double End) y) => new(
        paper.Left + x.Start * paper.Width, paper.Bottom - y.End * paper.Height, paper.Left + x.End * paper.Width, paper.Bottom - y.Start * paper.Height);

    private JsonObject? Axis(string letter, string id) => look.Layout[$"{letter}axis{id[1..]}"] as JsonObject;

    private static (double Start, double End) Ends(JsonNode? domain) =>
        domain is JsonArray { Count: 2 } ends ? (ends[0].AsNumber() ?? 0, ends[1].AsNumber() ?? 1) : (0, 1);
}
