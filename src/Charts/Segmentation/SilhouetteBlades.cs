using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    private const int PointsPerBlade = 300;

    /// <summary>Silhouettes of all samples, sorted within their cluster: wide blades reaching past the dashed mean are good clusters, parts left of
    /// zero are samples that lie nearer another cluster (Rousseeuw 1987).</summary>
    /// <param name="silhouettes">A value in [−1, 1] a sample.</param>
    /// <param name="labels">The cluster of each sample; −1 is noise, drawn grey.</param>
    /// <param name="names">Names of clusters by label. Default: "cluster 0", ….</param>
    /// <param name="title">What the chart shows. Default: states the mean and the share below zero.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, no sample, or a value outside [−1, 1].</exception>
    public static Figure SilhouetteBlades(IEnumerable<double> silhouettes, IEnumerable<int> labels, IReadOnlyList<string>? names = null, string? title = null, string? alt = null)
    {
        var (values, clusters) = (silhouettes.ToArray(), labels.ToArray());
        if (values.Length == 0 || values.Length != clusters.Length)
            throw new ArgumentException($"SegmentationCharts.SilhouetteBlades needs a label for each silhouette and at least one. Got {values.Length} and {clusters.Length}.");
        if (Array.FindIndex(values, value => !(value is >= -1 and <= 1)) is var wrong and >= 0)
            throw new ArgumentException($"Silhouettes must be in [-1, 1]. Sample {wrong} is {values[wrong]:R}.");
        var mean = values.Average();
        var misplaced = values.Count(value => value < 0) / (double)values.Length;
        var sketch = new Sketch("SegmentationCharts.SilhouetteBlades", new Titles(title ?? $"Mean silhouette {mean:0.00}; {misplaced:0.#%} of samples lie nearer another cluster", alt));
        var (offset, gap, ticks, texts) = (0.0, Math.Max(1, values.Length / 60.0), new List<double>(), new List<string>());
        var groups = Enumerable.Range(0, values.Length).GroupBy(i => clusters[i]).OrderBy(group => group.Key).ToList();
        foreach (var group in groups)
        {
            var sorted = group.Select(i => values[i]).OrderDescending().ToArray();
            var name = ClusterLook.Name(group.Key, names);
            sketch.Add(Blade(sorted, offset, name, ClusterLook.Color(group.Key)));
            ticks.Add(offset + sorted.Length / 2.0);
            texts.Add($"{name} ({sorted.Length:N0})");
            offset += sorted.Length + gap;
        }
        sketch.Layout["xaxis"] = AxisJson.Axis("silhouette", "linear");
        var y = AxisJson.Axis("", "linear");
        (y["tickvals"], y["ticktext"], y["autorange"], y["showgrid"], y["zeroline"]) = (JsonArrays.Plain([.. ticks]), JsonArrays.Of(texts), "reversed", false, false);
        sketch.Layout["yaxis"] = y;
        sketch.Layout["shapes"] = new JsonArray(new JsonObject
        {
            ["type"] = "line", ["x0"] = mean, ["x1"] = mean, ["y0"] = 0, ["y1"] = 1, ["yref"] = "paper", ["line"] = new JsonObject { ["dash"] = "dash", ["width"] = 1.5, ["color"] = Palette.Grey },
        });
        sketch.Annotate(new JsonObject { ["x"] = mean, ["y"] = 1, ["yref"] = "paper", ["yanchor"] = "bottom", ["text"] = $"mean {mean:0.00}", ["showarrow"] = false });
        return sketch.Finish("Silhouettes");
    }

    /// <summary>The outline of one cluster's sorted values, thinned evenly when there are many.</summary>
    private static JsonObject Blade(double[] sorted, double offset, string name, string color)
    {
        var stride = (sorted.Length + PointsPerBlade - 1) / PointsPerBlade;
        var (x, y) = (new List<double> { 0 }, new List<double> { offset });
        for (var i = 0; i < sorted.Length; i += stride)
        {
            var value = Math.Round(sorted[i], 4); // what a screen can show; full digits would make the page large
            x.AddRange([value, value]);
            y.AddRange([Math.Round(offset + i, 2), Math.Round(offset + Math.Min(i + stride, sorted.Length), 2)]);
        }
        x.Add(0);
        y.Add(offset + sorted.Length);
        var misplaced = sorted.Count(value => value < 0);
        return new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines", ["fill"] = "toself", ["name"] = name, ["showlegend"] = false, ["x"] = JsonArrays.Plain([.. x]), ["y"] = JsonArrays.Plain([.. y]),
            ["line"] = new JsonObject { ["color"] = color, ["width"] = 1 }, ["hoverinfo"] = "text",
            ["text"] = $"{name}: {sorted.Length:N0} samples, mean silhouette {sorted.Average():0.00}, {misplaced:N0} below zero",
        };
    }
}
