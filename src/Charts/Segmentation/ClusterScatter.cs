using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    /// <summary>Rows by two of their features, coloured by cluster, in the features' own units.</summary>
    /// <param name="x">The feature across. What cannot be drawn (NaN, or 0 and below on a logarithmic axis) is left out and counted in a footnote.</param>
    /// <param name="y">The feature upwards.</param>
    /// <param name="labels">The cluster of each row; −1 is noise, drawn grey and below the others.</param>
    /// <param name="names">Names of clusters by label. Default: "cluster 0", ….</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: x.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: y.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="logX">A logarithmic horizontal axis. Default: false.</param>
    /// <param name="logY">A logarithmic vertical axis. Default: false.</param>
    /// <param name="most">Most points, as in <see cref="Projection"/>. Range: ≥ 1. Default: 5,000.</param>
    /// <param name="title">What the chart shows. Default: states the number of clusters and of noise.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, no rows, or most below 1.</exception>
    public static Figure ClusterScatter(IEnumerable<double> x, IEnumerable<double> y, IReadOnlyList<int> labels, IReadOnlyList<string>? names = null,
        string xLabel = "x", string yLabel = "y", string? xUnit = null, string? yUnit = null, bool logX = false, bool logY = false, int most = MostMarks,
        string? title = null, string? alt = null)
    {
        const string name = "SegmentationCharts.ClusterScatter";
        ArgumentNullException.ThrowIfNull(labels);
        var (across, up) = (x.ToArray(), y.ToArray());
        if (across.Length == 0 || across.Length != up.Length || labels.Count != up.Length)
            throw new ArgumentException($"{name} needs as many y and labels as x, and at least one. Got {across.Length}, {up.Length} and {labels.Count}.");
        if (most < 1) throw new ArgumentException($"{name} needs most ≥ 1. Got {most}.");
        var (clusters, noise) = (labels.Where(label => label >= 0).Distinct().Count(), labels.Count(label => label < 0));
        var sketch = new Sketch(name, new Titles(title ?? $"{clusters:N0} cluster{(clusters == 1 ? "" : "s")}{(noise == 0 ? "" : $", and {noise / (double)labels.Count:0.#%} of rows in none")}", alt)) { Height = 500 };
        var rows = ProjectionSample.Of(labels, most, sketch);
        int[] drawn = [.. rows.Where(row => Drawable(across[row], logX) && Drawable(up[row], logY))];
        if (drawn.Length < rows.Length) sketch.Note($"{rows.Length - drawn.Length:N0} rows without {xLabel} or {yLabel} are not drawn.");
        Points(sketch, drawn, labels, names, [.. drawn.Select(row => across[row])], [.. drawn.Select(row => up[row])], $"{xLabel}: %{{x:,.4~g}}<br>{yLabel}: %{{y:,.4~g}}");
        sketch.Layout["xaxis"] = AxisJson.Axis(Titles.Label(xLabel, xUnit), logX ? "log" : "linear");
        sketch.Layout["yaxis"] = AxisJson.Axis(Titles.Label(yLabel, yUnit), logY ? "log" : "linear");
        // Labels at 1, 2, 5, 10, …: by default every digit gets one.
        if (logX) sketch.Layout["xaxis"]!["dtick"] = "D2";
        if (logY) sketch.Layout["yaxis"]!["dtick"] = "D2";
        return sketch.Finish("Clusters");
    }

    private static bool Drawable(double value, bool log) => double.IsFinite(value) && (!log || value > 0);

    /// <summary>A trace a cluster, noise first, so that it lies below.</summary>
    private static void Points(Sketch sketch, int[] rows, IReadOnlyList<int> labels, IReadOnlyList<string>? names, double[] x, double[] y, string hover)
    {
        var (size, opacity) = rows.Length <= 300 ? (8, 0.9) : rows.Length <= 3_000 ? (6, 0.7) : (4, 0.55);
        foreach (var group in Enumerable.Range(0, rows.Length).GroupBy(i => labels[rows[i]]).OrderBy(group => group.Key))
        {
            var name = ClusterLook.Name(group.Key, names);
            sketch.Add(new JsonObject
            {
                ["type"] = rows.Length > XyChart.WebGlAbove ? "scattergl" : "scatter", ["mode"] = "markers", ["name"] = name, ["legendgroup"] = name,
                ["x"] = JsonArrays.Of([.. group.Select(i => x[i])]), ["y"] = JsonArrays.Of([.. group.Select(i => y[i])]),
                ["marker"] = new JsonObject { ["size"] = size, ["opacity"] = opacity, ["color"] = ClusterLook.Color(group.Key), ["symbol"] = ClusterLook.Symbol(group.Key) },
                ["customdata"] = JsonArrays.Plain([.. group.Select(i => (double)rows[i])]), ["hovertemplate"] = $"row %{{customdata}}<br>{hover}",
            });
        }
        sketch.Layout.Child("legend")["itemsizing"] = "constant";
    }
}
