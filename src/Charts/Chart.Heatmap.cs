using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts;

public static partial class Chart
{
    /// <summary>A cell for each pair of x and y, coloured by z or by the number of rows. Diverging colours when values lie on both sides of zero.</summary>
    /// <param name="frame">A long frame; with z one row a cell.</param>
    /// <param name="x">Column of any kind; its distinct values become columns (numbers and times in rising order).</param>
    /// <param name="y">Column of any kind; its distinct values become rows, the first on top.</param>
    /// <param name="z">Column of numbers. Default: counts of rows.</param>
    /// <param name="format">.NET format of the numbers in cells, such as <c>0.0%</c>. Default: about three figures.</param>
    /// <param name="text">Numbers written into cells. Default: up to 400 cells.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the columns.</param>
    /// <param name="xLabel">Label of the columns. Default: the column's name.</param>
    /// <param name="yLabel">Label of the rows. Default: the column's name.</param>
    /// <param name="zLabel">Label of the colour bar. Default: the column's name.</param>
    /// <param name="xUnit">Unit behind the label. Default: none.</param>
    /// <param name="yUnit">Unit behind the label. Default: none.</param>
    /// <param name="zUnit">Unit behind the colour bar's label. Default: none.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No such column, one of a wrong kind, or several rows for one cell.</exception>
    public static Figure Heatmap(DataFrame frame, string x, string y, string? z = null, string? format = null, bool? text = null,
        string? title = null, string? xLabel = null, string? yLabel = null, string? zLabel = null, string? xUnit = null, string? yUnit = null,
        string? zUnit = null, string? alt = null)
    {
        var chart = HeatmapChart.Of(frame, x, y, z, new Titles(title, alt, xLabel, yLabel, xUnit, yUnit));
        return (chart with { Format = format, Text = text, ZLabel = Titles.Label(zLabel ?? chart.ZLabel, zUnit) }).Draw();
    }

    /// <summary>A matrix as coloured cells with its first row on top.</summary>
    /// <param name="values">Shape (rows, columns); NaN leaves a cell empty.</param>
    /// <param name="rows">A name a row. Default: 1, 2, 3, ….</param>
    /// <param name="columns">A name a column. Default: 1, 2, 3, ….</param>
    /// <param name="format">.NET format of the numbers in cells. Default: about three figures.</param>
    /// <param name="text">Numbers written into cells. Default: up to 400 cells.</param>
    /// <param name="title">What the chart shows, best the finding. Default: written from the labels.</param>
    /// <param name="xLabel">Label of the columns. Default: none.</param>
    /// <param name="yLabel">Label of the rows. Default: none.</param>
    /// <param name="zLabel">Label of the colour bar. Default: none.</param>
    /// <param name="zUnit">Unit behind the colour bar's label. Default: none.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">An empty matrix, or a wrong number of names.</exception>
    public static Figure Heatmap(double[,] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null, string? format = null,
        bool? text = null, string? title = null, string? xLabel = null, string? yLabel = null, string? zLabel = null, string? zUnit = null,
        string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new HeatmapChart(values, rows?.ToArray() ?? Numbered(values.GetLength(0)), columns?.ToArray() ?? Numbered(values.GetLength(1)), new Titles(title, alt))
        {
            XLabel = xLabel ?? "", YLabel = yLabel ?? "", ZLabel = Titles.Label(zLabel ?? "", zUnit), Format = format, Text = text,
        }.Draw();
    }

    private static string[] Numbered(int count) => [.. Enumerable.Range(1, count).Select(each => $"{each}")];
}
