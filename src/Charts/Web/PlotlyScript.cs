using System.Net;
using System.Text.Json.Nodes;
using MarketingNotebooks.Assets;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Web;

/// <summary>The scripts that figures in a page need.</summary>
/// <remarks>A figure's HTML looks for plotly.js in this order: <c>window.Plotly</c>; <c>window.PlotlyReady</c>, a promise that a host page
/// may set while it loads plotly.js by itself; Plotly's CDN with an integrity hash, loaded once a page. A host page that wants figures to
/// work offline puts <see cref="Embed"/> in once, anywhere.</remarks>
public static class PlotlyScript
{
    private static readonly Lazy<string> Embedded = new(Read);
    private static readonly Lazy<string> Drawer = new(ReadDrawer);

    /// <summary>One script element that defines <c>window.Plotly</c>: the whole of plotly.js (about 4.8 MB) when the build restored it, so that
    /// the page works offline, else a tag that loads it from Plotly's CDN with an integrity hash.</summary>
    public static string Embed() => Embedded.Value;

    /// <summary>A script element that loads plotly.js from Plotly's CDN, with an integrity hash.</summary>
    public static string Cdn() =>
        $"<script src=\"{WebUtility.HtmlEncode(AssetFiles.PlotlyCdn)}\" integrity=\"{AssetFiles.PlotlyIntegrity}\" crossorigin=\"anonymous\"></script>";

    /// <summary>A script element that loads plotly.js from an address of the host page, such as <c>assets/plotly.min.js</c>.</summary>
    /// <param name="address">Relative or absolute address.</param>
    public static string From(string address) => $"<script src=\"{WebUtility.HtmlEncode(address)}\"></script>";

    /// <summary>The script that draws figures, without its element; running it twice does no harm.</summary>
    internal static string Figures => Drawer.Value;

    private static string Read()
    {
        if (AssetFiles.PlotlyPath is not { } path) return Cdn();
        var code = File.ReadAllText(path).Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase);
        // Hides AMD's define and CommonJS's module, under which plotly.js would not set window.Plotly.
        return $"<script>(function (define, module, exports) {{\n{code}\n}}).call(window);</script>";
    }

    private static string ReadDrawer()
    {
        using var stream = typeof(PlotlyScript).Assembly.GetManifestResourceStream("figures.js")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
        return string.Join("\n", lines).Replace("SETTINGS", PlotlyJson.ScriptText(Settings()), StringComparison.Ordinal);
    }

    private static JsonObject Settings() => new()
    {
        ["cdn"] = AssetFiles.PlotlyCdn,
        ["integrity"] = AssetFiles.PlotlyIntegrity,
        ["templates"] = new JsonObject { ["light"] = Template.Light.ToJson(), ["dark"] = Template.Dark.ToJson() },
        ["colors"] = new JsonObject { ["light"] = Colors(Template.Light), ["dark"] = Colors(Template.Dark) },
    };

    private static JsonArray Colors(Template template) =>
        JsonArrays.Of([.. template.Colors, template.Background, template.Ink, template.Muted, template.Grid]);
}
