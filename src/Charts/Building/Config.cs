using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Plotly's settings for our figures.</summary>
internal static class Config
{
    /// <summary>Follows the page's width, keeps a short tool bar, and never offers to send the data to Plotly's cloud, which plotly.js 4 does by default.</summary>
    public static JsonObject New() => new()
    {
        ["responsive"] = true,
        ["displaylogo"] = false,
        ["showSendToCloud"] = false,
        ["modeBarButtonsToRemove"] = JsonArrays.Of(["sendChartToCloud", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d"]),
    };
}
