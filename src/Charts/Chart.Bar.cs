using System.Collections;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>A bar a row, or bars that count rows when no y is named.</summary>
    /// <param name="frame">Where the columns are. With y: one row for each x (and colour and facet).</param>
    /// <param name="x">Column of any kind that places the bars.</param>
    /// <param name="y">Column of numbers that gives their length. Default: the number of rows.</param>
    /// <param name="color">Column of categories. Default: one colour.</param>
    /// <param name="facet">Column of categories (at most 16); each gets a panel. Default: one panel.</param>
    /// <param name="mode">How bars of several colours stand. Default: grouped.</param>
    /// <param name="horizontal">Bars from left to right, first on top; for long names. Default: false.</param>
    /// <param name="sort">Longest first (text x only). Default: false, in the order of the column's dictionary.</param>
    /// <param name="values">The value written at each bar. Default: false.</param>
    /// <param name="hover">Further columns shown beside the pointer. Default: none.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="xLabel">Label of x, on whichever axis it lies. Default: the column's name.</param>
    /// <param name="yLabel">Label of y. Default: the column's name.</param>
    /// <param name="xUnit">Unit behind the label of x. Default: none.</param>
    /// <param name="yUnit">Unit behind the label of y. Default: none.</param>
    /// <param name="logY">Logarithmic lengths. Default: false.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, one of a wrong kind, or several rows for one bar.</exception>
    public static Figure Bar(DataFrame frame, string x, string? y = null, string? color = null, string? facet = null,
        BarMode mode = BarMode.Grouped, bool horizontal = false, bool sort = false, bool values = false, IReadOnlyList<string>? hover = null,
        string? title = null, string? xLabel = null, string? yLabel = null, string? xUnit = null, string? yUnit = null, bool logY = false,
        string? alt = null) =>
        new BarChart(frame, x, y, new Titles(title, alt, xLabel, yLabel, xUnit, yUnit, LogY: logY))
        {
            Color = color, Facet = facet, Mode = mode, Horizontal = horizontal, Sort = sort, Values = values, Hover = hover,
        }.Draw();

    /// <summary>A bar a pair of values.</summary>
    /// <param name="x">Text, numbers or times that place the bars; each once (a colour).</param>
    /// <param name="y">Lengths, as many as <paramref name="x"/>.</param>
    /// <param name="color">Categories, as many again. Default: one colour.</param>
    /// <param name="mode">How bars of several colours stand. Default: grouped.</param>
    /// <param name="horizontal">Bars from left to right. Default: false.</param>
    /// <param name="sort">Longest first (text x only). Default: false.</param>
    /// <param name="values">The value written at each bar. Default: false.</param>
    /// <param name="title">What the chart shows. Default: written from the labels.</param>
    /// <param name="xLabel">Label of x. Default: x.</param>
    /// <param name="yLabel">Label of y. Default: y.</param>
    /// <param name="xUnit">Unit behind the label of x. Default: none.</param>
    /// <param name="yUnit">Unit behind the label of y. Default: none.</param>
    /// <param name="logY">Logarithmic lengths. Default: false.</param>
    /// <param name="colorLabel">Title of the legend. Default: color.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ, values cannot be drawn, or several values for one bar.</exception>
    public static Figure Bar<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable? color = null, BarMode mode = BarMode.Grouped,
        bool horizontal = false, bool sort = false, bool values = false, string? title = null, string? xLabel = null, string? yLabel = null,
        string? xUnit = null, string? yUnit = null, bool logY = false, string? colorLabel = null, string? alt = null) =>
        new BarChart(Sequences.Frame("Chart.Bar", ("x", x), ("y", y), ("color", color)), "x", "y",
            new Titles(title, alt, xLabel, yLabel, xUnit, yUnit, LogY: logY))
        {
            Color = color is null ? null : "color", Mode = mode, Horizontal = horizontal, Sort = sort, Values = values, LegendTitle = colorLabel,
        }.Draw();
}
