using System.Globalization;
using System.Text;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Writes SVG elements. All text is escaped; lengths are in pixels with one decimal.</summary>
internal sealed class Canvas
{
    private readonly StringBuilder _svg = new();
    private int _clips;

    /// <summary>A length in the shortest form with one decimal.</summary>
    public static string N(double value) => double.IsFinite(value) ? Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture) : "0";

    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
            safe.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                < ' ' or '\uFFFE' or '\uFFFF' => " ",
                _ => letter.ToString(),
            });
        return safe.ToString();
    }

    public void Raw(string text) => _svg.Append(text);

    public void Rect(double x, double y, double width, double height, string fill, double opacity = 1, string? stroke = null, double strokeWidth = 1)
    {
        _svg.Append($"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(0, width))}\" height=\"{N(Math.Max(0, height))}\" fill=\"{Escape(fill)}\"");
        if (opacity < 1) _svg.Append($" fill-opacity=\"{opacity:0.##}\"");
        if (stroke is not null) _svg.Append($" stroke=\"{Escape(stroke)}\" stroke-width=\"{N(strokeWidth)}\"");
        _svg.Append("/>");
    }

    public void Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dash = null) =>
        _svg.Append($"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{Escape(stroke)}\" stroke-width=\"{N(width)}\"{Dash(dash)}/>");

    public void Path(string d, string? fill, string? stroke = null, double width = 1, double opacity = 1, string? dash = null, bool round = false)
    {
        if (d.Length == 0) return;
        _svg.Append($"<path d=\"{d}\" fill=\"{(fill is null ? "none" : Escape(fill))}\"");
        if (stroke is not null) _svg.Append($" stroke=\"{Escape(stroke)}\" stroke-width=\"{N(width)}\"{(round ? " stroke-linecap=\"round\"" : "")} stroke-linejoin=\"round\"{Dash(dash)}");
        if (opacity < 1) _svg.Append($" opacity=\"{opacity:0.##}\"");
        _svg.Append("/>");
    }

    /// <summary>One line of text. The anchor is start, middle or end; the turn is in degrees clockwise around it.</summary>
    public void Text(double x, double y, string text, double size, string fill, string anchor = "start", bool bold = false, double turn = 0)
    {
        if (text.Length == 0) return;
        _svg.Append($"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{Escape(fill)}\"");
        if (anchor != "start") _svg.Append($" text-anchor=\"{anchor}\"");
        if (bold) _svg.Append(" font-weight=\"600\"");
        if (turn != 0) _svg.Append($" transform=\"rotate({N(turn)} {N(x)} {N(y)})\"");
        _svg.Append($">{Escape(text)}</text>");
    }

    /// <summary>What is drawn until <see cref="EndClip"/> is cut at a rectangle. The salt keeps clip names apart.</summary>
    public void BeginClip(Area area, string salt)
    {
        var id = $"c{salt}{_clips++}";
        _svg.Append($"<clipPath id=\"{id}\"><rect x=\"{N(area.Left)}\" y=\"{N(area.Top)}\" width=\"{N(area.Width)}\" height=\"{N(area.Height)}\"/></clipPath><g clip-path=\"url(#{id})\">");
    }

    public void EndClip() => _svg.Append("</g>");

    /// <summary>What is drawn until <see cref="EndGroup"/> is see-through as one.</summary>
    public void BeginGroup(double opacity) => _svg.Append(opacity < 1 ? $"<g opacity=\"{opacity:0.##}\">" : "<g>");

    public void EndGroup() => _svg.Append("</g>");

    public override string ToString() => _svg.ToString();

    private static string Dash(string? dash) => dash switch
    {
        "dash" => " stroke-dasharray=\"7 4\"",
        "dot" => " stroke-dasharray=\"2 3\"",
        "dashdot" => " stroke-dasharray=\"7 3 2 3\"",
        "longdash" => " stroke-dasharray=\"12 5\"",
        _ => "",
    };
}

/// <summary>A rectangle in pixels, y downwards.</summary>
internal readonly record struct Area(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double X => (Left + Right) / 2;

    public double Y => (Top + Bottom) / 2;
}
