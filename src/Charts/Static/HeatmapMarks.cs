using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Cells of a heatmap trace, thinned to some 4,000.</summary>
internal sealed class HeatmapMarks(JsonObject trace) : Marks
{
    private const int MostAcross = 64;

    private double[] _x = [];
    private double[] _y = [];
    private double[][] _z = [];

    public override void Measure(Panel panel)
    {
        _z = [.. (trace["z"] as JsonArray ?? []).Select(TraceReader.Numbers)];
        var columns = _z.Length == 0 ? 0 : _z.Max(row => row.Length);
        _x = Places(panel.X, trace["x"], columns);
        _y = Places(panel.Y, trace["y"], _z.Length);
        panel.X.See(_x);
        panel.Y.See(_y);
        (panel.X.Margin, panel.Y.Margin) = (Math.Max(panel.X.Margin, Step(_x) / 2), Math.Max(panel.Y.Margin, Step(_y) / 2));
    }

    public override IEnumerable<double> ColorValues(string axis) => trace["coloraxis"].AsText() == axis ? _z.SelectMany(row => row) : [];

    public override void Draw(Panel panel, Canvas canvas)
    {
        var scale = ColorScale.Of(panel.ColorOwner(trace), trace["coloraxis"] is null ? "z" : "c", _z.SelectMany(row => row), panel.Look.Template);
        var (across, down) = (Step(_x), Step(_y));
        var (strideX, strideY) = ((_x.Length + MostAcross - 1) / MostAcross, (_y.Length + MostAcross - 1) / MostAcross);
        var gap = (trace["xgap"].AsNumber() ?? 0) > 0 ? 1 : 0;
        var texts = trace["texttemplate"] is not null && trace["text"] is JsonArray given && strideX == 1 && strideY == 1 ? given : null;
        for (var i = 0; i < _y.Length; i += strideY)
            for (var j = 0; j < Math.Min(_x.Length, _z[i].Length); j += strideX)
            {
                if (!double.IsFinite(_z[i][j])) continue;
                var (left, right) = Sorted(panel.X.At(_x[j] - across / 2), panel.X.At(_x[j] + across * (strideX - 0.5)));
                var (top, bottom) = Sorted(panel.Y.At(_y[i] - down / 2), panel.Y.At(_y[i] + down * (strideY - 0.5)));
                var color = scale.At(_z[i][j]);
                canvas.Rect(left + gap / 2.0, top + gap / 2.0, right - left - gap, bottom - top - gap, color);
                if (texts?.Count > i && texts[i] is JsonArray row && row.Count > j && row[j].AsText() is { } text)
                    Cell(panel, canvas, text, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top, color);
            }
    }

    private static void Cell(Panel panel, Canvas canvas, string text, double x, double y, double width, double height, string color)
    {
        var size = Math.Min(panel.Look.Size, height * 0.8);
        if (size < 7 || TextMeasure.Width(text, size) > width - 2) return;
        canvas.Text(x, y + size * 0.35, text, size, ColorScale.InkOn(color), "middle");
    }

    private static double[] Places(Scale scale, JsonNode? given, int count) =>
        given is null ? [.. Enumerable.Range(0, count).Select(i => (double)i)] : scale.Read(given) is { } read && read.Length > count ? read[..count] : scale.Read(given);

    private static double Step(double[] places) => places.Length < 2 ? 1 : Math.Abs(places[1] - places[0]);

    private static (double, double) Sorted(double a, double b) => a < b ? (a, b) : (b, a);
}
