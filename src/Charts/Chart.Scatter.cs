using System.Collections;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>A point a row. Above 20,000 points drawn with WebGL.</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="x">Column of any kind for the horizontal axis.</param>
    /// <param name="y">Column of numbers or times for the vertical axis.</param>
    /// <param name="color">Column that colours the points. Default: one colour.</param>
    /// <param name="size">Column of numbers ≥ 0 that gives each point its area. Default: one size.</param>
    /// <param name="symbol">Column of categories (at most eight) that gives each point its shape. Default: circles.</param>
    /// <param name="facet">Column of categories (at most 16); each gets a panel on the same axes. Default: one panel.</param>
    /// <param name="hover">Further columns shown beside the pointer. Default: none.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: the column's name.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: the column's name.</param>
    /// <param name="xUnit">Unit behind the label, such as <c>days</c>. Default: none.</param>
    /// <param name="yUnit">Unit behind the label, such as <c>€</c>. Default: none.</param>
    /// <param name="logX">A logarithmic horizontal axis; rows at or below zero are left out and counted in a footnote. Default: false.</param>
    /// <param name="logY">The same for the vertical axis. Default: false.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, one of a wrong kind, a negative size, or too many facets.</exception>
    public static Figure Scatter(DataFrame frame, string x, string y, string? color = null, string? size = null, string? symbol = null,
        string? facet = null, IReadOnlyList<string>? hover = null, string? title = null, string? xLabel = null, string? yLabel = null,
        string? xUnit = null, string? yUnit = null, bool logX = false, bool logY = false, string? alt = null) =>
        new XyChart("Chart.Scatter", XyMarks.Points, frame, x, y, new Titles(title, alt, xLabel, yLabel, xUnit, yUnit, logX, logY))
        {
            Color = color, Size = size, Symbol = symbol, Facet = facet, Hover = hover,
        }.Draw();

    /// <summary>A point a pair of values.</summary>
    /// <param name="x">Numbers, times, text or booleans; null and NaN are left out.</param>
    /// <param name="y">Numbers or times, as many as <paramref name="x"/>.</param>
    /// <param name="color">Categories or numbers, as many again. Default: one colour.</param>
    /// <param name="size">Numbers ≥ 0, as many again. Default: one size.</param>
    /// <param name="title">What the chart shows. Default: written from the labels.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: x.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: y.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="logX">A logarithmic horizontal axis. Default: false.</param>
    /// <param name="logY">A logarithmic vertical axis. Default: false.</param>
    /// <param name="colorLabel">Title of the legend or colour bar. Default: color.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ or values cannot be drawn.</exception>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable? color = null, IEnumerable? size = null,
        string? title = null, string? xLabel = null, string? yLabel = null, string? xUnit = null, string? yUnit = null,
        bool logX = false, bool logY = false, string? colorLabel = null, string? alt = null) =>
        new XyChart("Chart.Scatter", XyMarks.Points, Sequences.Frame("Chart.Scatter", ("x", x), ("y", y), ("color", color), ("size", size)),
            "x", "y", new Titles(title, alt, xLabel, yLabel, xUnit, yUnit, logX, logY))
        {
            Color = color is null ? null : "color", Size = size is null ? null : "size", LegendTitle = colorLabel,
        }.Draw();
}
