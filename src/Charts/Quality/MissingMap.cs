using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Quality;

/// <summary>Charts of data quality.</summary>
public static partial class QualityCharts
{
    private const int MostRuns = 60;

    /// <summary>Where values are missing: a row a column of the frame, most gaps first, a column a stretch of rows, each cell the share missing there.</summary>
    /// <remarks>Even colour means values missing at random over the file; stripes mean a time or source that lost them. NaN counts as missing.</remarks>
    /// <param name="frame">Any frame with rows and columns.</param>
    /// <param name="onlyMissing">Leaves out columns that are complete. Default: false.</param>
    /// <param name="title">What the chart shows. Default: names the column with most gaps.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No rows or no columns; or nothing missing while <paramref name="onlyMissing"/>.</exception>
    public static Figure MissingMap(DataFrame frame, bool onlyMissing = false, string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var rows = frame.RowCount;
        if (rows == 0 || frame.ColumnCount == 0) throw new ArgumentException($"QualityCharts.MissingMap needs rows and columns. Got {rows} rows and {frame.ColumnCount} columns.");
        var runs = Math.Min(MostRuns, rows);
        var columns = frame.ColumnNames.Select(name => (Name: name, Gaps: Gaps(frame.Column(name), runs))).Select(each => (each.Name, each.Gaps, Total: each.Gaps.Sum()))
            .Where(each => !onlyMissing || each.Total > 0).OrderByDescending(each => each.Total).ToArray();
        if (columns.Length == 0) throw new ArgumentException("Nothing is missing in the frame. Call QualityCharts.MissingMap with onlyMissing: false to see it all.");
        var shares = new double[columns.Length, runs];
        for (var i = 0; i < columns.Length; i++)
            for (var run = 0; run < runs; run++) shares[i, run] = columns[i].Gaps[run] / (double)(End(run, runs, rows) - End(run - 1, runs, rows));
        var worst = columns[0];
        var finding = worst.Total == 0 ? $"No value is missing in {rows:N0} rows" : $"{worst.Name} has most gaps: {worst.Total / (double)rows:0.#%} of {rows:N0} rows";
        var figure = Chart.Heatmap(shares, columns.Select(each => $"{each.Name} ({each.Total / (double)rows:0.#%})"),
            Enumerable.Range(0, runs).Select(run => $"{End(run - 1, runs, rows) + 1:N0}–{End(run, runs, rows):N0}"), format: "0.#%", text: false,
            title: title ?? finding, xLabel: "rows", yLabel: "column (missing)", zLabel: "missing", alt: alt);
        return figure.WithLayout(new { coloraxis = new { cmin = 0, cmax = 1, colorscale = new object[][] { [0, Template.Light.Grid], [1, Template.Light.Colors[1]] }, colorbar = new { tickformat = ".0%" } }, xaxis = new { nticks = 8, tickangle = 0 } });
    }

    private static int End(int run, int runs, int rows) => (int)((run + 1L) * rows / runs);

    private static int[] Gaps(Column column, int runs)
    {
        var gaps = new int[runs];
        if (column.NullCount == 0 && column is not Column<double>) return gaps;
        for (var run = 0; run < runs; run++)
            for (var row = End(run - 1, runs, column.Length); row < End(run, runs, column.Length); row++)
                if (column.IsNull(row) || (column is Column<double> numbers && double.IsNaN(numbers.Span[row]))) gaps[run]++;
        return gaps;
    }
}
