using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Shapes (lines, rectangles) and annotations of a layout.</summary>
internal static class NotesDrawing
{
    public static void Shapes(Look look, IReadOnlyDictionary<string, Panel> panels, Area paper, Canvas canvas)
    {
        foreach (var shape in look.Layout["shapes"] as JsonArray ?? [])
        {
            var (x0, x1) = (At(shape, "x0", "xref", panels, paper, true), At(shape, "x1", "xref", panels, paper, true));
            var (y0, y1) = (At(shape, "y0", "yref", panels, paper, false), At(shape, "y1", "yref", panels, paper, false));
            if (!double.IsFinite(x0 + x1 + y0 + y1)) continue;
            var color = shape.At("line", "color").AsText() ?? look.Template.Muted;
            if (shape.At("type").AsText() == "line") canvas.Line(x0, y0, x1, y1, color, shape.At("line", "width").AsNumber() ?? 2, shape.At("line", "dash").AsText());
            else if (shape.At("type").AsText() is "rect")
                canvas.Rect(Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0), shape.At("fillcolor").AsText() ?? "none", shape.At("opacity").AsNumber() ?? 1,
                    (shape.At("line", "width").AsNumber() ?? 2) > 0 ? color : null);
        }
    }

    /// <summary>All annotations but footnotes, which the picture sets at its foot.</summary>
    public static void Annotations(Look look, IReadOnlyDictionary<string, Panel> panels, Area paper, Canvas canvas)
    {
        foreach (var note in look.Layout["annotations"] as JsonArray ?? [])
        {
            if (note.At("name").AsText() == Notes.Footnote) continue;
            var (x, y) = (At(note, "x", "xref", panels, paper, true), At(note, "y", "yref", panels, paper, false));
            if (!double.IsFinite(x + y)) continue;
            var size = Math.Min(look.Size + 1, note.At("font", "size").AsNumber() ?? look.Size);
            var color = note.At("font", "color").AsText() ?? look.Template.Ink;
            var (dx, dy) = (note.At("xshift").AsNumber() ?? 0, -(note.At("yshift").AsNumber() ?? 0));
            var arrow = note.At("showarrow") is not JsonValue shows || !shows.TryGetValue(out bool yes) || yes;
            if (arrow)
            {
                (dx, dy) = (dx + (note.At("ax").AsNumber() ?? -10), dy + (note.At("ay").AsNumber() ?? -30));
                canvas.Line(x + dx, y + dy, x, y, note.At("arrowcolor").AsText() ?? look.Template.Muted, 1.2);
            }
            Block(note, look, canvas, x + dx, y + dy, size, color, arrow);
        }
    }

    private static void Block(JsonNode? note, Look look, Canvas canvas, double x, double y, double size, string color, bool arrow)
    {
        var lines = Markup.Lines(note.At("text").AsText() ?? "");
        if (look.Small && note.At("name").AsText() == Notes.Heading) lines = [TextMeasure.Fit(string.Join(" ", lines), size, 120)];
        var anchor = (note.At("xanchor").AsText() ?? (arrow ? "center" : "auto")) switch { "left" => "start", "right" => "end", _ => "middle" };
        var vertical = note.At("yanchor").AsText() ?? (arrow ? (note.At("ay").AsNumber() ?? -30) < 0 ? "bottom" : "top" : "middle");
        var height = lines.Length * size * 1.25;
        var top = vertical switch { "top" => y, "bottom" => y - height, _ => y - height / 2 };
        if (note.At("bgcolor").AsText() is { } ground && lines.Length > 0)
        {
            var width = lines.Max(line => TextMeasure.Width(line, size));
            canvas.Rect(x - (anchor == "middle" ? width / 2 : anchor == "end" ? width : 0) - 2, top - 1, width + 4, height + 3, ground, 0.9);
        }
        for (var line = 0; line < lines.Length; line++) canvas.Text(x, top + size * (line * 1.25 + 0.95), lines[line], size, color, anchor);
    }

    private static double At(JsonNode? node, string field, string reference, IReadOnlyDictionary<string, Panel> panels, Area paper, bool across)
    {
        var name = node.At(reference).AsText() ?? (across ? "x" : "y");
        var share = node.At(field).AsNumber() ?? double.NaN;
        if (name == "paper") return across ? paper.Left + share * paper.Width : paper.Bottom - share * paper.Height;
        var domain = name.EndsWith(" domain", StringComparison.Ordinal);
        if (!panels.TryGetValue(domain ? name[..^7] : name, out var panel)) return double.NaN;
        if (domain) return across ? panel.Area.Left + share * panel.Area.Width : panel.Area.Bottom - share * panel.Area.Height;
        var scale = across ? panel.X : panel.Y;
        // On a logarithmic axis notes and shapes differ: notes give logarithms, shapes give values.
        if (scale.Type == "log" && node.At("type") is null) return scale.At(share);
        if (scale.Type == "category" && double.IsFinite(share)) return scale.At(share);
        var read = scale.Read(new JsonArray(node.At(field)?.DeepClone()));
        return read.Length == 1 ? scale.At(read[0]) : double.NaN;
    }
}
