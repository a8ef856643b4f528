using System.Globalization;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Numbers to colours, as a colour axis or a trace's own scale says.</summary>
internal sealed class ColorScale
{
    /// <summary>Viridis whole (van der Walt and Smith 2015), low to high, whatever the background.</summary>
    private static readonly string[] Viridis = ["#440154", "#482878", "#3E4A89", "#31688E", "#26828E", "#1F9E89", "#35B779", "#6DCD59", "#B4DE2C", "#FDE725"];

    private readonly (double At, int R, int G, int B)[] _stops;

    private ColorScale(IReadOnlyList<string> colors, double low, double high, string title)
    {
        _stops = [.. colors.Select((color, i) => Stop(i / Math.Max(1.0, colors.Count - 1), color))];
        (Low, High, Title) = (low, high, title);
    }

    private ColorScale((double, int, int, int)[] stops, double low, double high, string title)
    {
        _stops = stops;
        (Low, High, Title) = (low, high, title);
    }

    public double Low { get; }

    public double High { get; }

    public string Title { get; }

    /// <summary>The scale for values under settings <paramref name="owner"/>: a coloraxis or marker (prefix c), or a heatmap trace (prefix z);
    /// where they name no scale, the template's. Any scale named by text is drawn as viridis.</summary>
    public static ColorScale Of(JsonNode? owner, string prefix, IEnumerable<double> values, Template template)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
            if (double.IsFinite(value)) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low > high) (low, high) = (0, 1);
        var title = (owner.At("colorbar", "title", "text") ?? owner.At("colorbar", "title")).AsText() ?? "";
        var percent = owner.At("colorbar", "tickformat").AsText()?.EndsWith('%') == true;
        low = owner.At(prefix + "min").AsNumber() ?? low;
        high = owner.At(prefix + "max").AsNumber() ?? high;
        if (owner.At(prefix + "mid").AsNumber() is { } middle && owner.At(prefix + "min") is null)
        {
            var reach = Math.Max(high - middle, middle - low);
            (low, high) = (middle - reach, middle + reach);
        }
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var reversed = owner.At("reversescale") is JsonValue flag && flag.TryGetValue(out bool yes) && yes;
        if (owner.At("colorscale") is JsonArray given && Stops(given) is { Length: > 1 } stops)
            return new ColorScale(reversed ? [.. stops.Reverse().Select(stop => (1 - stop.Item1, stop.Item2, stop.Item3, stop.Item4))] : stops, low, high, title) { Percent = percent };
        var colors = owner.At("colorscale").AsText() is null ? Unnamed(low, high, template) : Viridis;
        return new ColorScale(reversed ? [.. colors.Reverse()] : colors, low, high, title) { Percent = percent };
    }

    /// <summary>The template's scale as Plotly picks it, by the bounds that are drawn (after cmin, cmax and cmid): diverging around zero,
    /// and for no value above zero the sequential one turned round, so that the furthest from zero stands out most.</summary>
    private static IReadOnlyList<string> Unnamed(double low, double high, Template template) =>
        low >= 0 ? template.Sequential : high > 0 ? template.Diverging : [.. template.Sequential.Reverse()];

    /// <summary>True where the colour bar is labelled in per cent.</summary>
    public bool Percent { get; private set; }

    public string Label(double value, string plain) => Percent ? $"{Math.Round(value * 100, 4) + 0.0:0.####}%" : plain;

    public string At(double value)
    {
        var share = Math.Clamp((value - Low) / (High - Low), 0, 1);
        var upper = 1;
        while (upper < _stops.Length - 1 && _stops[upper].At < share) upper++;
        var (a, b) = (_stops[upper - 1], _stops[upper]);
        var t = b.At > a.At ? Math.Clamp((share - a.At) / (b.At - a.At), 0, 1) : 0;
        return $"#{Mix(a.R, b.R, t):X2}{Mix(a.G, b.G, t):X2}{Mix(a.B, b.B, t):X2}";
    }

    /// <summary>Black or white, whichever reads better on a colour.</summary>
    public static string InkOn(string color)
    {
        var (_, r, g, b) = Stop(0, color);
        return (r * 299 + g * 587 + b * 114) / 1000 > 135 ? "#111111" : "#FFFFFF";
    }

    private static int Mix(int a, int b, double t) => (int)Math.Round(a + (b - a) * t);

    private static (double, int, int, int)[] Stops(JsonArray given) =>
        [.. given.OfType<JsonArray>().Where(stop => stop.Count == 2 && stop[1].AsText() is not null).Select(stop => Stop(stop[0].AsNumber() ?? 0, stop[1].AsText()!))];

    private static (double At, int R, int G, int B) Stop(double at, string color)
    {
        if (color is ['#', _, _, _] && int.TryParse(color.AsSpan(1), NumberStyles.HexNumber, null, out var three))
            return (at, (three >> 8) * 17, (three >> 4 & 15) * 17, (three & 15) * 17);
        if (color is ['#', ..] && color.Length >= 7 && int.TryParse(color.AsSpan(1, 6), NumberStyles.HexNumber, null, out var six))
            return (at, six >> 16, six >> 8 & 255, six & 255);
        if (color.StartsWith("rgb", StringComparison.Ordinal))
        {
            var parts = color[(color.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split(',');
            if (parts.Length >= 3 && parts.Take(3).All(part => double.TryParse(part, out _)))
                return (at, (int)double.Parse(parts[0]), (int)double.Parse(parts[1]), (int)double.Parse(parts[2]));
        }
        return (at, 128, 128, 128);
    }
}
