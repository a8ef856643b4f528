using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Building;

/// <summary>The title, broken over lines, with a top margin that holds it.</summary>
internal static class TitleBlock
{
    private const int Width = 55;

    public static void Set(JsonObject layout, string title, string? subtitle)
    {
        var wrapped = Markup.Wrap(title, Width);
        var block = layout["title"] is JsonObject existing ? existing : [];
        layout["title"] = block;
        block["text"] = wrapped;
        if (subtitle is null) block.Remove("subtitle");
        else block["subtitle"] = new JsonObject { ["text"] = Markup.Wrap(subtitle, 100) };
        var lines = Markup.Lines(wrapped).Length;
        var extra = layout["annotations"] is JsonArray notes && notes.Any(note => note.At("name").AsText() == Notes.Heading) ? 14 : 0;
        var margin = layout.Child("margin");
        margin["t"] = 42 + 22 * lines + (subtitle is null ? 0 : 20) + extra;
        block["yref"] = "container";
        block["y"] = 1;
        block["yanchor"] = "top";
        block["pad"] = new JsonObject { ["t"] = 16 + 9 * (lines - 1), ["l"] = 20 };
    }
}
