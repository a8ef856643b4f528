using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Evaluation;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    /// <summary>The stability of several numbers of clusters: how alike pairs of resamples are, and how well the least stable cluster comes back,
    /// with the line from which a cluster counts as stable.</summary>
    /// <param name="curve">What <see cref="ClusterStability.Compare"/> gave.</param>
    /// <param name="title">What the chart shows. Default: names the k whose resamples are most alike.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    public static Figure Stability(StabilityCurve curve, string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(curve);
        var (ks, scores) = (curve.Scores.Select(each => each.Clusters).ToArray(), curve.Scores.Select(each => each.Score).ToArray());
        var best = Array.IndexOf(ks, curve.Best);
        var sketch = new Sketch("SegmentationCharts.Stability", new Titles(title ?? $"{curve.Best} clusters come back most alike: mean adjusted Rand index {scores[best].AdjustedRand:0.00}", alt));
        sketch.Add(Curve(ks, [.. scores.Select(score => score.AdjustedRand)], "pairs of resamples", 0, "k = %{x}<br>adjusted Rand index: %{y:.3f}"));
        sketch.Add(Curve(ks, [.. scores.Select(score => score.LowestJaccard)], "least stable cluster", 1, "k = %{x}<br>Jaccard of the least stable cluster: %{y:.3f}"));
        sketch.Layout["shapes"] = new JsonArray(new JsonObject
        {
            ["type"] = "line", ["x0"] = 0, ["x1"] = 1, ["xref"] = "paper", ["y0"] = 0.75, ["y1"] = 0.75, ["layer"] = "below",
            ["line"] = new JsonObject { ["dash"] = "dash", ["width"] = 1.5, ["color"] = Palette.Grey },
        });
        sketch.Layout["xaxis"] = AxisJson.Axis("number of clusters k", "linear");
        sketch.Layout["yaxis"] = AxisJson.Axis("agreement (1: the same)", "linear");
        sketch.Note($"{scores[0].Resamples:N0} resamples for each k: mean adjusted Rand index of pairs, and Jaccard coefficient of the least stable cluster. Dashed: 0.75, from which a cluster counts as stable.");
        return Marked(sketch.Finish("Stability").WithLayout(new { xaxis = WholeSteps(ks), yaxis = new { range = RoomFor([0.75, .. scores.SelectMany(score => new[] { score.AdjustedRand, score.LowestJaccard })], above: true) } }), curve.Best, scores[best].AdjustedRand, "best", $"k = {curve.Best}", "k = %{x}<br>%{y:.3f}", ks, above: true);
    }

    private static JsonObject Curve(int[] ks, double[] values, string name, int color, string hover) => new()
    {
        ["type"] = "scatter", ["mode"] = "lines+markers", ["name"] = name, ["legendgroup"] = name, ["x"] = JsonArrays.Plain([.. ks.Select(k => (double)k)]), ["y"] = JsonArrays.Plain(values),
        ["line"] = new JsonObject { ["color"] = Template.Light.Colors[color], ["width"] = 2 }, ["marker"] = new JsonObject { ["color"] = Template.Light.Colors[color], ["size"] = 6 }, ["hovertemplate"] = hover,
    };

    /// <summary>How well the clusters found again in resamples agree, for each number of clusters: mean as a line, the middle 80 % as a band, the best
    /// mean marked.</summary>
    /// <remarks>A number of clusters that the data does not have is found differently in every resample. A high value is no proof: a single large and
    /// simple split is stable as well (Ben-David, von Luxburg and Pál 2006, COLT).</remarks>
    /// <param name="clusters">Numbers of clusters k, rising.</param>
    /// <param name="agreements">For each k, the agreements of its resamples, such as adjusted Rand indices; at least one each.</param>
    /// <param name="measure">What they are. Default: adjusted Rand index.</param>
    /// <param name="title">What the chart shows. Default: names the k of the highest mean.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, numbers that do not rise, or a k without finite agreements.</exception>
    public static Figure Stability(IEnumerable<int> clusters, IEnumerable<IEnumerable<double>> agreements, string measure = "adjusted Rand index", string? title = null,
        string? alt = null)
    {
        var (ks, draws) = (clusters.ToArray(), agreements.Select(each => each.Where(double.IsFinite).Order().ToArray()).ToArray());
        if (ks.Length == 0 || ks.Length != draws.Length)
            throw new ArgumentException($"SegmentationCharts.Stability needs agreements for each number of clusters, and at least one. Got {draws.Length} and {ks.Length}.");
        for (var i = 0; i < ks.Length; i++)
        {
            if (i > 0 && ks[i] <= ks[i - 1]) throw new ArgumentException($"SegmentationCharts.Stability needs rising numbers of clusters. Got {ks[i]} after {ks[i - 1]}.");
            if (draws[i].Length == 0) throw new ArgumentException($"SegmentationCharts.Stability needs a finite agreement for every number of clusters. Got none at {ks[i]}.");
        }
        var means = draws.Select(each => each.Average()).ToArray();
        var best = Array.IndexOf(means, means.Max());
        var sketch = new Sketch("SegmentationCharts.Stability", new Titles(title ?? $"{ks[best]} clusters are found again most alike: mean {measure} {means[best]:0.00}", alt));
        var (low, high) = (draws.Select(each => OrderStatistics.Quantile(each, 0.1)), draws.Select(each => OrderStatistics.Quantile(each, 0.9)));
        var (color, across) = (Template.Light.Colors[0], ks.Select(k => (double)k).ToArray());
        sketch.Add(new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = "middle 80 %", ["legendgroup"] = "middle 80 %", ["x"] = JsonArrays.Plain([.. across, .. across.Reverse()]),
            ["y"] = JsonArrays.Plain([.. high, .. low.Reverse()]), ["fill"] = "toself", ["line"] = new JsonObject { ["color"] = color, ["width"] = 0.5 }, ["opacity"] = 0.5, ["hoverinfo"] = "skip",
        });
        sketch.Add(new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines+markers", ["name"] = "mean", ["legendgroup"] = "mean", ["x"] = JsonArrays.Plain(across), ["y"] = JsonArrays.Plain(means),
            ["line"] = new JsonObject { ["color"] = color, ["width"] = 2 }, ["marker"] = new JsonObject { ["color"] = color, ["size"] = 6 },
            ["customdata"] = JsonArrays.Plain([.. draws.Select(each => (double)each.Length)]), ["hovertemplate"] = "k = %{x}<br>mean: %{y:.3f}<br>resamples: %{customdata}",
        });
        sketch.Layout["xaxis"] = AxisJson.Axis("number of clusters k", "linear");
        sketch.Layout["yaxis"] = AxisJson.Axis($"agreement ({measure})", "linear");
        return Marked(sketch.Finish("Stability").WithLayout(new { xaxis = WholeSteps(ks), yaxis = new { range = RoomFor(draws.SelectMany(each => each), above: true) } }), ks[best], means[best], "best", $"k = {ks[best]}", "k = %{x}<br>%{y:.3f}", ks, above: true);
    }
}
