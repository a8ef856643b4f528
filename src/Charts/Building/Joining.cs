using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Adds the traces of one figure to another, with colours that the other does not use yet: every figure begins with the first.</summary>
internal static class Joining
{
    public static void Join(JsonObject target, Figure other)
    {
        var palette = (Template.Of(target["layout"]) ?? Template.Light).Colors;
        var own = (Template.Of(other.Root["layout"]) ?? Template.Light).Colors;
        var data = (JsonArray)target["data"]!;
        foreach (var trace in data.OfType<JsonObject>()) ShowName(trace);
        var used = data.OfType<JsonObject>().Select(Read).Where(color => color is not null).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var each in other.Data)
        {
            var trace = (JsonObject)each!.DeepClone();
            ShowName(trace);
            if (Read(trace) is { } color && own.Contains(color, StringComparer.OrdinalIgnoreCase))
            {
                if (!map.TryGetValue(color, out var free))
                {
                    free = palette.FirstOrDefault(candidate => !used.Contains(candidate)) ?? color;
                    used.Add(free);
                    map[color] = free;
                }
                Write(trace, free);
            }
            data.Add(trace);
        }
    }

    private static void ShowName(JsonObject trace)
    {
        if (trace["legendgroup"] is null && trace["name"] is not null) trace.Remove("showlegend");
    }

    private static string? Read(JsonObject trace) => (trace.At("marker", "color") ?? trace.At("line", "color")).AsText();

    private static void Write(JsonObject trace, string color)
    {
        foreach (var part in (string[])["marker", "line"])
            if (trace.At(part, "color").AsText() is not null) trace.Child(part)["color"] = color;
    }
}
