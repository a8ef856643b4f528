using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Parts of a whole: pies and treemaps.</summary>
internal static class PartsChart
{
    /// <summary>Names with their summed values, or counts of rows when no values are named, in order of appearance.</summary>
    public static List<(string Name, double Value)> Totals(string chart, Sketch sketch, DataFrame frame, string names, string? values)
    {
        var name = Channel.Of(chart, "names", frame, names, Takes.Any);
        var value = Channel.Maybe(chart, "values", frame, values, Takes.Number);
        var totals = new Dictionary<string, double>();
        foreach (var row in Drawn(chart, sketch, value, name)) totals[name.Text(row)!] = totals.GetValueOrDefault(name.Text(row)!) + (value?.Numbers[row] ?? 1);
        return [.. totals.Select(pair => (pair.Key, pair.Value))];
    }

    public static Figure Pie(Sketch sketch, List<(string Name, double Value)> parts, double hole, string label, string fallback)
    {
        if (hole is < 0 or > 0.9) throw new ArgumentOutOfRangeException(nameof(hole), $"Chart.Pie takes a hole in [0, 0.9]. Got {hole}.");
        Check("Chart.Pie", parts);
        var shown = parts.OrderByDescending(part => part.Value).ToList();
        if (shown.Count > Palette.MaxCategories)
        {
            var rest = shown.Skip(Palette.MaxCategories - 1).ToList();
            shown = [.. shown.Take(Palette.MaxCategories - 1), ($"other ({rest.Count:N0})", rest.Sum(part => part.Value))];
            sketch.Note($"The {rest.Count:N0} smallest of {parts.Count:N0} parts are drawn as “other”.");
        }
        var colors = shown.Select((_, i) => i == Palette.MaxCategories - 1 && parts.Count > Palette.MaxCategories ? Palette.Grey : Template.Light.Colors[i]);
        Margins(sketch);
        sketch.Add(new JsonObject
        {
            ["type"] = "pie", ["labels"] = JsonArrays.Of(shown.Select(part => part.Name)), ["values"] = JsonArrays.Of([.. shown.Select(part => part.Value)]),
            ["hole"] = hole, ["sort"] = false, ["direction"] = "clockwise", ["textinfo"] = "label+percent", ["showlegend"] = false,
            ["marker"] = new JsonObject { ["colors"] = JsonArrays.Of(colors) },
            ["hovertemplate"] = $"%{{label}}<br>{label}: %{{value}}<br>%{{percent}}<extra></extra>",
        });
        return sketch.Finish(fallback);
    }

    /// <summary>Tiles for each step of a path of columns, sized by summed values or counts.</summary>
    public static Figure Treemap(Sketch sketch, DataFrame frame, IReadOnlyList<string> path, string? values, string? color, string? colorUnit, string? unit)
    {
        const string chart = "Chart.Treemap";
        if (path.Count == 0) throw new ArgumentException($"{chart} needs at least one column in path. Got none.");
        var steps = path.Select(each => Channel.Of(chart, "path", frame, each, Takes.Any)).ToArray();
        var value = Channel.Maybe(chart, "values", frame, values, Takes.Number);
        var shade = Channel.Maybe(chart, "color", frame, color, Takes.Number);
        var rows = Drawn(chart, sketch, value, steps);
        var tiles = new Dictionary<string, Tile>();
        foreach (var row in rows)
        {
            var (id, parent) = ("", "");
            foreach (var step in steps)
            {
                var name = step.Text(row)!;
                (parent, id) = (id, id.Length == 0 ? name : $"{id}/{name}");
                if (!tiles.TryGetValue(id, out var tile)) tiles[id] = tile = new Tile(id, parent, name);
                var weight = value?.Numbers[row] ?? 1;
                tile.Value += weight;
                if (shade is not null && !shade.IsMissing(row)) (tile.Weight, tile.Shade) = (tile.Weight + weight, tile.Shade + weight * shade.Numbers[row]);
            }
        }
        var label = values is null ? "rows" : Titles.Label(Titles.Words(values), unit);
        var shades = shade is null ? null : tiles.Values.Select(tile => tile.Weight > 0 ? tile.Shade / tile.Weight : double.NaN).ToArray();
        var figure = Tiles(sketch, [.. tiles.Values], shades, label, shade is null ? "" : Titles.Label(Titles.Words(color!), colorUnit),
            $"{label} by {string.Join(" and ", path.Select(Titles.Words))}");
        return figure;
    }

