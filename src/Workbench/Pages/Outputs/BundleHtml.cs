using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts;
using MarketingNotebooks.Workbench.Pages.Prose;

namespace MarketingNotebooks.Workbench.Pages.Outputs;

/// <summary>One value shown by a cell: the richest of its MIME types that a page can show.</summary>
internal static class BundleHtml
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Images = ["image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp"];

    /// <summary>The value as HTML; empty when no type of it can be shown.</summary>
    public static string Render(JsonObject data, PageContext page)
    {
        var html = Bundles.Text(data, "text/html");
        if (data[FigureFormatters.PlotlyMimeType] is { } figure && !Figures.DrawsItself(html) && Figures.Html(figure) is { } drawn) return Output(drawn, "figure");
        if (html is not null) return Output(page.Ids.Separate(html), Figures.DrawsItself(html) ? "figure" : "html");
        if (Bundles.Text(data, "application/javascript") is { } script) return $"<script>{script.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>";
        foreach (var mime in Images)
        {
            if (Pictures.DataAddress(data, mime) is { } address) return Output($"<img alt=\"{Escape.Html(Alternative(data))}\" src=\"{address}\">", "picture");
        }
        if (Bundles.Text(data, "text/markdown") is { } markdown) return Output(ProseHtml.Render(MarkdownText.Parse(markdown), attachments: null, page), "prose");
        if (Bundles.Text(data, "text/latex") is { } latex) return Output(Formula.Of(latex), "prose");
        if (data["application/json"] is { } json) return Output(ConsoleText.Pre(json.ToJsonString(Indented), "text"), "json");
        return Bundles.Text(data, "text/plain") is { } plain ? Output(ConsoleText.Pre(ConsoleText.Clean(plain), "text"), "plain") : "";
    }

    private static string Alternative(JsonObject data) => Bundles.Text(data, "text/plain") is { Length: > 0 and <= 1000 } text ? text : "Output of the cell above";

    private static string Output(string html, string kind) => $"<div class=\"output {kind}\">{html}</div>";
}
