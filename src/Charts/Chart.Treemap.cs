using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>Tiles within tiles, their area the sum of a column.</summary>
    /// <param name="frame">Where the columns are.</param>
    /// <param name="path">Columns from the outermost tiles inwards, e.g. <c>["segment", "channel"]</c>.</param>
    /// <param name="values">Column of numbers ≥ 0, summed. Default: counts of rows.</param>
    /// <param name="color">Column of numbers; a tile takes the mean, weighted by values. Default: a colour an outermost tile.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="unit">Unit of the values. Default: none.</param>
    /// <param name="colorUnit">Unit of the colour bar. Default: none.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, a negative value, or a total of 0.</exception>
    public static Figure Treemap(DataFrame frame, IReadOnlyList<string> path, string? values = null, string? color = null, string? title = null,
        string? unit = null, string? colorUnit = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return PartsChart.Treemap(new Sketch("Chart.Treemap", new Titles(title, alt)), frame, path, values, color, colorUnit, unit);
    }
}