    /// <summary>A treemap of tiles made elsewhere.</summary>
    public static Figure Tiles(Sketch sketch, IReadOnlyList<Tile> tiles, double[]? shades, string label, string shadeLabel, string fallback, IEnumerable<string>? texts = null)
    {
        Check(sketch.Chart, [.. tiles.Where(tile => tile.Parent.Length == 0).Select(tile => (tile.Name, tile.Value))]);
        var marker = new JsonObject();
        if (shades is not null)
        {
            marker["colors"] = JsonArrays.Plain(shades);
            marker["coloraxis"] = "coloraxis";
            sketch.Layout["coloraxis"] = ColorRole.Axis(shades, shadeLabel);
        }
        else marker["colors"] = JsonArrays.Of(Colors(tiles));
        var trace = new JsonObject
        {
            ["type"] = "treemap", ["branchvalues"] = "total", ["marker"] = marker, ["tiling"] = new JsonObject { ["pad"] = 2 },
            ["root"] = new JsonObject { ["color"] = Template.Light.Background }, ["pathbar"] = new JsonObject { ["visible"] = tiles.Any(tile => tile.Parent.Length > 0) },
            ["ids"] = JsonArrays.Of(tiles.Select(tile => tile.Id)), ["labels"] = JsonArrays.Of(tiles.Select(tile => tile.Name)),
            ["parents"] = JsonArrays.Of(tiles.Select(tile => tile.Parent)), ["values"] = JsonArrays.Of([.. tiles.Select(tile => tile.Value)]),
            ["textinfo"] = texts is null ? "label+value+percent root" : "label+text",
            ["hovertemplate"] = $"%{{label}}<br>{label}: %{{value}}<br>%{{percentRoot}} of all{(shades is null ? "" : $"<br>{shadeLabel}: %{{color}}")}<extra></extra>",
        };
        Margins(sketch);
        if (texts is not null) trace["text"] = JsonArrays.Of(texts);
        sketch.Add(trace);
        return sketch.Finish(fallback);
    }

    /// <summary>No axes, so little room is needed beside the drawing.</summary>
    private static void Margins(Sketch sketch) => PlotlyJson.Merge(sketch.Layout.Child("margin"), new JsonObject { ["l"] = 20, ["r"] = 20, ["b"] = 20 });

    /// <summary>Top tiles take palette colours in order of size; tiles within them keep their colour.</summary>
    private static IEnumerable<string> Colors(IReadOnlyList<Tile> tiles)
    {
        var palette = Template.Light.Colors;
        var tops = tiles.Where(tile => tile.Parent.Length == 0).OrderByDescending(tile => tile.Value).Select((tile, i) => (tile.Id, Color: i < palette.Count ? palette[i] : Palette.Grey)).ToDictionary();
        var parents = tiles.ToDictionary(tile => tile.Id, tile => tile.Parent);
        foreach (var tile in tiles)
        {
            var top = tile.Id;
            while (parents[top].Length > 0) top = parents[top];
            yield return tops[top];
        }
    }

    private static int[] Drawn(string chart, Sketch sketch, Channel? value, params Channel[] names)
    {
        var rows = Rows.Drawn(sketch, [.. names.Select(name => (name.Name, (Channel?)name, false)), (value?.Name ?? "", value, false)]);
        foreach (var row in rows)
            if (value is not null && value.Numbers[row] < 0)
                throw new ArgumentException($"{chart} needs values of at least 0. Row {row} of column '{value.Name}' is {value.Numbers[row]:R}.");
        return rows;
    }

    private static void Check(string chart, List<(string Name, double Value)> parts)
    {
        foreach (var (name, value) in parts)
            if (!(value >= 0)) throw new ArgumentException($"{chart} needs values of at least 0. '{name}' is {value:R}.");
        if (!(parts.Sum(part => part.Value) > 0)) throw new ArgumentException($"{chart} needs a total above 0. Got {parts.Count:N0} parts with a total of 0.");
    }

    /// <summary>A tile in the making.</summary>
    internal sealed class Tile(string id, string parent, string name)
    {
        public string Id { get; } = id;

        public string Parent { get; } = parent;

        public string Name { get; } = name;

        public double Value { get; set; }

        public double Shade { get; set; }

        public double Weight { get; set; }
    }
}
