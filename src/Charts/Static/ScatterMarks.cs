using System.Text;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Points, lines, filled areas and error bars of a scatter trace.</summary>
internal sealed class ScatterMarks(JsonObject trace, int index, double[]? below, int share) : Marks
{
    /// <summary>Most points drawn in a picture, over all traces.</summary>
    public const int MostPoints = 2_000;

    private const int MostOnLine = 800;

    private double[] _x = [];
    private double[] _y = [];

    private string Mode => trace["mode"].AsText() ?? (trace["stackgroup"] is not null || _x.Length > 20 ? "lines" : "lines+markers");

    private bool Filled => trace["stackgroup"] is not null || trace["fill"].AsText() is not (null or "none");

    /// <summary>Heights including what lies below, for the next trace of the stack; null outside stacks.</summary>
    public double[]? Top => trace["stackgroup"] is null ? null : _y;

    public override void Measure(Panel panel)
    {
        _x = panel.X.Read(trace["x"]);
        _y = panel.Y.Read(trace["y"]);
        if (_x.Length == 0) _x = [.. Enumerable.Range(0, _y.Length).Select(i => (double)i)];
        var length = Math.Min(_x.Length, _y.Length);
        (_x, _y) = (_x[..length], _y[..length]);
        if (trace["stackgroup"] is not null && below is not null)
            for (var i = 0; i < length && i < below.Length; i++) _y[i] += double.IsFinite(below[i]) ? below[i] : 0;
        for (var i = 0; i < length; i++)
        {
            if (!double.IsFinite(_x[i]) || !double.IsFinite(_y[i])) continue;
            panel.X.See(_x[i]);
            panel.Y.See(_y[i]);
        }
        foreach (var (name, scale, values) in (ReadOnlySpan<(string, Scale, double[])>)[("error_x", panel.X, _x), ("error_y", panel.Y, _y)])
            foreach (var (low, high, _) in Errors(name, scale, values))
            {
                scale.See(low);
                scale.See(high);
            }
        if (Filled && trace["fill"].AsText() is not ("toself" or "tonext" or "tonexty")) panel.Y.IncludesZero = true;
        if (Mode.Contains("markers", StringComparison.Ordinal)) (panel.X.Padding, panel.Y.Padding) = (Math.Max(0.05, panel.X.Padding), Math.Max(0.05, panel.Y.Padding));
        else panel.Y.Padding = Math.Max(0.05, panel.Y.Padding);
    }

    public override IEnumerable<double> ColorValues(string axis) =>
        trace.At("marker", "coloraxis").AsText() == axis ? TraceReader.Numbers(trace.At("marker", "color")) : [];

    public override void Draw(Panel panel, Canvas canvas)
    {
        var opacity = trace["opacity"].AsNumber() ?? 1;
        if (Filled || Mode.Contains("lines", StringComparison.Ordinal)) Lines(panel, canvas, opacity);
        foreach (var (low, high, at) in Errors("error_x", panel.X, _x)) Whisker(panel, canvas, "error_x", panel.X.At(low), panel.Y.At(_y[at]), panel.X.At(high), panel.Y.At(_y[at]));
        foreach (var (low, high, at) in Errors("error_y", panel.Y, _y)) Whisker(panel, canvas, "error_y", panel.X.At(_x[at]), panel.Y.At(low), panel.X.At(_x[at]), panel.Y.At(high));
        if (Mode.Contains("markers", StringComparison.Ordinal)) Points(panel, canvas, opacity * (trace.At("marker", "opacity").AsNumber() ?? 1));
        if (Mode.Contains("text", StringComparison.Ordinal) && _x.Length <= 60) Texts(panel, canvas);
    }

    private void Lines(Panel panel, Canvas canvas, double opacity)
    {
        var color = panel.Look.Color(trace, index, "line");
        var path = new StringBuilder();
        var start = 0;
        for (var end = 0; end <= _x.Length; end++)
        {
            if (end < _x.Length && double.IsFinite(_x[end]) && double.IsFinite(_y[end])) continue;
            if (end > start) Run(panel, path, start, end);
            start = end + 1;
        }
        if (Filled)
        {
            var floor = below is null || below.Length < _x.Length ? null : below;
            if (trace["fill"].AsText() == "toself") canvas.Path(path + "Z", Fill(color), opacity: 0.35 * opacity);
            else canvas.Path(path + Floor(panel, floor), Fill(color), opacity: (trace["stackgroup"] is null ? 0.3 : 0.55) * opacity);
        }
        if (Mode.Contains("lines", StringComparison.Ordinal))
            canvas.Path(path.ToString(), null, color, (trace.At("line", "width").AsNumber() ?? 2) * (panel.Look.Small ? 0.75 : 1), opacity, trace.At("line", "dash").AsText());
    }

    private string Fill(string fallback) => trace["fillcolor"].AsText() is { } color && color.StartsWith('#') ? color : fallback;

    private void Run(Panel panel, StringBuilder path, int start, int end)
    {
        var rising = true;
        for (var i = start + 1; i < end && rising; i++) rising = _x[i] >= _x[i - 1];
        var kept = rising ? Lttb.Choose(_x.AsSpan(start, end - start), _y.AsSpan(start, end - start), MostOnLine)
            : [.. Enumerable.Range(0, end - start).Where(i => i % Math.Max(1, (end - start) / MostOnLine) == 0)];
        var (pen, last) = ('M', 0.0);
        var steps = trace.At("line", "shape").AsText() == "hv";
        foreach (var i in kept)
        {
            var (x, y) = (panel.X.At(_x[start + i]), panel.Y.At(_y[start + i]));
            if (steps && pen == 'L') path.Append($"L{Canvas.N(x)} {Canvas.N(last)}");
            path.Append($"{pen}{Canvas.N(x)} {Canvas.N(y)}");
            (pen, last) = ('L', y);
        }
    }

