using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Decomposition;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    private const double LabelHeight = 0.055; // of the plot's height: a line of text

    /// <summary>The biplot's arrows: loadings on the first two components, stretched to reach where the points are (Gabriel 1971, Biometrika 58).</summary>
    private static void Arrows(Sketch sketch, PrincipalComponentsModel components, int[] rows, int most)
    {
        var loadings = components.Loadings;
        var features = Enumerable.Range(0, loadings.Rows).Select(j => (Name: components.Components.ColumnNames.IsEmpty ? $"column {j + 1}" : Titles.Words(components.Components.ColumnNames[j]), X: loadings[j, 0], Y: loadings[j, 1]))
            .OrderByDescending(each => Math.Max(Math.Abs(each.X), Math.Abs(each.Y))).Take(most).Where(each => each.X != 0 || each.Y != 0).ToArray();
        if (features.Length == 0) return;
        double Reach(int axis) => OrderStatistics.Quantile([.. rows.Select(row => Math.Abs(components.Scores[row, axis])).Order()], 0.98);
        var longest = (X: features.Max(each => Math.Abs(each.X)), Y: features.Max(each => Math.Abs(each.Y)));
        var scale = Math.Min(longest.X > 0 ? Reach(0) / longest.X : double.PositiveInfinity, longest.Y > 0 ? Reach(1) / longest.Y : double.PositiveInfinity) * 0.9;
        if (!(scale > 0) || !double.IsFinite(scale)) return;
        var (x, y) = (new List<double>(), new List<double>());
        foreach (var feature in features)
        {
            x.AddRange([0, feature.X * scale, double.NaN]);
            y.AddRange([0, feature.Y * scale, double.NaN]);
        }
        sketch.Add(new JsonObject
        {
            ["type"] = "scatter", ["mode"] = "lines+markers", ["name"] = "loadings", ["showlegend"] = false, ["x"] = JsonArrays.Plain([.. x]), ["y"] = JsonArrays.Plain([.. y]),
            ["line"] = new JsonObject { ["color"] = Template.Light.Ink, ["width"] = 1.5 }, ["hoverinfo"] = "skip",
            ["marker"] = new JsonObject { ["symbol"] = "arrow", ["angleref"] = "previous", ["color"] = Template.Light.Ink, ["size"] = JsonArrays.Plain([.. x.Select((_, i) => i % 3 == 1 ? 9.0 : 0)]) },
        });
        var lift = Apart([.. features.Select(each => (each.X * scale, each.Y * scale))], Reach(0) * 2, Reach(1) * 2);
        for (var i = 0; i < features.Length; i++)
            sketch.Annotate(new JsonObject
            {
                ["x"] = features[i].X * scale, ["y"] = features[i].Y * scale + lift[i], ["text"] = features[i].Name, ["showarrow"] = false, ["bgcolor"] = Template.Light.Background,
                ["opacity"] = 0.9, ["xanchor"] = features[i].X < 0 ? "right" : "left", ["xshift"] = features[i].X < 0 ? -6 : 6,
            });
        sketch.Note($"Arrows: correlations of the features with the axes, times {scale:0.##}.");
    }

    /// <summary>How far each label moves up or down so that those on one side of the origin do not cover each other.</summary>
    private static double[] Apart((double X, double Y)[] tips, double width, double height)
    {
        var lift = new double[tips.Length];
        foreach (var side in Enumerable.Range(0, tips.Length).GroupBy(i => tips[i].X < 0))
        {
            int[] order = [.. side.OrderBy(i => tips[i].Y)];
            for (var next = 1; next < order.Length; next++)
            {
                var (low, high) = (order[next - 1], order[next]);
                if (Math.Abs(tips[low].X - tips[high].X) > 0.3 * width) continue;
                var gap = tips[high].Y - (tips[low].Y + lift[low]);
                if (gap < LabelHeight * height) lift[high] = LabelHeight * height - gap;
            }
        }
        return lift;
    }
}
