using System.Collections;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>How often values occur, in equal bins with round edges. Above 50,000 rows the figure holds only the counts.</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="x">Column of numbers or times. (Counts of text: <see cref="Bar(DataFrame, string, string?, string?, string?, BarMode, bool, bool, bool, IReadOnlyList{string}?, string?, string?, string?, string?, string?, bool, string?)"/> without y.)</param>
    /// <param name="color">Column of categories. Default: one colour.</param>
    /// <param name="facet">Column of categories (at most 16); each gets a panel. Default: one panel.</param>
    /// <param name="bins">About how many bins. Range: 1 to 1,000. Default: by the rule of Freedman and Diaconis, 8 to 80.</param>
    /// <param name="share">Per cent of the rows of each colour instead of counts. Default: false.</param>
    /// <param name="mode">How colours stand. Default: stacked; <see cref="BarMode.Overlaid"/> compares shapes.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the column.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: the column's name.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: rows.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="logY">Logarithmic counts. Default: false.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, one of a wrong kind, or no value.</exception>
    public static Figure Histogram(DataFrame frame, string x, string? color = null, string? facet = null, int? bins = null, bool share = false,
        BarMode mode = BarMode.Stacked, string? title = null, string? xLabel = null, string? yLabel = null, string? xUnit = null,
        bool logY = false, string? alt = null) =>
        new HistogramChart(frame, x, new Titles(title, alt, xLabel, yLabel, xUnit, LogY: logY))
        {
            Color = color, Facet = facet, BinCount = bins, Share = share, Mode = mode,
        }.Draw();

    /// <summary>How often values of a sequence occur.</summary>
    /// <param name="x">Numbers or times; null and NaN are left out.</param>
    /// <param name="color">Categories, as many as <paramref name="x"/>. Default: one colour.</param>
    /// <param name="bins">About how many bins. Range: 1 to 1,000. Default: by rule.</param>
    /// <param name="share">Per cent instead of counts. Default: false.</param>
    /// <param name="mode">How colours stand. Default: stacked.</param>
    /// <param name="title">What the chart shows. Default: written from the label.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: x.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="logY">Logarithmic counts. Default: false.</param>
    /// <param name="colorLabel">Title of the legend. Default: color.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No value, lengths differ or values cannot be drawn.</exception>
    public static Figure Histogram<TX>(IEnumerable<TX> x, IEnumerable? color = null, int? bins = null, bool share = false,
        BarMode mode = BarMode.Stacked, string? title = null, string? xLabel = null, string? xUnit = null, bool logY = false,
        string? colorLabel = null, string? alt = null) =>
        new HistogramChart(Sequences.Frame("Chart.Histogram", ("x", x), ("color", color)), "x", new Titles(title, alt, xLabel, XUnit: xUnit, LogY: logY))
        {
            Color = color is null ? null : "color", BinCount = bins, Share = share, Mode = mode, LegendTitle = colorLabel,
        }.Draw();
}
