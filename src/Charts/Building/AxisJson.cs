using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Axes in Plotly's schema, always with their type stated.</summary>
internal static class AxisJson
{
    /// <summary>The axis of a channel.</summary>
    public static JsonObject Of(Channel channel, string label, bool log) => channel.Kind switch
    {
        ChannelKind.Time => Axis(label, "date"),
        ChannelKind.Category => Axis(label, "category"),
        _ => Axis(label, log ? "log" : "linear"),
    };

    public static JsonObject Axis(string label, string type)
    {
        var axis = new JsonObject { ["type"] = type };
        if (label.Length > 0) axis["title"] = new JsonObject { ["text"] = label };
        return axis;
    }

    /// <summary>A category axis in a given order; long names on a horizontal one are set at a slant.</summary>
    public static JsonObject Ordered(string label, IReadOnlyList<string> names, Sketch sketch, bool horizontal = true)
    {
        var axis = Axis(label, "category");
        axis["categoryorder"] = "array";
        axis["categoryarray"] = JsonArrays.Of(names);
        if (!horizontal)
        {
            axis["autorange"] = "reversed";
            return axis;
        }
        var longest = names.Count == 0 ? 0 : names.Max(name => name.Length);
        if (names.Count * (longest + 2) * 7 <= 620) return axis;
        axis["tickangle"] = -40;
        sketch.NoteOffset = Math.Max(sketch.NoteOffset, 46 + Math.Min(longest, 24) * 4.6);
        return axis;
    }
}
