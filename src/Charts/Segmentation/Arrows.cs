using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Learning.Decomposition;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    /// <summary>The biplot's arrows: loadings on the first two components, stretched to reach where the points are (Gabriel 1971, Biometrika 58).</summary>
    /// <param name="sketch">Where they go.</param>
    /// <param name="components">Two or more.</param>
    /// <param name="rows">The rows drawn.</param>
    /// <param name="most">Most arrows.</param>
    /// <param name="pixel">About a pixel's length in scores.</param>
    private static void Arrows(Sketch sketch, PrincipalComponentsModel components, int[] rows, int most, double pixel)
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
        var shifts = ArrowLabels.Place([.. features.Select(each => each.Name)], [.. features.Select(each => (each.X * scale / pixel, each.Y * scale / pixel))], Room(components, rows, pixel, EqualScale.PlotOf(sketch)));
        for (var i = 0; i < features.Length; i++)
            sketch.Annotate(new JsonObject
            {
                ["x"] = features[i].X * scale, ["y"] = features[i].Y * scale, ["text"] = features[i].Name, ["showarrow"] = false, ["bgcolor"] = Template.Light.Background,
                ["opacity"] = 0.9, ["xanchor"] = "center", ["yanchor"] = "middle", ["xshift"] = Math.Round(shifts[i].X, 1), ["yshift"] = Math.Round(shifts[i].Y, 1),
            });
        sketch.Note($"Arrows: correlations of the features with the axes, times {scale:0.##}.");
    }

    /// <summary>Pixels from the origin to the edges of the plot, which has the rows in its middle.</summary>
    private static (double Left, double Right, double Down, double Up) Room(PrincipalComponentsModel components, int[] rows, double pixel, double height)
    {
        double Middle(int axis) => (rows.Min(row => components.Scores[row, axis]) + rows.Max(row => components.Scores[row, axis])) / 2 / pixel;
        var (x, y) = (-Middle(0), -Middle(1)); // where the origin is, from the middle
        return (EqualScale.PlotWidth / 2 + x, EqualScale.PlotWidth / 2 - x, height / 2 + y, height / 2 - y);
    }
}
