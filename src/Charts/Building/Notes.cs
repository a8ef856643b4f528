using System.Text.Json.Nodes;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Small texts beside the data: footnotes and the headings of panels.</summary>
internal static class Notes
{
    public const string Footnote = "footnote";
    public const string Heading = "heading";

    /// <summary>A line under the axes that says what the figure leaves out.</summary>
    public static JsonObject Foot(string text, double offset) => new()
    {
        ["name"] = Footnote, ["text"] = text, ["showarrow"] = false, ["align"] = "left",
        ["xref"] = "paper", ["x"] = 0, ["xanchor"] = "left", ["yref"] = "paper", ["y"] = 0, ["yanchor"] = "top", ["yshift"] = -offset,
        ["font"] = new JsonObject { ["size"] = 11 }, ["opacity"] = 0.8,
    };

    /// <summary>The name over a panel, in fractions of the plot area.</summary>
    public static JsonObject Head(string text, double x, double y) => new()
    {
        ["name"] = Heading, ["text"] = text, ["showarrow"] = false,
        ["xref"] = "paper", ["x"] = x, ["xanchor"] = "center", ["yref"] = "paper", ["y"] = y, ["yanchor"] = "bottom", ["yshift"] = 3,
        ["font"] = new JsonObject { ["size"] = 13 },
    };
}
