using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Points in space, seen from a corner of a cube: three walls with grids, points from back to front.</summary>
internal static class Scatter3DDrawing
{
    private const double Azimuth = -0.62;
    private const double Elevation = 0.42;

    public static void Draw(List<(JsonObject Trace, int Index)> traces, JsonObject scene, Area area, Look look, Canvas canvas)
    {
        Scale[] axes = [new(scene["xaxis"] as JsonObject), new(scene["yaxis"] as JsonObject), new(scene["zaxis"] as JsonObject)];
        var read = traces.Select(each => (each.Trace, each.Index, Values: new[] { axes[0].Read(each.Trace["x"]), axes[1].Read(each.Trace["y"]), axes[2].Read(each.Trace["z"]) })).ToList();
        foreach (var (_, _, values) in read)
            for (var axis = 0; axis < 3; axis++) axes[axis].See(values[axis]);
        foreach (var axis in axes)
        {
            axis.Padding = 0.05;
            axis.Close();
            axis.Pixels = (-1, 1);
        }
        var unit = Math.Min(area.Width / 3.4, area.Height / 3.5);
        var (longX, longY, longZ) = Lengths(scene);
        (double X, double Y, double Depth) See(double x, double y, double z)
        {
            (x, y, z) = (x * longX, y * longY, z * longZ);
            var (right, back) = (x * Math.Cos(Azimuth) - y * Math.Sin(Azimuth), x * Math.Sin(Azimuth) + y * Math.Cos(Azimuth));
            return (area.X + right * unit, area.Y - area.Height * 0.03 - (z * Math.Cos(Elevation) + back * Math.Sin(Elevation)) * unit, back * Math.Cos(Elevation) - z * Math.Sin(Elevation));
        }
        void Edge(double x1, double y1, double z1, double x2, double y2, double z2, string color)
        {
            var (a, b) = (See(x1, y1, z1), See(x2, y2, z2));
            canvas.Line(a.X, a.Y, b.X, b.Y, color);
        }
        Frame(axes, look, canvas, Edge, See);
        var most = Math.Max(20, ScatterMarks.MostPoints / Math.Max(1, read.Count));
        var points = new List<(double X, double Y, double Depth, string Color, double Size, Outline? Line)>();
        foreach (var (trace, index, values) in read)
        {
            var count = values.Min(each => each.Length);
            var shades = trace.At("marker", "color") is JsonArray or JsonObject && !TraceReader.IsText(trace.At("marker", "color")) ? TraceReader.Numbers(trace.At("marker", "color")) : null;
            JsonNode? owner = trace.At("marker", "coloraxis").AsText() is { } name ? look.Layout[name] : trace["marker"];
            var scale = shades is null ? null : ColorScale.Of(owner, "c", shades, look.Template);
            var line = Outline.Of(trace, look.Small);
            for (var i = 0; i < count; i += Math.Max(1, (count + most - 1) / most))
            {
                var (x, y, depth) = See(axes[0].At(values[0][i]), axes[1].At(values[1][i]), axes[2].At(values[2][i]));
                points.Add((x, y, depth, scale is not null && i < shades!.Length ? ScatterMarks.Banded(scale, shades[i]) : look.Color(trace, index), trace.At("marker", "size").AsNumber() ?? 5, line));
            }
        }
        // Far points first, in eight layers, so that each layer shares its paths.
        foreach (var layer in points.OrderByDescending(point => point.Depth).Chunk(Math.Max(1, points.Count / 8 + 1)))
        {
            var paths = new PointPaths();
            foreach (var point in layer) paths.Add(point.X, point.Y, point.Color, point.Size * (look.Small ? 0.6 : 1), "circle", point.Line);
            paths.Write(canvas, 0.8);
        }
    }

    /// <summary>The axes' lengths as shares of the longest: all alike unless the scene gives an <c>aspectratio</c>.</summary>
    private static (double X, double Y, double Z) Lengths(JsonObject scene)
    {
        if (scene["aspectratio"] is not JsonObject ratio) return (1, 1, 1);
        var (x, y, z) = (ratio["x"].AsNumber() ?? 1, ratio["y"].AsNumber() ?? 1, ratio["z"].AsNumber() ?? 1);
        var longest = Math.Max(x, Math.Max(y, z));
        return longest > 0 ? (x / longest, y / longest, z / longest) : (1, 1, 1);
    }

    private static void Frame(Scale[] axes, Look look, Canvas canvas, Action<double, double, double, double, double, double, string> edge,
        Func<double, double, double, (double X, double Y, double Depth)> see)
    {
        var (grid, muted, size) = (look.Template.Grid, look.Template.Muted, look.Size - 1);
        foreach (var (value, label) in axes[0].Ticks(4))
        {
            var at = axes[0].At(value);
            edge(at, -1, -1, at, 1, -1, grid);
            edge(at, 1, -1, at, 1, 1, grid);
            var (x, y, _) = see(at, -1.12, -1);
            canvas.Text(x, y + size, label, size, muted, "middle");
        }
        foreach (var (value, label) in axes[1].Ticks(4))
        {
            var at = axes[1].At(value);
            edge(-1, at, -1, 1, at, -1, grid);
            edge(-1, at, -1, -1, at, 1, grid);
            var (x, y, _) = see(1.12, at, -1);
            canvas.Text(x, y + size * 0.6, label, size, muted, "start");
        }
        foreach (var (value, label) in axes[2].Ticks(4))
        {
            var at = axes[2].At(value);
            edge(-1, 1, at, 1, 1, at, grid);
            edge(-1, -1, at, -1, 1, at, grid);
            var (x, y, _) = see(-1.08, -1, at);
            canvas.Text(x, y + size * 0.35, label, size, muted, "end");
        }
        edge(-1, -1, -1, 1, -1, -1, muted);
        edge(1, -1, -1, 1, 1, -1, muted);
        edge(-1, -1, -1, -1, -1, 1, muted);
        var names = axes.Select(axis => TextMeasure.Fit(Building.Markup.Plain(axis.Title), look.Size, 170)).ToArray();
        var first = see(0, -1.42, -1);
        canvas.Text(first.X, first.Y + look.Size * 1.6, names[0], look.Size, look.Template.Ink, "middle");
        var second = see(1.45, 0, -1);
        canvas.Text(second.X + 4, second.Y + look.Size * 1.6, names[1], look.Size, look.Template.Ink, "start");
        var third = see(-1, -1, 1.12);
        canvas.Text(third.X, third.Y - 2, names[2], look.Size, look.Template.Ink, "middle");
    }
}
