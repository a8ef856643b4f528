using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts;

namespace MarketingNotebooks.Workbench.Pages.Outputs;

/// <summary>Plotly figures among outputs.</summary>
internal static class Figures
{
    /// <summary>What the HTML of a figure of ours has, and a page that needs plotly.js.</summary>
    public const string Mark = "data-mn-figure=";

    /// <summary>True for the HTML of a figure that draws itself without asking a server for plotly.js when the page has it.</summary>
    public static bool DrawsItself(string? html) => html?.Contains(Mark, StringComparison.Ordinal) == true;

    /// <summary>HTML for a figure that came as JSON, from whatever library; null when it is no figure.</summary>
    public static string? Html(JsonNode json)
    {
        try
        {
            var text = json is JsonValue value && value.TryGetValue(out string? encoded) ? encoded : json.ToJsonString();
            return Figure.FromJson(text).ToHtml();
        }
        catch (Exception error) when (error is JsonException or ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
