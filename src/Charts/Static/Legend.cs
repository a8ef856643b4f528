using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>The key to colours: entries for traces with a name, and bars for continuous scales, at the right edge.</summary>
internal sealed class Legend
{
    private const double Bar = 12;

    private readonly List<(string Name, string Color, string Mark)> _entries = [];
    private readonly string _title;
    private readonly Look _look;

    public Legend(IReadOnlyList<JsonObject> traces, Look look)
    {
        _look = look;
        _title = Markup.Plain(look.Layout.At("legend", "title", "text").AsText() ?? "");
        var hidden = look.Layout["showlegend"] is JsonValue off && off.TryGetValue(out bool on) && !on;
        for (var i = 0; i < traces.Count && !hidden; i++)
        {
            var trace = traces[i];
            var type = trace["type"].AsText() ?? "scatter";
            var flag = trace["showlegend"] is JsonValue value && value.TryGetValue(out bool shown) ? shown : (bool?)null;
            if (flag == false || type is "heatmap" or "treemap" or "pie" || trace["name"].AsText() is not { } name || (flag is null && traces.Count < 2)) continue;
            var mark = type.StartsWith("scatter", StringComparison.Ordinal) ? trace["mode"].AsText() is { } mode && mode.Contains("lines", StringComparison.Ordinal) && trace["stackgroup"] is null ? "line" : trace["stackgroup"] is null ? "circle" : "patch" : "patch";
            if (mark == "circle") mark = trace.At("marker", "symbol").AsText() ?? mark;
            var color = trace.At("marker", "color") is JsonArray or JsonObject ? look.Template.Muted : look.Color(trace, i, mark == "line" ? "line" : "marker");
            _entries.Add((Markup.Plain(name), color, mark));
        }
    }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Pixels at the right edge, the gap included.</summary>
    public double Width(double most) => IsEmpty ? 0 : Math.Min(most, _entries.Select(each => TextMeasure.Width(each.Name, _look.Size) + 24).Append(TextMeasure.Width(_title, _look.Size) + 4).Max() + 12);

    public void Draw(Canvas canvas, double left, double top, double width, double bottom)
    {
        var (size, y) = (_look.Size, top + _look.Size);
        if (_title.Length > 0)
        {
            canvas.Text(left, y, TextMeasure.Fit(_title, size, width), size, _look.Template.Muted);
            y += size * 1.6;
        }
        for (var i = 0; i < _entries.Count; i++)
        {
            if (y > bottom && i < _entries.Count - 1)
            {
                canvas.Text(left, y, $"and {_entries.Count - i} more", size, _look.Template.Muted);
                return;
            }
            var (name, color, mark) = _entries[i];
            if (mark == "line") canvas.Line(left, y - size * 0.35, left + 14, y - size * 0.35, color, 2.5);
            else if (mark == "patch") canvas.Rect(left + 2, y - size * 0.8, 10, 10, color);
            else
            {
                var point = new PointPaths();
                point.Add(left + 7, y - size * 0.35, color, 8, mark);
                point.Write(canvas, 1);
            }
            canvas.Text(left + 20, y, TextMeasure.Fit(name, size, width - 22), size, _look.Template.Ink);
            y += size * 1.6;
        }
    }

    /// <summary>Pixels that a colour bar takes, the gap included.</summary>
    public static double BarWidth(ColorScale scale, Look look) =>
        Math.Max(Bar + 8 + AxisTicks.Linear(scale.Low, scale.High, 5).Select(tick => TextMeasure.Width(scale.Label(tick.Value, tick.Label), look.Size)).DefaultIfEmpty(0).Max(),
            Math.Min(TextMeasure.Width(Markup.Plain(scale.Title), look.Size), 90)) + 12;

    public static void DrawBar(Canvas canvas, ColorScale scale, Look look, double left, double top, double bottom)
    {
        var lines = TextMeasure.Wrap(scale.Title, look.Size, 92, 4);
        foreach (var line in lines)
        {
            canvas.Text(left, top + look.Size * 0.8, line, look.Size, look.Template.Muted);
            top += look.Size * 1.3;
        }
        if (lines.Length > 0) top += 2;
        const int steps = 32;
        var height = (bottom - top) / steps;
        for (var step = 0; step < steps; step++)
            canvas.Rect(left, bottom - (step + 1) * height, Bar, height + 0.5, scale.At(scale.Low + (step + 0.5) / steps * (scale.High - scale.Low)));
        foreach (var (value, label) in AxisTicks.Linear(scale.Low, scale.High, Math.Clamp((int)((bottom - top) / 36), 2, 7)))
            canvas.Text(left + Bar + 6, bottom - (value - scale.Low) / (scale.High - scale.Low) * (bottom - top) + look.Size * 0.35, scale.Label(value, label), look.Size, look.Template.Muted);
    }
}
