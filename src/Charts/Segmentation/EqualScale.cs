using System.Globalization;
using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Segmentation;

/// <summary>Axes on which a unit is as long in every direction, so that distances on the page are distances between rows.</summary>
internal static class EqualScale
{
    /// <summary>The plot as pages usually show it, beside a legend: the pixels that labels are placed by.</summary>
    public const double PlotWidth = 480;

    private const int LeastHeight = 250, MostHeight = 500, AroundPlot = 120;
    private const double Flat = 0.1, Thinnest = 0.25, FewTicks = 0.4, Largest = 1.3, Padding = 1.1;

    /// <summary>Two axes on one scale; a flat cloud gets a low picture, and a sentence that says why. Gives a pixel's length in units.</summary>
    public static double Plane(Sketch sketch, JsonObject across, JsonObject up, double[] x, double[] y)
    {
        (up["scaleanchor"], up["scaleratio"]) = ("x", 1);
        (sketch.Layout["xaxis"], sketch.Layout["yaxis"]) = (across, up);
        var (width, height) = (Span(x), Span(y));
        sketch.Height = (int)Math.Clamp(AroundPlot + (width > 0 ? PlotWidth * height / width : 0), LeastHeight, MostHeight);
        if (width > 0 && height < Flat * width) sketch.Note("Both axes have one scale: the rows lie along a line.");
        else if (height > 0 && width < Flat * height) sketch.Note("Both axes have one scale: the rows lie along an upright line.");
        var unit = Math.Max(width / PlotWidth, height / PlotOf(sketch)) * Padding;
        return unit > 0 ? unit : 1;
    }

    /// <summary>About the height of the plot itself, in pixels.</summary>
    public static double PlotOf(Sketch sketch) => sketch.Height - AroundPlot;

    /// <summary>Three axes on one scale. One so thin that it could not be read is stretched, and a sentence says how far.</summary>
    public static void Space(Sketch sketch, JsonObject scene, double[][] values)
    {
        var spans = Array.ConvertAll(values, Span);
        var longest = spans.Max() is > 0 and var found ? found : 1;
        var shares = Array.ConvertAll(spans, span => Math.Max(Thinnest, span / longest));
        var size = Math.Min(Largest, Math.Pow(shares[0] * shares[1] * shares[2], -1.0 / 3)); // about the room of a cube
        var ratio = new JsonObject();
        for (var axis = 0; axis < 3; axis++)
        {
            var (low, high) = values[axis].Length == 0 ? (0, 0) : (values[axis].Min(), values[axis].Max());
            var room = spans[axis] == 0 ? longest * Thinnest / 2 : (Padding - 1) / 2 * spans[axis];
            var settings = (JsonObject)scene[$"{"xyz"[axis]}axis"]!;
            settings["range"] = JsonArrays.Plain([low - room, high + room]);
            if (shares[axis] < FewTicks) settings["nticks"] = 3;
            ratio[$"{"xyz"[axis]}"] = Math.Round(size * shares[axis], 4);
        }
        (scene["aspectmode"], scene["aspectratio"]) = ("manual", ratio);
        var stretched = Enumerable.Range(0, 3).Where(axis => spans[axis] > 0 && shares[axis] * longest > 1.01 * spans[axis])
            .Select(axis => string.Create(CultureInfo.InvariantCulture, $"PC{axis + 1} is drawn {shares[axis] * longest / spans[axis]:0.#} times as long")).ToArray();
        if (stretched.Length > 0) sketch.Note($"Not to scale: {string.Join(", ", stretched)}, to be seen at all.");
    }

    private static double Span(double[] values) => values.Length == 0 ? 0 : values.Max() - values.Min();
}
