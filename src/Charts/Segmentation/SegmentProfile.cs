using MarketingNotebooks.Charts.Building;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    /// <summary>How each segment differs from the average customer: standardised means as cells, blue below, red above.</summary>
    /// <param name="means">Shape (segments, features): mean of the feature in the segment less the mean of all, divided by the standard deviation of all.</param>
    /// <param name="segments">A name a row.</param>
    /// <param name="features">A name a column.</param>
    /// <param name="title">What the chart shows. Default: names the largest deviation.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">An empty matrix, or a wrong number of names.</exception>
    public static Figure SegmentProfile(double[,] means, IEnumerable<string> segments, IEnumerable<string> features, string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(means);
        var (rows, columns) = (segments.ToArray(), features.ToArray());
        var figure = Chart.Heatmap(means, rows, columns, format: "+0.00;−0.00;0.00", title: title ?? Finding(means, rows, columns), xLabel: "feature", yLabel: "segment",
            zLabel: "standard deviations from the mean", alt: alt);
        return figure.WithLayout(new { coloraxis = new { cmid = 0 } });
    }

    private static string Finding(double[,] means, string[] rows, string[] columns)
    {
        var (row, column) = (-1, -1);
        for (var i = 0; i < Math.Min(means.GetLength(0), rows.Length); i++)
            for (var j = 0; j < Math.Min(means.GetLength(1), columns.Length); j++)
                if (double.IsFinite(means[i, j]) && (row < 0 || Math.Abs(means[i, j]) > Math.Abs(means[row, column]))) (row, column) = (i, j);
        return row < 0 ? "Segments against the average customer"
            : $"{rows[row]} stands out by {Titles.Words(columns[column])}: {Math.Abs(means[row, column]):0.0} standard deviations {(means[row, column] < 0 ? "below" : "above")} average";
    }
}
