using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Segmentation;

/// <summary>Charts that choose, check and describe segments.</summary>
public static partial class SegmentationCharts
{
    /// <summary>Inertia against the number of clusters, with the knee marked: the point farthest below the straight line from first to last.</summary>
    /// <remarks>The knee is Kneedle's on the raw curve (Satopää and others 2011): both axes scaled to [0, 1], largest difference to the chord.
    /// No mark is made when the curve never lies below the chord.</remarks>
    /// <param name="clusters">Numbers of clusters k, rising.</param>
    /// <param name="inertia">Sum of squared distances to the nearest centroid for each k.</param>
    /// <param name="knee">The k to mark. Default: found as above.</param>
    /// <param name="title">What the chart shows. Default: names the knee.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, fewer than two points, or a knee that is not among the clusters.</exception>
    public static Figure Elbow(IEnumerable<int> clusters, IEnumerable<double> inertia, int? knee = null, string? title = null, string? alt = null)
    {
        var (ks, values) = (clusters.ToArray(), inertia.ToArray());
        if (ks.Length != values.Length || ks.Length < 2)
            throw new ArgumentException($"SegmentationCharts.Elbow needs two or more clusters and an inertia for each. Got {ks.Length} and {values.Length}.");
        if (knee is { } given && !ks.Contains(given))
            throw new ArgumentException($"SegmentationCharts.Elbow can mark one of {string.Join(", ", ks)}. Got {given}.");
        knee ??= Knee(ks, values);
        var figure = Chart.Line(ks, values, markers: true, title: title ?? (knee is { } at ? $"The curve bends at {at} clusters" : "Inertia by number of clusters"),
            xLabel: "number of clusters k", yLabel: "inertia (sum of squared distances)", alt: alt);
        figure = figure.WithLayout(new { xaxis = new { dtick = ks.Length <= 20 ? 1 : (int?)null }, yaxis = new { rangemode = "tozero" } });
        if (knee is not { } marked) return figure;
        var value = values[Array.IndexOf(ks, marked)];
        return figure.AddTrace(new
        {
            type = "scatter", mode = "markers", x = new[] { marked }, y = new[] { value }, name = "knee", showlegend = false,
            marker = new { size = 14, color = Template.Light.Colors[1], symbol = "diamond" }, hovertemplate = "k = %{x}<br>inertia: %{y}<extra>knee</extra>",
        }).WithLayout(new
        {
            annotations = new[] { new { x = marked, y = value, text = $"knee: k = {marked}", showarrow = true, ax = 46, ay = -42, xanchor = "left" } },
        });
    }

    private static int? Knee(int[] clusters, double[] inertia)
    {
        var (first, last, low, high) = (clusters[0], clusters[^1], inertia.Min(), inertia.Max());
        if (!(high > low)) return null;
        var (best, most) = ((int?)null, 1e-9);
        for (var i = 1; i < clusters.Length - 1; i++)
        {
            var x = (clusters[i] - first) / (double)(last - first);
            var chord = inertia[0] + x * (inertia[^1] - inertia[0]);
            var below = (chord - inertia[i]) / (high - low);
            if (below > most) (best, most) = (clusters[i], below);
        }
        return best;
    }
}
