using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Moves a figure from one template to the other: the template itself, and palette colours named in traces and layout.</summary>
internal static class Retheme
{
    /// <summary>Properties that hold data, not looks; skipped for speed.</summary>
    private static readonly HashSet<string> Data = ["x", "y", "z", "text", "customdata", "labels", "ids", "parents", "values", "template", "meta"];

    public static JsonObject Apply(JsonObject root, Template to)
    {
        var copy = (JsonObject)root.DeepClone();
        var from = Template.Of(copy["layout"]);
        copy.Child("layout")["template"] = to.ToJson();
        if (from is not null && from != to) Swap(copy, Map(from, to));
        return copy;
    }

    private static Dictionary<string, string> Map(Template from, Template to)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < from.Colors.Count; i++) map[from.Colors[i]] = to.Colors[i];
        map[from.Background] = to.Background;
        map[from.Ink] = to.Ink;
        map[from.Muted] = to.Muted;
        map[from.Grid] = to.Grid;
        return map;
    }

    private static void Swap(JsonNode node, Dictionary<string, string> map)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                if (array[i] is JsonValue value && Swapped(value, map) is { } other) array[i] = other;
                else if (array[i] is JsonObject or JsonArray) Swap(array[i]!, map);
            }
            return;
        }
        var owner = (JsonObject)node;
        foreach (var name in owner.Select(pair => pair.Key).ToList())
        {
            if (Data.Contains(name)) continue;
            if (owner[name] is JsonValue value && Swapped(value, map) is { } other) owner[name] = other;
            else if (owner[name] is JsonObject or JsonArray) Swap(owner[name]!, map);
        }
    }

    private static string? Swapped(JsonValue value, Dictionary<string, string> map) =>
        value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is ['#', ..] text && map.TryGetValue(text, out var other) ? other : null;
}
