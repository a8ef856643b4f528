using System.Globalization;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Alt text from a figure's data: kind of chart, axes with ranges, number of marks and groups.</summary>
internal static class AltTextWriter
{
    private const int NamesShown = 8;

    public static string Write(Figure figure)
    {
        var traces = figure.Data.OfType<JsonObject>().ToArray();
        if (traces.Length == 0) return $"{Lead(figure)}An empty figure.";
        var kinds = traces.Select(Kind).Distinct().ToArray();
        var parts = new List<string> { $"{Lead(figure)}{Capital(string.Join(" and ", kinds))}." };
        foreach (var axis in (string[])["x", "y", "z"])
            if (Axis(figure, traces, axis) is { } sentence) parts.Add(sentence);
        if (Cells(traces) is { } cells) parts.Add(cells);
        parts.Add(Counts(traces));
        foreach (var note in (figure.Root.At("layout", "annotations") as JsonArray ?? []).Where(each => each.At("name").AsText() == Notes.Footnote))
            parts.Add(Markup.Plain(note.At("text").AsText() ?? ""));
        return string.Join(" ", parts.Where(part => part.Length > 0));
    }

    private static string Lead(Figure figure) => figure.Title.Length == 0 ? "" : figure.Title[^1] is '.' or '!' or '?' ? $"{figure.Title} " : $"{figure.Title}. ";

    private static string Kind(JsonObject trace) => trace["type"].AsText() switch
    {
        null or "scatter" or "scattergl" => trace["stackgroup"] is not null ? "area chart"
            : trace["mode"].AsText() is { } mode && mode.Contains("lines", StringComparison.Ordinal) ? "line chart" : "scatter chart",
        "bar" => trace["orientation"].AsText() == "h" ? "horizontal bar chart" : "bar chart",
        "histogram" => "histogram",
        "box" => "box plot",
        "heatmap" => "heatmap",
        "treemap" => "treemap",
        "pie" => "pie chart",
        "scatter3d" => "three-dimensional scatter chart",
        var other => $"{other} chart",
    };

    private static string? Axis(Figure figure, JsonObject[] traces, string axis)
    {
        if (traces[0]["type"].AsText() is "pie" or "treemap" || (axis == "z" && traces[0]["type"].AsText() != "scatter3d")) return null;
        var label = (figure.Root.At("layout", $"{axis}axis", "title", "text") ?? figure.Root.At("layout", "scene", $"{axis}axis", "title", "text")).AsText();
        var name = label is null ? axis : $"{axis}: {Markup.Plain(label)}";
        var values = traces.Where(trace => trace[axis] is not null).Select(trace => trace[axis]).ToArray();
        if (values.Length == 0) return label is null ? null : $"{name}.";
        var date = figure.Root.At("layout", $"{axis}axis", "type").AsText() == "date";
        if (values.Any(TraceReader.IsText) && !date && values.SelectMany(TraceReader.Numbers).All(double.IsNaN) is var text && text)
        {
            var names = values.SelectMany(TraceReader.Texts).OfType<string>().Distinct().ToArray();
            return $"{name}, {names.Length:N0} {(names.Length == 1 ? "value" : "values")}{Listed(names)}.";
        }
        var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values.SelectMany(TraceReader.Numbers).Where(double.IsFinite)) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        if (least > most) return label is null ? null : $"{name}.";
        date |= values.Any(TraceReader.IsText) && Math.Abs(most) > 1e9;
        return $"{name}, from {Show(least, date)} to {Show(most, date)}.";
    }

    private static string? Cells(JsonObject[] traces)
    {
        var values = traces.Where(trace => trace["type"].AsText() == "heatmap").SelectMany(trace => trace["z"] as JsonArray ?? [])
            .SelectMany(TraceReader.Numbers).Where(double.IsFinite).ToArray();
        return values.Length == 0 ? null : $"{values.Length:N0} cells from {Show(values.Min(), false)} to {Show(values.Max(), false)}.";
    }

    private static string Counts(JsonObject[] traces)
    {
        if (traces.All(trace => trace["type"].AsText() == "heatmap")) return "";
        var marks = traces.Sum(Marks);
        var names = traces.Where(trace => trace["legendgroup"] is not null || traces.Length > 1).Select(trace => trace["name"].AsText()).OfType<string>().Distinct().ToArray();
        var noun = Kind(traces[0]) switch
        {
            "bar chart" or "horizontal bar chart" => "bars",
            "histogram" or "box plot" => "values",
            "pie chart" => "slices",
            "treemap" => "tiles",
            _ => "points",
        };
        var largest = traces[0]["type"].AsText() is "pie" or "treemap" ? Largest(traces[0]) : "";
        return $"{marks:N0} {(marks == 1 ? noun[..^1] : noun)}{(names.Length > 1 ? $" in {names.Length:N0} groups{Listed(names)}" : "")}.{largest}";
    }

    private static string Largest(JsonObject trace)
    {
        var values = TraceReader.Numbers(trace["values"]);
        var labels = TraceReader.Texts(trace["labels"]);
        if (values.Length == 0 || values.Length != labels.Length) return "";
        var parents = TraceReader.Texts(trace["parents"]);
        var leaves = Enumerable.Range(0, values.Length).Where(i => parents.Length == 0 || !parents.Contains(labels[i]) || parents[i] is not (null or "")).ToArray();
        var best = leaves.Where(i => double.IsFinite(values[i])).DefaultIfEmpty(0).MaxBy(i => values[i]);
        return $" The largest is {labels[best]} with {Show(values[best], false)}.";
    }

    private static int Marks(JsonObject trace) => trace["type"].AsText() switch
    {
        "pie" or "treemap" => TraceReader.Count(trace["values"]),
        "heatmap" => 0,
        _ => Math.Max(TraceReader.Count(trace["x"]), TraceReader.Count(trace["y"])),
    };

    private static string Listed(string[] names) => names.Length > NamesShown || names.Length == 0 ? "" : $" ({string.Join(", ", names)})";

    private static string Show(double value, bool date)
    {
        if (!date) return Math.Abs(value) >= 1e15 ? value.ToString("G4", CultureInfo.InvariantCulture) : Math.Round(value, Math.Abs(value) >= 100 ? 0 : Math.Abs(value) >= 1 ? 2 : 4).ToString("#,0.####", CultureInfo.InvariantCulture);
        var time = DateTime.UnixEpoch.AddMilliseconds(value);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
