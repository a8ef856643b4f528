using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>All boxes of a panel: quartiles, whiskers to the last value within 1.5 interquartile ranges, outliers.</summary>
internal sealed class BoxMarks(List<(JsonObject Trace, int Index)> traces) : Marks
{
    private const int MostOutliers = 200;

    private readonly List<Box> _boxes = [];

    private sealed record Box(JsonObject Trace, int Index, double At, double Lower, double Q1, double Median, double Q3, double Upper, double[] Outliers);

    private static bool IsFlat(JsonObject trace) => trace["orientation"].AsText() == "h" || (trace["y"] is null && trace["x"] is not null && trace["q1"] is null);

    public override void Measure(Panel panel)
    {
        _boxes.Clear();
        var flat = IsFlat(traces[0].Trace);
        var (place, value) = flat ? (panel.Y, panel.X) : (panel.X, panel.Y);
        for (var each = 0; each < traces.Count; each++)
        {
            var (trace, index) = traces[each];
            var shift = panel.Look.Layout["boxmode"].AsText() == "group" && traces.Count > 1 ? (each - (traces.Count - 1) / 2.0) * 0.8 / traces.Count : 0;
            if (trace["q1"] is not null) Given(trace, index, flat, shift, place);
            else Computed(trace, index, flat, shift, place, value);
        }
        foreach (var box in _boxes)
        {
            place.See(Math.Round(box.At));
            value.See([box.Lower, box.Upper, .. box.Outliers]);
        }
        value.Padding = Math.Max(value.Padding, 0.05);
        place.Margin = Math.Max(place.Margin, 0.5);
    }

    public override void Draw(Panel panel, Canvas canvas)
    {
        var flat = IsFlat(traces[0].Trace);
        var (place, value) = flat ? (panel.Y, panel.X) : (panel.X, panel.Y);
        var group = panel.Look.Layout["boxmode"].AsText() == "group" ? traces.Count : 1;
        foreach (var box in _boxes)
        {
            var color = panel.Look.Color(box.Trace, box.Index);
            var half = 0.3 / group;
            var (a, middle, b) = (place.At(box.At - half), place.At(box.At), place.At(box.At + half));
            double V(double v) => value.At(v);
            void Stroke(double p1, double v1, double p2, double v2, double width = 1.5)
            {
                if (flat) canvas.Line(v1, p1, v2, p2, color, width);
                else canvas.Line(p1, v1, p2, v2, color, width);
            }
            var (q1, q3) = (V(box.Q1), V(box.Q3));
            if (flat) canvas.Rect(Math.Min(q1, q3), Math.Min(a, b), Math.Abs(q3 - q1), Math.Abs(b - a), color, 0.35, color, 1.5);
            else canvas.Rect(Math.Min(a, b), Math.Min(q1, q3), Math.Abs(b - a), Math.Abs(q3 - q1), color, 0.35, color, 1.5);
            Stroke(a, V(box.Median), b, V(box.Median), 2);
            Stroke(middle, q1, middle, V(box.Lower));
            Stroke(middle, q3, middle, V(box.Upper));
            Stroke((a + middle) / 2, V(box.Lower), (b + middle) / 2, V(box.Lower));
            Stroke((a + middle) / 2, V(box.Upper), (b + middle) / 2, V(box.Upper));
            var points = new PointPaths();
            foreach (var outlier in box.Outliers) points.Add(flat ? V(outlier) : middle, flat ? middle : V(outlier), color, panel.Look.Small ? 2 : 4, "circle");
            points.Write(canvas, 0.7);
        }
    }

    private void Given(JsonObject trace, int index, bool flat, double shift, Scale place)
    {
        var at = Places(trace, flat, place, TraceReader.Count(trace["q1"]));
        double[] Read(string name) => TraceReader.Numbers(trace[name]);
        var (lower, q1, median, q3, upper) = (Read("lowerfence"), Read("q1"), Read("median"), Read("q3"), Read("upperfence"));
        for (var i = 0; i < q1.Length; i++)
            _boxes.Add(new Box(trace, index, at[i] + shift, lower.Length > i ? lower[i] : q1[i], q1[i], median[i], q3[i], upper.Length > i ? upper[i] : q3[i], []));
    }

    private void Computed(JsonObject trace, int index, bool flat, double shift, Scale place, Scale value)
    {
        var values = value.Read(trace[flat ? "x" : "y"]);
        var at = Places(trace, flat, place, values.Length);
        foreach (var group in Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i]) && double.IsFinite(at[i])).GroupBy(i => at[i]))
        {
            var sorted = group.Select(i => values[i]).Order().ToArray();
            var (q1, median, q3) = (Bins.Quantile(sorted, 0.25), Bins.Quantile(sorted, 0.5), Bins.Quantile(sorted, 0.75));
            var reach = 1.5 * (q3 - q1);
            var inside = sorted.Where(v => v >= q1 - reach && v <= q3 + reach).DefaultIfEmpty(median).ToArray();
            var outliers = sorted.Where(v => v < q1 - reach || v > q3 + reach).ToArray();
            if (outliers.Length > MostOutliers) outliers = [.. outliers.Where((_, i) => i % (outliers.Length / MostOutliers + 1) == 0), outliers[^1]];
            _boxes.Add(new Box(trace, index, group.Key + shift, Math.Min(inside[0], q1), q1, median, q3, Math.Max(inside[^1], q3), outliers));
        }
    }

    private double[] Places(JsonObject trace, bool flat, Scale place, int length)
    {
        var given = trace[flat ? "y" : "x"];
        var at = given is null ? place.Read(new JsonArray(trace["name"].AsText() ?? $"trace {traces.FindIndex(each => ReferenceEquals(each.Trace, trace))}")) : place.Read(given);
        return at.Length >= length ? at : [.. Enumerable.Repeat(at.Length > 0 ? at[0] : 0, length)];
    }
}
