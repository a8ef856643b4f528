using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Decomposition;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    private const int MostMarks = 5_000;

    /// <summary>Rows on their first two principal components, coloured by cluster, with arrows for what pulls them there.</summary>
    /// <remarks>An arrow points where rows with high values of its feature lie; the longer, the better the picture shows that feature. Both axes have
    /// one scale, so that what lies near is alike; where the first component holds nearly all, the picture is low. What the
    /// axes leave out is not seen: clusters that overlap here may be apart in the dimensions not drawn.</remarks>
    /// <param name="components">Fitted to the rows that were clustered, with two components or more.</param>
    /// <param name="labels">The cluster of each row; −1 is noise, drawn grey and below the others.</param>
    /// <param name="names">Names of clusters by label. Default: "cluster 0", ….</param>
    /// <param name="loadings">Arrows drawn, those of the features shown best. Range: [0, 12]. Default: 8.</param>
    /// <param name="most">Most points; beyond, a sample in proportion to the clusters, at least 20 of each, is drawn and a footnote says so.
    /// Range: ≥ 1. Default: 5,000.</param>
    /// <param name="title">What the chart shows. Default: states the variance that the two axes show.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Fewer than two components, a number of labels other than that of rows, or a number outside its range.</exception>
    public static Figure Projection(PrincipalComponentsModel components, IReadOnlyList<int> labels, IReadOnlyList<string>? names = null, int loadings = 8,
        int most = MostMarks, string? title = null, string? alt = null)
    {
        const string name = "SegmentationCharts.Projection";
        CheckProjection(name, components, labels, 2, most);
        if (loadings is < 0 or > 12) throw new ArgumentException($"{name} draws loadings in [0, 12]. Got {loadings}.");
        var sketch = new Sketch(name, new Titles(title ?? Shown(components, 2), alt));
        var rows = ProjectionSample.Of(labels, most, sketch);
        double[] x = [.. rows.Select(row => components.Scores[row, 0])], y = [.. rows.Select(row => components.Scores[row, 1])];
        Points(sketch, rows, labels, names, x, y, "PC1: %{x:.3~g}<br>PC2: %{y:.3~g}");
        var pixel = EqualScale.Plane(sketch, AxisJson.Axis(AxisName(components, 0), "linear"), AxisJson.Axis(AxisName(components, 1), "linear"), x, y);
        if (loadings > 0) Arrows(sketch, components, rows, loadings, pixel);
        return sketch.Finish("Projection");
    }

    /// <summary>Rows on their first three principal components, coloured by cluster, to be turned with the pointer (WebGL).</summary>
    /// <remarks>All axes have one scale; a component too thin to be seen is stretched, and a footnote says how far.</remarks>
    /// <param name="components">Fitted to the rows that were clustered, with three components or more.</param>
    /// <param name="labels">The cluster of each row; −1 is noise, drawn grey.</param>
    /// <param name="names">Names of clusters by label. Default: "cluster 0", ….</param>
    /// <param name="most">Most points, as in <see cref="Projection"/>. Range: ≥ 1. Default: 5,000.</param>
    /// <param name="title">What the chart shows. Default: states the variance that the three axes show.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Fewer than three components, a number of labels other than that of rows, or most below 1.</exception>
    public static Figure Projection3D(PrincipalComponentsModel components, IReadOnlyList<int> labels, IReadOnlyList<string>? names = null, int most = MostMarks,
        string? title = null, string? alt = null)
    {
        const string name = "SegmentationCharts.Projection3D";
        CheckProjection(name, components, labels, 3, most);
        var sketch = new Sketch(name, new Titles(title ?? Shown(components, 3), alt)) { Height = 520, NoteOffset = 6 };
        var rows = ProjectionSample.Of(labels, most, sketch);
        foreach (var group in rows.GroupBy(row => labels[row]).OrderBy(group => group.Key))
            sketch.Add(new JsonObject
            {
                ["type"] = "scatter3d", ["mode"] = "markers", ["name"] = ClusterLook.Name(group.Key, names), ["legendgroup"] = ClusterLook.Name(group.Key, names),
                ["x"] = Scores(components, group, 0), ["y"] = Scores(components, group, 1), ["z"] = Scores(components, group, 2),
                ["marker"] = new JsonObject { ["size"] = rows.Length > 2_000 ? 2 : 4, ["opacity"] = 0.8, ["color"] = ClusterLook.Color(group.Key) },
                ["customdata"] = JsonArrays.Plain([.. group.Select(row => (double)row)]), ["hovertemplate"] = "row %{customdata}<br>PC1: %{x:.3~g}<br>PC2: %{y:.3~g}<br>PC3: %{z:.3~g}",
            });
        sketch.Layout.Child("legend")["itemsizing"] = "constant";
        var scene = sketch.Layout.Child("scene");
        scene["camera"] = new JsonObject { ["eye"] = new JsonObject { ["x"] = 1.55, ["y"] = 1.55, ["z"] = 1.0 }, ["center"] = new JsonObject { ["z"] = -0.12 } };
        for (var axis = 0; axis < 3; axis++) scene[$"{"xyz"[axis]}axis"] = AxisJson.Axis($"PC{axis + 1} ({components.ExplainedVarianceRatio[axis]:0.0%})", "linear");
        EqualScale.Space(sketch, scene, [.. Enumerable.Range(0, 3).Select(axis => rows.Select(row => components.Scores[row, axis]).ToArray())]);
        PlotlyJson.Merge(sketch.Layout.Child("margin"), new JsonObject { ["l"] = 20, ["r"] = 20, ["b"] = 20 });
        return sketch.Finish("Projection");
    }

    private static void CheckProjection(string name, PrincipalComponentsModel components, IReadOnlyList<int> labels, int least, int most)
    {
        ArgumentNullException.ThrowIfNull(components);
        ArgumentNullException.ThrowIfNull(labels);
        if (components.Components.Rows < least)
            throw new ArgumentException($"{name} needs {least} components or more. Got {components.Components.Rows}: fit with Components ≥ {least}, or with more features.");
        if (labels.Count != components.Scores.Rows)
            throw new ArgumentException($"{name} needs a label for each of the {components.Scores.Rows:N0} rows that the components were fitted to. Got {labels.Count:N0}.");
        if (most < 1) throw new ArgumentException($"{name} needs most ≥ 1. Got {most}.");
    }

    private static string Shown(PrincipalComponentsModel components, int axes) =>
        $"{(axes == 2 ? "Two" : "Three")} axes show {components.ExplainedVarianceRatio.Take(axes).Sum():0.#%} of the variance";

    private static string AxisName(PrincipalComponentsModel components, int axis) => $"PC{axis + 1} ({components.ExplainedVarianceRatio[axis]:0.0%} of variance)";

    private static JsonNode Scores(PrincipalComponentsModel components, IEnumerable<int> rows, int axis) => JsonArrays.Of([.. rows.Select(row => components.Scores[row, axis])]);
}
