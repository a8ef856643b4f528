using MarketingNotebooks.Assets;
using MarketingNotebooks.Charts.Web;
using MarketingNotebooks.Workbench.Pages.Outputs;
using MarketingNotebooks.Workbench.Pages.Prose;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>The libraries a page needs, told from its HTML, and the content security policy that allows them and nothing else.</summary>
/// <param name="HasFigures">It draws Plotly figures.</param>
/// <param name="HasMath">It has formulas.</param>
internal sealed record PageNeeds(bool HasFigures, bool HasMath)
{
    private static readonly Lazy<string> Temml = new(static () => AssetFiles.TemmlPath is { } path
        ? $"<script>/* Temml {AssetFiles.TemmlVersion}, copyright Ron Kok, MIT licence */\n{File.ReadAllText(path).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)}</script>\n"
        : "");

    /// <summary>The needs of a page with this body.</summary>
    public static PageNeeds Of(string html) => new(html.Contains(Figures.Mark, StringComparison.Ordinal), html.Contains(Formula.Mark, StringComparison.Ordinal));

    /// <summary>Script elements of the libraries; empty when none is needed. Without Temml formulas stay TeX.</summary>
    public string Libraries => (HasMath ? Temml.Value : "") + (HasFigures ? PlotlyScript.Embed() + "\n" : "");

    /// <summary>The policy: what is in the page may run, nothing may be fetched.</summary>
    public string Policy
    {
        get
        {
            // plotly.js compiles the drawing programs of WebGL charts, maps among them, at run time and works in blob workers.
            var figures = HasFigures ? " 'unsafe-eval'" + (AssetFiles.PlotlyPath is null ? " " + new Uri(AssetFiles.PlotlyCdn).GetLeftPart(UriPartial.Authority) : "") : "";
            var workers = HasFigures ? "; worker-src blob:" : "";
            return $"default-src 'none'; script-src 'unsafe-inline'{figures}; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; media-src data:{workers}; base-uri 'none'; form-action 'none'";
        }
    }
}
