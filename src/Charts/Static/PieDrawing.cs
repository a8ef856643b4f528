using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>A pie or ring, clockwise from the top, with name and share on each slice that has room.</summary>
internal static class PieDrawing
{
    public static void Draw(JsonObject trace, Area area, Look look, Canvas canvas)
    {
        var values = TraceReader.Numbers(trace["values"]);
        var labels = TraceReader.Texts(trace["labels"]);
        var colors = trace.At("marker", "colors") is JsonArray given ? TraceReader.Texts(given) : [];
        var order = Enumerable.Range(0, values.Length).Where(i => values[i] > 0).ToArray();
        if (trace["sort"] is not JsonValue sort || (sort.TryGetValue(out bool sorted) && sorted)) order = [.. order.OrderByDescending(i => values[i])];
        var total = order.Sum(i => values[i]);
        if (!(total > 0)) return;
        var radius = Math.Max(10, Math.Min(area.Width, area.Height) / 2 - look.Size * 1.6);
        var hole = radius * (trace["hole"].AsNumber() ?? 0);
        var start = -Math.PI / 2;
        foreach (var i in order)
        {
            var sweep = values[i] / total * 2 * Math.PI;
            var color = i < colors.Length && colors[i] is { } own ? own : look.Template.Colors[i % look.Template.Colors.Count];
            canvas.Path(Slice(area.X, area.Y, radius, hole, start, Math.Min(sweep, 2 * Math.PI - 1e-4)), color, look.Template.Background, 1.5);
            Label(canvas, look, area, radius, hole, start + sweep / 2, sweep, Markup.Plain(i < labels.Length ? labels[i] ?? "" : ""), values[i] / total, color);
            start += sweep;
        }
    }

    private static void Label(Canvas canvas, Look look, Area area, double radius, double hole, double angle, double sweep, string name, double share, string color)
    {
        var percent = share.ToString("0.#%").Replace(" ", "", StringComparison.Ordinal);
        var reach = (radius + Math.Max(hole, radius * 0.25)) / 2;
        var room = Math.Min(radius - hole, sweep * reach);
        var (x, y) = (area.X + reach * Math.Cos(angle), area.Y + reach * Math.Sin(angle));
        if (room > TextMeasure.Width(percent, look.Size) && sweep * reach > look.Size * 1.4)
        {
            var ink = ColorScale.InkOn(color);
            var fits = TextMeasure.Width(name, look.Size) < Math.Min(radius - hole, radius) * 0.95 && sweep * reach > look.Size * 2.6;
            if (fits) canvas.Text(x, y - look.Size * 0.2, name, look.Size, ink, "middle", bold: true);
            canvas.Text(x, y + look.Size * (fits ? 1 : 0.35), percent, look.Size, ink, "middle");
            if (fits) return;
        }
        if (sweep < 0.06) return;
        var (ox, oy) = (area.X + (radius + 6) * Math.Cos(angle), area.Y + (radius + 6) * Math.Sin(angle));
        canvas.Text(ox, oy + look.Size * 0.35, TextMeasure.Fit(name, look.Size, Math.Max(20, (area.Width - 2 * radius) / 2)), look.Size, look.Template.Ink, Math.Cos(angle) >= 0 ? "start" : "end");
    }

    private static string Slice(double x, double y, double radius, double hole, double start, double sweep)
    {
        string P(double r, double angle) => $"{Canvas.N(x + r * Math.Cos(angle))} {Canvas.N(y + r * Math.Sin(angle))}";
        var large = sweep > Math.PI ? 1 : 0;
        var (r, h) = (Canvas.N(radius), Canvas.N(hole));
        return hole > 0
            ? $"M{P(radius, start)}A{r} {r} 0 {large} 1 {P(radius, start + sweep)}L{P(hole, start + sweep)}A{h} {h} 0 {large} 0 {P(hole, start)}Z"
            : $"M{P(radius, start)}A{r} {r} 0 {large} 1 {P(radius, start + sweep)}L{P(0, 0)}Z";
    }
}
