using System.Collections;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>A line through the rows, one a colour. A row without y leaves a gap.</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="x">Column of any kind for the horizontal axis.</param>
    /// <param name="y">Column of numbers for the vertical axis.</param>
    /// <param name="color">Column of categories; each gets a line. Default: one line.</param>
    /// <param name="facet">Column of categories (at most 16); each gets a panel. Default: one panel.</param>
    /// <param name="markers">Points on the lines. Default: false.</param>
    /// <param name="sort">Rows in the order of x where x is a number or time; false keeps the frame's order, for paths. Default: true.</param>
    /// <param name="hover">Further columns shown beside the pointer. Default: none.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: the column's name.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: the column's name.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="logX">A logarithmic horizontal axis. Default: false.</param>
    /// <param name="logY">A logarithmic vertical axis. Default: false.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, one of a wrong kind, or too many facets.</exception>
    public static Figure Line(DataFrame frame, string x, string y, string? color = null, string? facet = null, bool markers = false,
        bool sort = true, IReadOnlyList<string>? hover = null, string? title = null, string? xLabel = null, string? yLabel = null,
        string? xUnit = null, string? yUnit = null, bool logX = false, bool logY = false, string? alt = null) =>
        new XyChart("Chart.Line", XyMarks.Lines, frame, x, y, new Titles(title, alt, xLabel, yLabel, xUnit, yUnit, logX, logY))
        {
            Color = color, Facet = facet, Hover = hover, Markers = markers, Sort = sort,
        }.Draw();

    /// <summary>A line through pairs of values.</summary>
    /// <param name="x">Numbers, times or text.</param>
    /// <param name="y">Numbers, as many as <paramref name="x"/>; null and NaN leave gaps.</param>
    /// <param name="color">Categories, as many again; each gets a line. Default: one line.</param>
    /// <param name="markers">Points on the lines. Default: false.</param>
    /// <param name="sort">Values in the order of x; false keeps the order given. Default: true.</param>
    /// <param name="title">What the chart shows. Default: written from the labels.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: x.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: y.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="logX">A logarithmic horizontal axis. Default: false.</param>
    /// <param name="logY">A logarithmic vertical axis. Default: false.</param>
    /// <param name="colorLabel">Title of the legend. Default: color.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ or values cannot be drawn.</exception>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable? color = null, bool markers = false, bool sort = true,
        string? title = null, string? xLabel = null, string? yLabel = null, string? xUnit = null, string? yUnit = null,
        bool logX = false, bool logY = false, string? colorLabel = null, string? alt = null) =>
        new XyChart("Chart.Line", XyMarks.Lines, Sequences.Frame("Chart.Line", ("x", x), ("y", y), ("color", color)),
            "x", "y", new Titles(title, alt, xLabel, yLabel, xUnit, yUnit, logX, logY))
        {
            Color = color is null ? null : "color", Markers = markers, Sort = sort, LegendTitle = colorLabel,
        }.Draw();
}
