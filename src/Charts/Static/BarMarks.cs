using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>All bars of a panel (histograms too, counted here), side by side, stacked or over each other.</summary>
internal sealed class BarMarks(List<(JsonObject Trace, int Index)> traces) : Marks
{
    private readonly List<Bar> _bars = [];

    private sealed record Bar(JsonObject Trace, int Index, double Start, double End, double From, double To, string? Text);

    private static bool IsFlat(JsonObject trace) => trace["orientation"].AsText() == "h" || (trace["type"].AsText() == "histogram" && trace["x"] is null);

    public override void Measure(Panel panel)
    {
        _bars.Clear();
        var flat = IsFlat(traces[0].Trace);
        var (place, value) = flat ? (panel.Y, panel.X) : (panel.X, panel.Y);
        var mode = panel.Look.Layout["barmode"].AsText() ?? "group";
        var series = traces.Select(each => each.Trace["type"].AsText() == "histogram" ? HistogramBars.Count(each.Trace, place) : Read(each.Trace, place, flat)).ToList();
        var step = Step(series.SelectMany(each => each.At));
        var gap = panel.Look.Layout["bargap"].AsNumber() ?? (traces[0].Trace["type"].AsText() == "histogram" ? 0 : 0.2);
        var side = mode == "group" ? traces.Count : 1;
        var totals = Totals(series, panel.Look.Layout["barnorm"].AsText());
        var (above, beneath) = (new Dictionary<double, double>(), new Dictionary<double, double>());
        for (var each = 0; each < series.Count; each++)
        {
            var (at, heights, width, texts) = series[each];
            var whole = width ?? step * (1 - gap);
            for (var i = 0; i < at.Length; i++)
            {
                if (!double.IsFinite(at[i]) || !double.IsFinite(heights[i])) continue;
                var height = heights[i] * (totals is null ? 1 : totals[at[i]]);
                var start = at[i] - whole / 2 + (side > 1 ? whole / side * each : 0);
                var floor = 0.0;
                if (mode is "stack" or "relative" || totals is not null)
                {
                    var stack = height >= 0 ? above : beneath;
                    floor = stack.GetValueOrDefault(at[i]);
                    stack[at[i]] = floor + height;
                }
                _bars.Add(new Bar(traces[each].Trace, traces[each].Index, start, start + whole / side, floor, floor + height, texts is not null && i < texts.Length ? texts[i] : null));
                place.See(at[i]);
                value.See(value.Position(floor + height));
            }
        }
        value.IncludesZero = true;
        value.Padding = Math.Max(value.Padding, 0.06);
        place.Margin = Math.Max(place.Margin, step / 2);
    }

    public override void Draw(Panel panel, Canvas canvas)
    {
        if (_bars.Count == 0) return;
        var flat = IsFlat(traces[0].Trace);
        var (place, value) = flat ? (panel.Y, panel.X) : (panel.X, panel.Y);
        foreach (var bar in _bars)
        {
            var (a, b) = (place.At(bar.Start), place.At(bar.End));
            var (from, to) = (bar.From == 0 ? value.Start : value.At(value.Position(bar.From)), value.At(value.Position(bar.To)));
            if (!double.IsFinite(to)) continue;
            var (low, high, left, right) = (Math.Min(a, b), Math.Max(a, b), Math.Min(from, to), Math.Max(from, to));
            var stroke = bar.Trace.At("marker", "line", "color").AsText();
            var color = Color(panel, bar);
            var opacity = (bar.Trace["opacity"].AsNumber() ?? 1) * (bar.Trace.At("marker", "opacity").AsNumber() ?? 1);
            if (flat) canvas.Rect(left, low, right - left, high - low, color, opacity, stroke, 0.5);
            else canvas.Rect(low, left, high - low, right - left, color, opacity, stroke, 0.5);
            Label(panel, canvas, bar, flat, low, high, left, right, color);
        }
    }

    private string Color(Panel panel, Bar bar)
    {
        if (bar.Trace.At("marker", "color") is JsonArray colors && !TraceReader.IsText(colors)) return panel.Look.Template.Colors[0];
        if (bar.Trace.At("marker", "color") is not JsonArray named) return panel.Look.Color(bar.Trace, bar.Index);
        var position = _bars.Where(each => ReferenceEquals(each.Trace, bar.Trace)).TakeWhile(each => !ReferenceEquals(each, bar)).Count();
        return position < named.Count ? named[position].AsText() ?? Palette.Grey : Palette.Grey;
    }

    private static void Label(Panel panel, Canvas canvas, Bar bar, bool flat, double low, double high, double left, double right, string color)
    {
        if (bar.Trace["texttemplate"] is null && bar.Text is null) return;
        var text = bar.Text is not null ? Building.Markup.Plain(bar.Text) : AxisTicks.Short(bar.To - bar.From);
        var size = panel.Look.Size - 1;
        var width = TextMeasure.Width(text, size);
        var outside = bar.Trace["textposition"].AsText() is "outside";
        if (flat && high - low >= size * 0.8)
        {
            if (outside) canvas.Text(right + 4, (low + high) / 2 + size * 0.35, text, size, panel.Look.Template.Muted);
            else if (right - left > width + 6) canvas.Text((left + right) / 2, (low + high) / 2 + size * 0.35, text, size, ColorScale.InkOn(color), "middle");
        }
        else if (!flat && width < (high - low) * 1.3)
        {
            if (outside) canvas.Text((low + high) / 2, left - 4, text, size, panel.Look.Template.Muted, "middle");
            else if (right - left > size + 4 && width < high - low) canvas.Text((low + high) / 2, (left + right) / 2 + size * 0.35, text, size, ColorScale.InkOn(color), "middle");
        }
    }

    private static (double[] At, double[] Heights, double? Width, string?[]? Texts) Read(JsonObject trace, Scale place, bool flat)
    {
        var heights = TraceReader.Numbers(trace[flat ? "x" : "y"]);
        var at = place.Read(trace[flat ? "y" : "x"]);
        if (at.Length == 0) at = [.. Enumerable.Range(0, heights.Length).Select(i => (double)i)];
        var length = Math.Min(at.Length, heights.Length);
        return (at[..length], heights[..length], trace["width"].AsNumber(), trace["text"] is JsonArray text ? TraceReader.Texts(text) : null);
    }

    /// <summary>The smallest distance between neighbouring places; 1 for categories and single bars.</summary>
    private static double Step(IEnumerable<double> places)
    {
        var sorted = places.Where(double.IsFinite).Distinct().Order().ToArray();
        var least = double.PositiveInfinity;
        for (var i = 1; i < sorted.Length; i++) least = Math.Min(least, sorted[i] - sorted[i - 1]);
        return double.IsFinite(least) ? least : 1;
    }

    private static Dictionary<double, double>? Totals(List<(double[] At, double[] Heights, double? Width, string?[]? Texts)> series, string? norm)
    {
        if (norm is not ("percent" or "fraction")) return null;
        return series.SelectMany(each => each.At.Zip(each.Heights)).Where(each => double.IsFinite(each.First) && double.IsFinite(each.Second))
            .GroupBy(each => each.First).ToDictionary(group => group.Key, group => (norm == "percent" ? 100 : 1) / Math.Max(1e-300, group.Sum(each => Math.Abs(each.Second))));
    }
}
