using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Evaluation;

namespace MarketingNotebooks.Charts.Segmentation;

/// <summary>Charts that choose, check and describe segments.</summary>
public static partial class SegmentationCharts
{
    /// <summary>Inertia against the number of clusters, with the knee marked: the point farthest below the straight line from first to last.</summary>
    /// <remarks>The knee is that of <see cref="Learning.Evaluation.Elbow"/> (Satopää and others 2011). No mark is made when the curve has none.</remarks>
    /// <param name="clusters">Numbers of clusters k, rising.</param>
    /// <param name="inertia">Sum of squared distances to the nearest centroid for each k. Finite.</param>
    /// <param name="knee">The k to mark. Default: found as above.</param>
    /// <param name="title">What the chart shows. Default: names the knee.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, fewer than two points, numbers that do not rise, an inertia that is not finite, or a knee
    /// that is not among the clusters.</exception>
    public static Figure Elbow(IEnumerable<int> clusters, IEnumerable<double> inertia, int? knee = null, string? title = null, string? alt = null)
    {
        var (ks, values) = (clusters.ToArray(), inertia.ToArray());
        if (ks.Length != values.Length || ks.Length < 2)
            throw new ArgumentException($"SegmentationCharts.Elbow needs two or more clusters and an inertia for each. Got {ks.Length} and {values.Length}.");
        if (knee is { } given && !ks.Contains(given))
            throw new ArgumentException($"SegmentationCharts.Elbow can mark one of {string.Join(", ", ks)}. Got {given}.");
        knee ??= ks.Length < 3 ? null : Learning.Evaluation.Elbow.Find(ks, values).Clusters;
        var figure = Chart.Line(ks, values, markers: true, title: title ?? (knee is { } at ? $"The curve bends at {at} clusters" : "Inertia by number of clusters"),
            xLabel: "number of clusters k", yLabel: "inertia (sum of squared distances)", alt: alt);
        figure = figure.WithLayout(new { xaxis = WholeSteps(ks), yaxis = new { rangemode = "tozero" } });
        return knee is not { } marked ? figure
            : Marked(figure, marked, values[Array.IndexOf(ks, marked)], "knee", $"knee: k = {marked}", "k = %{x}<br>inertia: %{y:.4~s}", ks, above: true);
    }

    /// <summary>A tick at every k while they are few.</summary>
    private static object WholeSteps(int[] ks) => new { dtick = ks[^1] - ks[0] <= 20 ? 1 : (int?)null };

    /// <summary>A diamond on a point of a curve over <paramref name="ks"/>, and a few words beside it, on the side where there is room.</summary>
    /// <remarks>Drawn in ink, as every palette colour may belong to a line.</remarks>
    private static Figure Marked(Figure figure, int x, double y, string name, string text, string hover, int[] ks, bool above)
    {
        var right = 2 * x <= ks.Min() + ks.Max();
        var notes = figure.Layout["annotations"]?.DeepClone() as JsonArray ?? []; // a footnote, which stays
        notes.Add(new JsonObject
        {
            ["x"] = x, ["y"] = y, ["text"] = text, ["showarrow"] = true, ["ax"] = right ? 30 : -30, ["ay"] = above ? -30 : 30, ["xanchor"] = right ? "left" : "right",
            ["bgcolor"] = Template.Light.Background, ["arrowhead"] = 0,
        });
        return figure.AddTrace(new
        {
            type = "scatter", mode = "markers", x = new[] { x }, y = new[] { y }, name, showlegend = false,
            marker = new { size = 13, color = Template.Light.Ink, symbol = "diamond" }, hovertemplate = $"{hover}<extra>{name}</extra>",
        }).WithLayout(new JsonObject { ["annotations"] = notes });
    }

    /// <summary>The range of values with room for a few words at one end: above the highest, or below the lowest, no curve can cross them.</summary>
    private static double[] RoomFor(IEnumerable<double> values, bool above)
    {
        var known = values.Where(double.IsFinite).ToArray();
        var (low, high) = (known.Min(), known.Max());
        var spread = high > low ? high - low : Math.Max(0.1, Math.Abs(high) / 10);
        return above ? [low - 0.06 * spread, high + 0.2 * spread] : [low - 0.2 * spread, high + 0.06 * spread];
    }
}
