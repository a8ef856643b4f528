using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Draws a figure as SVG without a browser: titles, axes, legend and the usual traces.</summary>
internal static class SvgRenderer
{
    public static string Render(Figure figure, int width, int? height, Template? template)
    {
        if (width is < 160 or > 4_000) throw new ArgumentOutOfRangeException(nameof(width), $"Width must be in [160, 4000] pixels. Got {width}.");
        var tall = height ?? (int)Math.Clamp(figure.Root.At("layout", "height").AsNumber() ?? 420, 100, 4_000);
        if (tall is < 100 or > 4_000) throw new ArgumentOutOfRangeException(nameof(height), $"Height must be in [100, 4000] pixels. Got {tall}.");
        var root = template is null ? figure.Root : Retheme.Apply(figure.Root, template);
        var layout = root["layout"] as JsonObject ?? [];
        var look = new Look(layout, template ?? Template.Of(layout) ?? Template.Light, width < 480 ? 9 : 12, Salt(root, width, tall));
        var traces = ((JsonArray)root["data"]!).OfType<JsonObject>().Where(trace => trace["visible"].AsText() != "legendonly").ToList();
        var canvas = new Canvas();
        canvas.Raw($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{tall}\" viewBox=\"0 0 {width} {tall}\" role=\"img\" font-family=\"{Canvas.Escape(Template.FontFamily)}\">");
        canvas.Raw($"<title>{Canvas.Escape(figure.Title)}</title><desc>{Canvas.Escape(figure.AltText)}</desc>");
        canvas.Rect(0, 0, width, tall, look.Template.Background);
        var free = Heading(figure, look, canvas, new Area(look.Small ? 8 : 20, look.Small ? 6 : 14, width - (look.Small ? 8 : 18), tall - (look.Small ? 6 : 12)));
        free = Footnotes(look, canvas, free);
        new Picture(look, traces, canvas).Draw(free);
        canvas.Raw("</svg>");
        return canvas.ToString();
    }

    /// <summary>The title at the top; gives the room left.</summary>
    private static Area Heading(Figure figure, Look look, Canvas canvas, Area free)
    {
        var markup = (look.Layout.At("title", "text") ?? look.Layout["title"]).AsText() ?? figure.Title;
        var size = look.Small ? 11 : 17;
        var top = free.Top;
        foreach (var line in TextMeasure.Wrap(look.Small ? Markup.Plain(markup) : markup, size, free.Width * (look.Small ? 0.9 : 1), look.Small ? 2 : 3))
        {
            canvas.Text(free.Left, top + size, line, size, look.Template.Ink, bold: look.Small);
            top += size * 1.3;
        }
        if (!look.Small && look.Layout.At("title", "subtitle", "text").AsText() is { } subtitle)
            foreach (var line in TextMeasure.Wrap(subtitle, 13, free.Width, 2))
            {
                canvas.Text(free.Left, top + 13, line, 13, look.Template.Muted);
                top += 17;
            }
        return free with { Top = top + (look.Small ? 4 : 12) };
    }

    /// <summary>Footnotes at the bottom, none in thumbnails; gives the room left.</summary>
    private static Area Footnotes(Look look, Canvas canvas, Area free)
    {
        if (look.Small) return free;
        var lines = (look.Layout["annotations"] as JsonArray ?? []).Where(note => note.At("name").AsText() == Notes.Footnote)
            .SelectMany(note => TextMeasure.Wrap(Markup.Plain(note.At("text").AsText() ?? ""), 11, free.Width, 3)).ToArray();
        for (var line = 0; line < lines.Length; line++) canvas.Text(free.Left, free.Bottom - (lines.Length - 1 - line) * 14, lines[line], 11, look.Template.Muted);
        return lines.Length == 0 ? free : free with { Bottom = free.Bottom - lines.Length * 14 - 4 };
    }

    private static string Salt(JsonObject root, int width, int height) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{width}x{height}{PlotlyJson.Text(root)}")))[..6];
}
