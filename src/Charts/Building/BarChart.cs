using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Bars: one row a bar, or counts of rows.</summary>
internal sealed record BarChart(DataFrame Frame, string X, string? Y, Titles Titles)
{
    private const string Name = "Chart.Bar";

    public string? Color { get; init; }
    public string? Facet { get; init; }
    public string? LegendTitle { get; init; }
    public IReadOnlyList<string>? Hover { get; init; }
    public BarMode Mode { get; init; }
    public bool Horizontal { get; init; }
    public bool Sort { get; init; }
    public bool Values { get; init; }

    public Figure Draw()
    {
        var sketch = new Sketch(Name, Titles);
        var x = Channel.Of(Name, "x", Frame, X, Takes.Any);
        var y = Channel.Maybe(Name, "y", Frame, Y, Takes.Number);
        var color = Channel.Maybe(Name, "color", Frame, Color, Takes.Any);
        var facet = Channel.Maybe(Name, "facet", Frame, Facet, Takes.Any);
        var rows = Rows.Drawn(sketch, ("x", x, false), ("y", y, false));
        var role = ColorRole.Of(sketch, color, rows, scaleAllowed: false);
        var panels = Panels.Of(Name, facet, rows);
        var valueLabel = y is null ? Titles.Label(Titles.YLabel ?? "rows", Titles.YUnit) : Titles.Y(y);
        var (along, across) = Horizontal ? ("y", "x") : ("x", "y");
        var hover = new Hover(Name, Frame, Hover, (Titles.X(x), along), (valueLabel, across));
        var shown = new HashSet<string>();
        var totals = new Dictionary<string, double>();
        foreach (var group in Group.Split(rows, panels, role.Categories, null))
        {
            var (places, values) = y is null ? Count(x, group.Rows) : (group.Rows, y.Pick(group.Rows));
            if (y is not null && (role.Categories?.Lumped ?? 0) == 0) CheckUnique(x, places);
            for (var i = 0; i < places.Length; i++)
            {
                var place = x.Text(places[i])!;
                totals[place] = totals.GetValueOrDefault(place) + values[i];
            }
            var trace = new JsonObject { ["type"] = "bar", ["marker"] = new JsonObject { ["color"] = role.Of(group.Color) } };
            if (Mode == BarMode.Overlaid) trace["opacity"] = 0.6;
            role.Name(trace, group.Color, null, valueLabel, shown);
            trace[along] = x.Json(places);
            trace[across] = JsonArrays.Of(values);
            if (Horizontal) trace["orientation"] = "h";
            if (Values)
            {
                trace["texttemplate"] = $"%{{{across}:{Format(values)}}}";
                trace["textposition"] = Mode is BarMode.Stacked or BarMode.Share ? "auto" : "outside";
                trace["cliponaxis"] = false;
            }
            if (group.Panel > 0) (trace["xaxis"], trace["yaxis"]) = (Panels.Id("x", group.Panel), Panels.Id("y", group.Panel));
            hover.Write(trace, places);
            sketch.Add(trace);
        }
        sketch.Layout["barmode"] = Mode switch { BarMode.Grouped => "group", BarMode.Overlaid => "overlay", _ => "relative" };
        if (Mode == BarMode.Share) sketch.Layout["barnorm"] = "percent";
        sketch.Layout["bargap"] = 0.25;
        role.Write(sketch, LegendTitle);
        Axes(sketch, panels, x, rows, totals, Mode == BarMode.Share ? $"share of {valueLabel} (%)" : valueLabel);
        var value = Titles.YLabel ?? (y is null ? "rows" : Titles.Words(y.Name));
        return sketch.Finish($"{value} by {Titles.XLabel ?? Titles.Words(x.Name)}{(Color is null ? "" : $" and {LegendTitle ?? Titles.Words(Color)}")}");
    }

    /// <summary>Three digits, with k and M. Below one the prefixes of large numbers turn into those of small ones, and 0.1 into 100m; where nothing
    /// is above one all bars have the same decimals, as the smallest needs them.</summary>
    private static string Format(double[] values)
    {
        var sizes = values.Where(value => value != 0 && double.IsFinite(value)).Select(Math.Abs).DefaultIfEmpty(1).ToArray();
        if (sizes.Min() >= 1) return ".3~s";
        return sizes.Max() <= 1 && sizes.Min() >= 0.001 ? $".{Math.Clamp(1 - (int)Math.Floor(Math.Log10(sizes.Min())), 2, 4)}f" : ".3~r";
    }

    private void Axes(Sketch sketch, Panels panels, Channel x, int[] rows, Dictionary<string, double> totals, string valueLabel)
    {
        JsonObject place;
        if (x.Kind == ChannelKind.Category)
        {
            var names = Categories.Of(x, rows, int.MaxValue).Names;
            if (Sort) names = [.. names.OrderByDescending(name => totals.GetValueOrDefault(name))];
            place = AxisJson.Ordered(Titles.X(x), names, sketch, !Horizontal);
            if (Horizontal) sketch.Height = Math.Max(sketch.Height, 130 + 22 * names.Length);
        }
        else place = AxisJson.Of(x, Titles.X(x), false);
        var value = AxisJson.Axis(valueLabel, Titles.LogY ? "log" : "linear");
        if (!Titles.LogY) value["rangemode"] = "tozero";
        panels.Write(sketch, Horizontal ? value : place, Horizontal ? place : value);
        sketch.Height = Math.Max(sketch.Height, panels.Height);
    }

    /// <summary>One row for each distinct x, with how often it occurs.</summary>
    private static (int[] Rows, double[] Counts) Count(Channel x, int[] rows)
    {
        var counts = new Dictionary<string, (int Row, int Count)>();
        foreach (var row in rows)
        {
            var key = x.Text(row)!;
            counts[key] = counts.TryGetValue(key, out var seen) ? (seen.Row, seen.Count + 1) : (row, 1);
        }
        return ([.. counts.Values.Select(each => each.Row)], [.. counts.Values.Select(each => (double)each.Count)]);
    }

    private void CheckUnique(Channel x, int[] rows)
    {
        var counts = new Dictionary<string, int>();
        foreach (var row in rows) counts[x.Text(row)!] = counts.GetValueOrDefault(x.Text(row)!) + 1;
        var (name, count) = counts.MaxBy(pair => pair.Value);
        if (count <= 1) return;
        var keys = string.Join(", ", new[] { X, Color, Facet }.Where(each => each is not null).Select(each => $"\"{each}\""));
        throw new ArgumentException(
            $"Chart.Bar needs one row a bar. '{name}' of column '{X}' has {count:N0}. Aggregate first, e.g. frame.GroupBy({keys}).Aggregate((\"{Y}\", Agg.Sum(\"{Y}\"))), or leave out y to count rows.");
    }
}
