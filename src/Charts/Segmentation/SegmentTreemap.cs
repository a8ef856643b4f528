using MarketingNotebooks.Charts.Building;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    /// <summary>Segments as tiles: area is the number of customers, colour a value such as revenue per customer.</summary>
    /// <param name="segments">A name a segment, each once.</param>
    /// <param name="sizes">Customers in each; ≥ 0.</param>
    /// <param name="values">What colours them. Default: a colour a segment.</param>
    /// <param name="valueLabel">Name of the values. Default: value.</param>
    /// <param name="valueUnit">Unit of the values. Default: none.</param>
    /// <param name="title">What the chart shows. Default: names the largest segment and its share.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, a name twice, a negative size, or a total of 0.</exception>
    public static Figure SegmentTreemap(IEnumerable<string> segments, IEnumerable<double> sizes, IEnumerable<double>? values = null,
        string valueLabel = "value", string? valueUnit = null, string? title = null, string? alt = null)
    {
        var (names, counts, shades) = (segments.ToArray(), sizes.ToArray(), values?.ToArray());
        if (names.Length != counts.Length || (shades is not null && shades.Length != names.Length))
            throw new ArgumentException($"SegmentationCharts.SegmentTreemap needs a size (and value) for each of {names.Length} segments. Got {counts.Length}{(shades is null ? "" : $" and {shades.Length}")}.");
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"SegmentationCharts.SegmentTreemap needs each segment once. '{twice.Key}' occurs {twice.Count()} times.");
        var total = counts.Sum();
        var largest = counts.Length == 0 ? 0 : Array.IndexOf(counts, counts.Max());
        var finding = total > 0 ? $"{names[largest]} is the largest segment: {counts[largest] / total:0.#%} of customers" : "Segments";
        var label = Titles.Label(valueLabel, valueUnit);
        var texts = names.Select((_, i) => $"{counts[i]:N0} customers, {(total > 0 ? counts[i] / total : 0):0.#%}{(shades is null ? "" : $"<br>{valueLabel} {shades[i]:#,0.##}{(valueUnit is null ? "" : $" {valueUnit}")}")}");
        return PartsChart.Tiles(new Sketch("SegmentationCharts.SegmentTreemap", new Titles(title, alt)),
            [.. names.Select((name, i) => new PartsChart.Tile(name, "", name) { Value = counts[i] })], shades, "customers", label, finding, texts);
    }
}
