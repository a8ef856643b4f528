using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Counts a histogram trace into bars, in the bins it states or by rule.</summary>
internal static class HistogramBars
{
    public static (double[] At, double[] Heights, double? Width, string?[]? Texts) Count(JsonObject trace, Scale place)
    {
        var axis = trace["x"] is null ? "y" : "x";
        var values = place.Read(trace[axis]).Where(double.IsFinite).ToArray();
        if (values.Length == 0) return ([], [], null, null);
        var bins = Stated(trace[$"{axis}bins"], place) ?? (place.Type == "category" ? new Bins(-0.5, 1, (int)values.Max() + 1)
            : Bins.For(values, (int?)trace[$"nbins{axis}"].AsNumber(), false, place.Type == "date"));
        var counts = bins.Histogram(values.Where(value => value >= bins.Start && value <= bins.End).ToArray());
        var norm = trace["histnorm"].AsText() ?? "";
        var factor = norm switch
        {
            "percent" => 100.0 / values.Length,
            "probability" => 1.0 / values.Length,
            "density" => 1 / bins.Size,
            "probability density" => 1.0 / values.Length / bins.Size,
            _ => 1,
        };
        return ([.. Enumerable.Range(0, bins.Count).Select(bin => bins.Start + (bin + 0.5) * bins.Size)], Array.ConvertAll(counts, count => count * factor), bins.Size, null);
    }

    private static Bins? Stated(JsonNode? bins, Scale place)
    {
        if (bins.At("size").AsNumber() is not ({ } size and > 0)) return null;
        var ends = place.Type is "date" or "linear" ? TraceReader.Numbers(new JsonArray(bins.At("start")?.DeepClone(), bins.At("end")?.DeepClone())) : [];
        return ends.Length == 2 && ends.All(double.IsFinite) ? new Bins(ends[0], size, Math.Clamp((int)Math.Round((ends[1] - ends[0]) / size), 1, 5_000)) : null;
    }
}
