using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>Shares of a whole as slices, largest first; beyond eight the smallest become "other". Bars compare better than slices.</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="names">Column whose distinct values become slices.</param>
    /// <param name="values">Column of numbers ≥ 0, summed by name. Default: counts of rows.</param>
    /// <param name="hole">Radius of the hole as a share of the pie's. Range: 0 to 0.9. Default: 0.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="unit">Unit of the values. Default: none.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, a negative value, or a total of 0.</exception>
    public static Figure Pie(DataFrame frame, string names, string? values = null, double hole = 0, string? title = null, string? unit = null,
        string? alt = null)
    {
        var sketch = new Sketch("Chart.Pie", new Titles(title, alt));
        var label = Titles.Label(values is null ? "rows" : Titles.Words(values), unit);
        return PartsChart.Pie(sketch, PartsChart.Totals("Chart.Pie", sketch, frame, names, values), hole, label, $"Share of {label} by {Titles.Words(names)}");
    }

    /// <summary>Shares of a whole as slices.</summary>
    /// <param name="names">A name a slice.</param>
    /// <param name="values">Numbers ≥ 0, as many as <paramref name="names"/>; summed by name.</param>
    /// <param name="hole">Radius of the hole as a share of the pie's. Range: 0 to 0.9. Default: 0.</param>
    /// <param name="title">What the chart shows. Default: Shares.</param>
    /// <param name="unit">Unit of the values. Default: none.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, a negative value, or a total of 0.</exception>
    public static Figure Pie<TN, TV>(IEnumerable<TN> names, IEnumerable<TV> values, double hole = 0, string? title = null, string? unit = null, string? alt = null)
    {
        var sketch = new Sketch("Chart.Pie", new Titles(title, alt));
        var frame = Sequences.Frame("Chart.Pie", ("names", names), ("values", values));
        return PartsChart.Pie(sketch, PartsChart.Totals("Chart.Pie", sketch, frame, "names", "values"), hole, Titles.Label("value", unit), "Shares");
    }
}
