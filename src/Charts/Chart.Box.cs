using System.Collections;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>Median, quartiles, whiskers to the last value within 1.5 interquartile ranges (Tukey 1977) and outliers. Above 50,000 rows the
    /// figure holds only these numbers and says how many outliers it leaves out.</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="y">Column of numbers.</param>
    /// <param name="x">Column of categories; each gets a box. Default: one box.</param>
    /// <param name="color">Column of categories; boxes stand side by side. Default: one colour.</param>
    /// <param name="facet">Column of categories (at most 16); each gets a panel. Default: one panel.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: the column's name.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: the column's name.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="logY">A logarithmic vertical axis. Default: false.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column or one of a wrong kind.</exception>
    public static Figure Box(DataFrame frame, string y, string? x = null, string? color = null, string? facet = null, string? title = null,
        string? xLabel = null, string? yLabel = null, string? xUnit = null, string? yUnit = null, bool logY = false, string? alt = null) =>
        new BoxChart(frame, x, y, new Titles(title, alt, xLabel, yLabel, xUnit, yUnit, LogY: logY)) { Color = color, Facet = facet }.Draw();

    /// <summary>Boxes of a sequence, one a category of <paramref name="x"/>.</summary>
    /// <param name="y">Numbers; null and NaN are left out.</param>
    /// <param name="x">Categories, as many as <paramref name="y"/>. Default: one box.</param>
    /// <param name="title">What the chart shows. Default: written from the labels.</param>
    /// <param name="xLabel">Label of the horizontal axis. Default: x.</param>
    /// <param name="yLabel">Label of the vertical axis. Default: y.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="logY">A logarithmic vertical axis. Default: false.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">Lengths differ or values cannot be drawn.</exception>
    public static Figure Box<TY>(IEnumerable<TY> y, IEnumerable? x = null, string? title = null, string? xLabel = null, string? yLabel = null,
        string? yUnit = null, bool logY = false, string? alt = null) =>
        new BoxChart(Sequences.Frame("Chart.Box", ("y", y), ("x", x)), x is null ? null : "x", "y",
            new Titles(title, alt, xLabel, yLabel, YUnit: yUnit, LogY: logY)).Draw();
}
