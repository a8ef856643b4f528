using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Clustering;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    private const int MostNamed = 60, RowHeight = 15;

    /// <summary>The tree of a hierarchical clustering from its root, on the right, to a few branches, coloured by the clusters of a cut.</summary>
    /// <remarks>Each bracket joins two clusters at their distance. The longer the branches that the dashed line crosses, the farther apart the
    /// clusters it makes. Colours are those of the labels that <see cref="HierarchicalModel.Cut"/> gives.</remarks>
    /// <param name="model">At least two rows.</param>
    /// <param name="clusters">Clusters that the cut makes. Range: [1, rows]. Default: 2 to 10, where the next join is the longest step up.</param>
    /// <param name="leaves">Branches drawn: the joins below are hidden, and a number beside a branch counts its rows. Raised to
    /// <paramref name="clusters"/> where fewer. Range: [2, 400]. Default: 30.</param>
    /// <param name="rowNames">A name a row, beside branches of a single row. Default: its number.</param>
    /// <param name="names">Names of clusters by label. Default: "cluster 0", ….</param>
    /// <param name="labels">What to call each cluster of the cut instead of 0, 1, …, so that it has the colour and name that its like has in other
    /// charts; all different. Default: as the cut calls them.</param>
    /// <param name="title">What the chart shows. Default: states the step at the cut.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">A single row, or a number outside its range.</exception>
    public static Figure Dendrogram(HierarchicalModel model, int? clusters = null, int leaves = 30, IReadOnlyList<string>? rowNames = null,
        IReadOnlyList<string>? names = null, IReadOnlyList<int>? labels = null, string? title = null, string? alt = null)
    {
        const string name = "SegmentationCharts.Dendrogram";
        ArgumentNullException.ThrowIfNull(model);
        if (model.Rows < 2) throw new ArgumentException($"{name} needs a tree of at least 2 rows. Got {model.Rows}.");
        if (clusters < 1 || clusters > model.Rows) throw new ArgumentException($"{name} needs clusters in [1, {model.Rows}] for {model.Rows} rows. Got {clusters}.");
        if (leaves is < 2 or > 400) throw new ArgumentException($"{name} draws leaves in [2, 400]. Got {leaves}.");
        if (rowNames is not null && rowNames.Count != model.Rows) throw new ArgumentException($"{name} needs a name for each of {model.Rows} rows. Got {rowNames.Count}.");
        var k = clusters ?? WidestStep(model);
        if (labels is not null && (labels.Count != k || labels.Any(label => label < 0) || labels.Distinct().Count() < k))
            throw new ArgumentException($"{name} needs {k} different labels ≥ 0, one a cluster of the cut. Got {string.Join(", ", labels)}.");
        var tree = new DendrogramTree(model, k, Math.Min(model.Rows, Math.Max(leaves, k)));
        var (below, above) = (k < model.Rows ? model.Merges[model.Rows - k - 1].Height : 0, k > 1 ? model.Merges[model.Rows - k].Height : double.NaN);
        var finding = k == 1 ? $"All {model.Rows:N0} rows are one cluster at a distance of {model.Merges[^1].Height:0.##}"
            : $"{k} clusters: the last join within one is at {below:0.##}, the first between two at {above:0.##}";
        var sketch = new Sketch(name, new Titles(title ?? finding, alt)) { Height = Math.Clamp(130 + RowHeight * tree.Leaves.Count, 320, MostNamed * RowHeight) };
        foreach (var strokes in tree.Brackets.SelectMany(Strokes).GroupBy(stroke => stroke.Cluster < 0 ? -1 : labels?[stroke.Cluster] ?? stroke.Cluster).OrderBy(group => (uint)group.Key))
            sketch.Add(Drawn(strokes, strokes.Key < 0 ? "between clusters" : ClusterLook.Name(strokes.Key, names), ClusterLook.Color(strokes.Key)));
        if (tree.Leaves.Count < model.Rows) sketch.Note($"The last {tree.Leaves.Count - 1:N0} of {model.Rows - 1:N0} joins; numbers in brackets count the rows of a branch.");
        if (k > 1) Cut(sketch, (below + above) / 2, k);
        sketch.Layout["xaxis"] = AxisJson.Axis($"distance ({model.Linkage} linkage)", "linear");
        sketch.Layout["xaxis"]!["rangemode"] = "tozero";
        sketch.Layout["yaxis"] = LeafAxis(tree, rowNames);
        return sketch.Finish("Dendrogram");
    }

    /// <summary>The cut into 2 to 10 clusters above which the tree takes its longest step.</summary>
    private static int WidestStep(HierarchicalModel model) => Enumerable.Range(2, Math.Min(9, model.Rows - 1))
        .MaxBy(k => model.Merges[model.Rows - k].Height - (k < model.Rows ? model.Merges[model.Rows - k - 1].Height : 0));

    private static void Cut(Sketch sketch, double height, int clusters)
    {
        sketch.Layout["shapes"] = new JsonArray(new JsonObject
        {
            ["type"] = "line", ["x0"] = height, ["x1"] = height, ["y0"] = 0, ["y1"] = 1, ["yref"] = "paper",
            ["line"] = new JsonObject { ["dash"] = "dash", ["width"] = 1.5, ["color"] = Template.Light.Muted },
        });
        sketch.Annotate(new JsonObject
        {
            ["x"] = height, ["y"] = 1, ["yref"] = "paper", ["yanchor"] = "bottom", ["showarrow"] = false, ["text"] = $"cut into {clusters}",
        });
    }

    /// <summary>The lower ends of branches, the first on top, named while there is room.</summary>
    private static JsonObject LeafAxis(DendrogramTree tree, IReadOnlyList<string>? rowNames)
    {
        var named = tree.Leaves.Count <= MostNamed;
        var axis = AxisJson.Axis(named ? "" : $"{tree.Leaves.Count:N0} branches", "linear");
        axis["range"] = JsonArrays.Plain([tree.Leaves.Count - 0.3, -0.7]);
        (axis["showgrid"], axis["zeroline"], axis["ticks"], axis["showticklabels"]) = (false, false, "", named);
        if (!named) return axis;
        axis["tickvals"] = JsonArrays.Plain([.. tree.Leaves.Select((_, i) => (double)i)]);
        axis["ticktext"] = JsonArrays.Of(tree.Leaves.Select(leaf => leaf.Size > 1 ? $"({leaf.Size:N0})" : rowNames is null ? $"{leaf.Row}" : rowNames[leaf.Row]));
        return axis;
    }

    /// <summary>A bracket as one stroke within a cluster; above the cut its legs have the colours of what they come from.</summary>
    private static IEnumerable<(int Cluster, double[] Across, double[] Down, string Text)> Strokes(DendrogramTree.Bracket bracket)
    {
        var (left, right, height, own) = (bracket.First, bracket.Second, bracket.Height, bracket.Both.Cluster);
        var text = $"{bracket.Size:N0} rows joined at {height:0.###}";
        if (left.Cluster == own && right.Cluster == own)
        {
            yield return (own, [left.Top, height, height, right.Top], [left.Place, left.Place, right.Place, right.Place], text);
            yield break;
        }
        yield return (left.Cluster, [left.Top, height], [left.Place, left.Place], text);
        yield return (own, [height, height], [left.Place, right.Place], text);
        yield return (right.Cluster, [right.Top, height], [right.Place, right.Place], text);
    }

    /// <summary>One trace of strokes, lifted off the page between two.</summary>
    private static JsonObject Drawn(IEnumerable<(int Cluster, double[] Across, double[] Down, string Text)> strokes, string name, string color)
    {
        var (x, y, texts) = (new List<double>(), new List<double>(), new List<string?>());
        foreach (var (_, across, down, text) in strokes)
        {
            x.AddRange([.. across, double.NaN]);
            y.AddRange([.. down, double.NaN]);
            texts.AddRange([.. across.Select(_ => text), null]);
        }
        return new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines", ["name"] = name, ["legendgroup"] = name, ["x"] = JsonArrays.Plain([.. x]), ["y"] = JsonArrays.Plain([.. y]),
            ["text"] = JsonArrays.Of(texts), ["hovertemplate"] = $"%{{text}}<extra>{name}</extra>", ["line"] = new JsonObject { ["color"] = color, ["width"] = 2 },
        };
    }
}
