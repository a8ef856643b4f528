using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>Filled lines stacked on each other, one a colour: parts of a whole over time.</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="x">Column of any kind for the horizontal axis.</param>
    /// <param name="y">Column of numbers for the vertical axis.</param>
    /// <param name="color">Column of categories; each gets an area. Default: one area.</param>
    /// <param name="facet">Column of categories (at most 16); each gets a panel. Default: one panel.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: the column's name.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: the column's name.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, one of a wrong kind, or too many facets.</exception>
    public static Figure Area(DataFrame frame, string x, string y, string? color = null, string? facet = null, string? title = null,
        string? xLabel = null, string? yLabel = null, string? xUnit = null, string? yUnit = null, string? alt = null) =>
        new XyChart("Chart.Area", XyMarks.Areas, frame, x, y, new Titles(title, alt, xLabel, yLabel, xUnit, yUnit))
        {
            Color = color, Facet = facet, Sort = true,
        }.Draw();

    /// <summary>A filled line through pairs of values.</summary>
    /// <param name="x">Numbers, times or text.</param>
    /// <param name="y">Numbers, as many as <paramref name="x"/>.</param>
    /// <param name="color">Categories, as many again; each gets an area. Default: one area.</param>
    /// <param name="title">What the chart shows. Default: written from the labels.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: x.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: y.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="colorLabel">Title of the legend. Default: color.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ or values cannot be drawn.</exception>
    public static Figure Area<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, System.Collections.IEnumerable? color = null, string? title = null,
        string? xLabel = null, string? yLabel = null, string? xUnit = null, string? yUnit = null, string? colorLabel = null, string? alt = null) =>
        new XyChart("Chart.Area", XyMarks.Areas, Sequences.Frame("Chart.Area", ("x", x), ("y", y), ("color", color)), "x", "y",
            new Titles(title, alt, xLabel, yLabel, xUnit, yUnit))
        {
            Color = color is null ? null : "color", Sort = true, LegendTitle = colorLabel,
        }.Draw();
}