    /// <summary>The way back along what lies below, closing an area.</summary>
    private string Floor(Panel panel, double[]? floor)
    {
        var finite = Enumerable.Range(0, _x.Length).Where(i => double.IsFinite(_x[i]) && double.IsFinite(_y[i])).ToArray();
        if (finite.Length == 0) return "";
        if (floor is null) return $"L{Canvas.N(panel.X.At(_x[finite[^1]]))} {Canvas.N(panel.Y.Start)}L{Canvas.N(panel.X.At(_x[finite[0]]))} {Canvas.N(panel.Y.Start)}Z";
        var back = new StringBuilder();
        foreach (var i in finite.Reverse()) back.Append($"L{Canvas.N(panel.X.At(_x[i]))} {Canvas.N(panel.Y.At(double.IsFinite(floor[i]) ? floor[i] : 0))}");
        return back.Append('Z').ToString();
    }

    private void Points(Panel panel, Canvas canvas, double opacity)
    {
        var most = Math.Max(20, share);
        var stride = Math.Max(1, (_x.Length + most - 1) / most);
        var scaled = trace.At("marker", "color") is JsonArray or JsonObject && TraceReader.Numbers(trace.At("marker", "color")) is { } numbers
            && numbers.Any(double.IsFinite) && !TraceReader.IsText(trace.At("marker", "color")) ? numbers : null;
        var named = scaled is null && trace.At("marker", "color") is JsonArray names ? TraceReader.Texts(names) : null;
        var scale = scaled is null ? null : ColorScale.Of(panel.ColorOwner(trace["marker"]), "c", scaled, panel.Look.Template);
        var sizes = trace.At("marker", "size") is JsonArray or JsonObject ? TraceReader.Numbers(trace.At("marker", "size")) : null;
        var symbols = trace.At("marker", "symbol") is JsonArray shapes ? TraceReader.Texts(shapes) : null;
        var color = panel.Look.Color(trace, index);
        var one = trace.At("marker", "size").AsNumber() ?? 6;
        var line = Outline.Of(trace, panel.Look.Small);
        var paths = new PointPaths();
        for (var i = 0; i < _x.Length; i += stride)
        {
            var shade = scale is not null ? Banded(scale, scaled![i]) : named is not null && i < named.Length && named[i] is { } own ? own : color;
            var size = (sizes is not null && i < sizes.Length ? Diameter(sizes[i]) : one) * (panel.Look.Small ? 0.6 : 1);
            paths.Add(panel.X.At(_x[i]), panel.Y.At(_y[i]), shade, size, symbols?[i] ?? trace.At("marker", "symbol").AsText() ?? "circle", line);
        }
        paths.Write(canvas, opacity);
    }

    private double Diameter(double size)
    {
        var reference = trace.At("marker", "sizeref").AsNumber() ?? 1;
        var least = trace.At("marker", "sizemin").AsNumber() ?? 0;
        var diameter = trace.At("marker", "sizemode").AsText() == "area" ? Math.Sqrt(Math.Max(0, size) / reference) * 1.414 : size / reference;
        return Math.Max(least, double.IsFinite(diameter) ? diameter : least);
    }

    /// <summary>One of sixteen colours, so that points share paths.</summary>
    internal static string Banded(ColorScale scale, double value)
    {
        if (!double.IsFinite(value)) return Palette.Grey;
        var band = Math.Clamp(Math.Floor((value - scale.Low) / (scale.High - scale.Low) * 16), 0, 15);
        return scale.At(scale.Low + (band + 0.5) / 16 * (scale.High - scale.Low));
    }

    private void Texts(Panel panel, Canvas canvas)
    {
        var texts = TraceReader.Texts(trace["text"]);
        var place = trace["textposition"].AsText() ?? "middle center";
        for (var i = 0; i < Math.Min(texts.Length, _x.Length); i++)
        {
            var (anchor, shift) = place.EndsWith("right", StringComparison.Ordinal) ? ("start", 7) : place.EndsWith("left", StringComparison.Ordinal) ? ("end", -7) : ("middle", 0);
            var lift = place.StartsWith("top", StringComparison.Ordinal) ? -7 : place.StartsWith("bottom", StringComparison.Ordinal) ? panel.Look.Size + 5 : panel.Look.Size * 0.35;
            canvas.Text(panel.X.At(_x[i]) + shift, panel.Y.At(_y[i]) + lift, Building.Markup.Plain(texts[i] ?? ""), panel.Look.Size - 1, panel.Look.Template.Ink, anchor);
        }
    }

    private IEnumerable<(double Low, double High, int At)> Errors(string name, Scale scale, double[] values)
    {
        var up = TraceReader.Numbers(trace.At(name, "array"));
        var down = trace.At(name, "arrayminus") is { } minus ? TraceReader.Numbers(minus) : up;
        for (var i = 0; i < Math.Min(values.Length, up.Length); i++)
        {
            var value = scale.Type == "log" ? Math.Pow(10, values[i]) : values[i];
            var (low, high) = (scale.Position(value - (i < down.Length ? down[i] : 0)), scale.Position(value + up[i]));
            if (double.IsFinite(low) && double.IsFinite(high)) yield return (low, high, i);
        }
    }

    private void Whisker(Panel panel, Canvas canvas, string name, double x1, double y1, double x2, double y2) =>
        canvas.Line(x1, y1, x2, y2, trace.At(name, "color").AsText() ?? panel.Look.Color(trace, index), trace.At(name, "thickness").AsNumber() ?? 2);
}
