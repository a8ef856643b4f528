using System.Net;
using System.Security.Cryptography;
using System.Text;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Web;

/// <summary>A figure as an HTML fragment: a static picture that plotly.js takes the place of, and that returns in print.</summary>
internal static class FigureHtml
{
    private const string Style = "<style>.mn-figure{position:relative;max-width:100%;overflow-x:auto}.mn-figure>.mn-static{display:block;max-width:100%;height:auto}"
        + ".mn-figure.mn-drawn>.mn-static{display:none}.mn-figure>.mn-plot{width:100%}"
        + "@media print{.mn-figure>.mn-plot{display:none!important}.mn-figure>.mn-static{display:block!important;break-inside:avoid}}</style>";

    public static string Render(Figure figure)
    {
        var json = PlotlyJson.ScriptText(figure.Root);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..16];
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(figure.ToSvg()));
        var size = Size(figure);
        return $"""
            <div class="mn-figure" data-mn-figure="{id}" role="img" aria-label="{WebUtility.HtmlEncode(figure.AltText)}" style="{size}">{Style}<img class="mn-static" alt="{WebUtility.HtmlEncode(figure.Title)}" src="data:image/svg+xml;base64,{picture}"></div>
            <script>{PlotlyScript.Figures}
            MarketingNotebooksCharts.draw("{id}", {json});</script>
            """;
    }

    /// <summary>Room is kept before the figure is drawn, so that the page does not jump.</summary>
    private static string Size(Figure figure)
    {
        var height = figure.Root.At("layout", "height").AsNumber() ?? 420;
        var width = figure.Root.At("layout", "width").AsNumber();
        return $"min-height:{height:0}px{(width is null ? "" : $";width:{width:0}px")}";
    }
}
