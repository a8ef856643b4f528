using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>The line around points: its colour and its width in pixels, half of it inside the point's edge and half outside, as Plotly draws it.</summary>
internal readonly record struct Outline(string Color, double Width)
{
    /// <summary>The outline that a trace's <c>marker.line</c> asks for, one for all its points; null where it names no colour or no width.</summary>
    public static Outline? Of(JsonObject trace, bool small) =>
        trace.At("marker", "line", "color").AsText() is { } color && trace.At("marker", "line", "width").AsNumber() is > 0 and var width
            ? new Outline(color, width * (small ? 0.75 : 1)) : null;
}
