using MarketingNotebooks.Assets;
using Microsoft.Playwright;

namespace MarketingNotebooks.Conformance.Browsing;

/// <summary>Stands in for the content networks that pages load scripts from: plotly.js as npm restored it, RequireJS as Debian ships it.</summary>
internal static class ContentNetwork
{
    private static readonly string[] RequireFiles = ["/usr/share/javascript/requirejs/require.min.js", "/usr/lib/nodejs/requirejs/require.js"];

    /// <summary>Answers a context's requests beyond this machine: what is known from files, anything else with an empty script.</summary>
    public static Task StandInAsync(IBrowserContext context) => context.RouteAsync(
        url => url.StartsWith("http", StringComparison.Ordinal) && new Uri(url).Host is not ("127.0.0.1" or "localhost"),
        route => route.FulfillAsync(Answer(route.Request.Url)));

    private static RouteFulfillOptions Answer(string url)
    {
        var file = url == AssetFiles.PlotlyCdn ? AssetFiles.PlotlyPath : url.Contains("/require", StringComparison.Ordinal) ? Array.Find(RequireFiles, File.Exists) : null;
        return new()
        {
            ContentType = "text/javascript",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            BodyBytes = file is null ? [] : File.ReadAllBytes(file),
        };
    }
}
