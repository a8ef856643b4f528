using System.Text;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Many points in few elements: one path for each colour, size, shape and outline.</summary>
internal sealed class PointPaths
{
    private readonly Dictionary<(string Color, double Size, string Symbol, Outline? Line), StringBuilder> _paths = [];

    /// <summary>Adds a point; its diameter in pixels is kept to half a pixel, so that few paths are needed.</summary>
    public void Add(double x, double y, string color, double size, string symbol, Outline? line = null)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y)) return;
        var key = (color, Math.Max(1.5, Math.Round(size * 2) / 2), symbol.Replace("-open", "", StringComparison.Ordinal).Replace("-dot", "", StringComparison.Ordinal), line);
        if (!_paths.TryGetValue(key, out var path)) _paths[key] = path = new StringBuilder();
        path.Append(Shape(x, y, key.Item2 / 2, key.Item3));
    }

    public void Write(Canvas canvas, double opacity)
    {
        foreach (var ((color, size, symbol, line), path) in _paths)
        {
            // A circle is a line of no length with round ends.
            if (IsCircle(symbol)) Stroke(canvas, path.ToString(), color, size, line, opacity, round: true);
            else if (symbol is "cross" or "x" or "line-ns" or "line-ew") Stroke(canvas, path.ToString(), color, Math.Max(1.5, size / 3.5), line, opacity, round: false);
            else canvas.Path(path.ToString(), color, line?.Color, line?.Width ?? 1, opacity);
        }
    }

    /// <summary>What is itself a line is outlined by a wider line under it; the two are see-through as one.</summary>
    private static void Stroke(Canvas canvas, string path, string color, double width, Outline? line, double opacity, bool round)
    {
        if (line is not { } outline)
        {
            canvas.Path(path, null, color, width, opacity, round: round);
            return;
        }
        canvas.BeginGroup(opacity);
        canvas.Path(path, null, outline.Color, width + outline.Width, round: round);
        canvas.Path(path, null, color, Math.Max(0, width - outline.Width), round: round);
        canvas.EndGroup();
    }

    private static bool IsCircle(string symbol) => symbol is not ("diamond" or "square" or "triangle-up" or "triangle-down" or "cross" or "x" or "star" or "line-ns" or "line-ew");

    private static string Shape(double x, double y, double r, string symbol) => symbol switch
    {
        "diamond" => $"M{N(x)} {N(y - r * 1.3)}L{N(x + r * 1.3)} {N(y)} {N(x)} {N(y + r * 1.3)} {N(x - r * 1.3)} {N(y)}Z",
        "square" => $"M{N(x - r)} {N(y - r)}h{N(2 * r)}v{N(2 * r)}h{N(-2 * r)}Z",
        "triangle-up" => $"M{N(x)} {N(y - r * 1.2)}L{N(x + r * 1.1)} {N(y + r * 0.8)} {N(x - r * 1.1)} {N(y + r * 0.8)}Z",
        "triangle-down" => $"M{N(x)} {N(y + r * 1.2)}L{N(x + r * 1.1)} {N(y - r * 0.8)} {N(x - r * 1.1)} {N(y - r * 0.8)}Z",
        "cross" => $"M{N(x - r)} {N(y)}h{N(2 * r)}M{N(x)} {N(y - r)}v{N(2 * r)}",
        "x" => $"M{N(x - r)} {N(y - r)}l{N(2 * r)} {N(2 * r)}M{N(x - r)} {N(y + r)}l{N(2 * r)} {N(-2 * r)}",
        "line-ns" => $"M{N(x)} {N(y - r)}v{N(2 * r)}",
        "line-ew" => $"M{N(x - r)} {N(y)}h{N(2 * r)}",
        "star" => Star(x, y, r * 1.3),
        _ => $"M{N(x)} {N(y)}h0",
    };

    private static string Star(double x, double y, double r)
    {
        var path = new StringBuilder("M");
        for (var i = 0; i < 10; i++)
        {
            var (angle, reach) = (Math.PI * i / 5 - Math.PI / 2, i % 2 == 0 ? r : r * 0.4);
            path.Append($"{N(x + reach * Math.Cos(angle))} {N(y + reach * Math.Sin(angle))} ");
        }
        return path.Append('Z').ToString();
    }

    private static string N(double value) => Canvas.N(value);
}
