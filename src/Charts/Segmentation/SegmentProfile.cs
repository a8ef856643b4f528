using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Building;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Segmentation;

public static partial class SegmentationCharts
{
    /// <summary>How each segment differs from the average customer: standardised means as cells, blue below, red above.</summary>
    /// <param name="means">Shape (segments, features): mean of the feature in the segment less the mean of all, divided by the standard deviation of all.</param>
    /// <param name="segments">A name a row.</param>
    /// <param name="features">A name a column.</param>
    /// <param name="raw">Shape (segments, features): the means in their own units, shown beside the pointer. Default: none.</param>
    /// <param name="title">What the chart shows. Default: names the largest deviation.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">An empty matrix, a wrong number of names, or raw means of another shape.</exception>
    public static Figure SegmentProfile(double[,] means, IEnumerable<string> segments, IEnumerable<string> features, double[,]? raw = null, string? title = null,
        string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(means);
        var (rows, columns) = (segments.ToArray(), features.ToArray());
        if (raw is not null && (raw.GetLength(0) != means.GetLength(0) || raw.GetLength(1) != means.GetLength(1)))
            throw new ArgumentException($"SegmentationCharts.SegmentProfile needs raw means of the shape of means, {means.GetLength(0)} × {means.GetLength(1)}. Got {raw.GetLength(0)} × {raw.GetLength(1)}.");
        var figure = Chart.Heatmap(means, rows, columns, format: "+0.00;−0.00;0.00", title: title ?? Finding(means, rows, columns), xLabel: "feature", yLabel: "segment",
            zLabel: "standard deviations from the mean", alt: alt);
        return (raw is null ? figure : WithRaw(figure, raw)).WithLayout(new { coloraxis = new { cmid = 0 } }).WithSize(height: figure.Layout["height"].AsNumber() is { } height ? (int)height + 30 + 8 * Math.Min(rows.Length, 20) : null);
    }

    /// <summary>The same from a table of customers: means by segment, standardised by mean and standard deviation of all customers.</summary>
    /// <param name="customers">One row a customer.</param>
    /// <param name="segment">Column that holds the segment: text, booleans or a cluster's label. Customers without one are left out and counted in a footnote.</param>
    /// <param name="features">Columns of numbers or booleans (as 1 and 0); missing values are left out of a feature's means. A feature without spread is 0 everywhere.</param>
    /// <param name="title">What the chart shows. Default: names the largest deviation.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <returns>Rows in the order of the segments' names, with the number of customers; the means in their own units stand beside the pointer.</returns>
    /// <exception cref="ArgumentException">No such column, one of a wrong kind, no features or no customers.</exception>
    public static Figure SegmentProfile(DataFrame customers, string segment, IEnumerable<string> features, string? title = null, string? alt = null)
    {
        const string name = "SegmentationCharts.SegmentProfile";
        var names = features.ToArray();
        if (names.Length == 0) throw new ArgumentException($"{name} needs at least one feature. Got none.");
        var kinds = Channel.Of(name, "segment", customers, segment, Takes.Any).AsCategory();
        var rows = Enumerable.Range(0, kinds.Length).Where(row => !kinds.IsMissing(row)).ToArray();
        if (rows.Length == 0) throw new ArgumentException($"{name} needs customers with a segment. Got {kinds.Length:N0} rows, none with '{segment}'.");
        var groups = rows.GroupBy(row => kinds.Text(row)!).ToArray();
        // Numbers are in rising order already; names are sorted, so that "persona 1" is on top whoever comes first in the table.
        groups = [.. customers.Schema[segment].Kind == ColumnKind.Text ? groups.OrderBy(group => group.Key, StringComparer.Ordinal) : groups.OrderBy(group => kinds.Codes[group.First()])];
        var (means, raw) = (new double[groups.Length, names.Length], new double[groups.Length, names.Length]);
        for (var j = 0; j < names.Length; j++)
        {
            var values = Feature(name, customers, names[j]);
            var (mean, deviation) = Moments(rows.Select(row => values[row]));
            for (var i = 0; i < groups.Length; i++)
            {
                raw[i, j] = Moments(groups[i].Select(row => values[row])).Mean;
                means[i, j] = deviation > 0 ? (raw[i, j] - mean) / deviation : raw[i, j] - mean;
            }
        }
        var figure = SegmentProfile(means, groups.Select(group => $"{group.Key} ({group.Count():N0})"), names.Select(Titles.Words), raw,
            title ?? Finding(means, [.. groups.Select(group => customers.Schema[segment].Kind == ColumnKind.Text ? group.Key : $"{Titles.Words(segment)} {group.Key}")], names), alt);
        return figure.WithLayout(new { yaxis = new { title = new { text = $"{Titles.Words(segment)} (customers)" } }, xaxis = new { title = new { text = Unplaced(kinds.Length - rows.Length) } } });
    }

    /// <summary>A column's numbers; 1 and 0 for true and false, whose mean is a share.</summary>
    private static double[] Feature(string chart, DataFrame customers, string column) => customers.Schema.Names.Contains(column) && customers.Schema[column].Kind == ColumnKind.Boolean
        ? customers[column].ToDoubles() : Channel.Of(chart, "features", customers, column, Takes.Number).Numbers.ToArray();

    private static string Unplaced(int customers) => customers == 0 ? "feature" : $"feature ({customers:N0} customers without a segment left out)";

    /// <summary>Mean and standard deviation of the values that are there.</summary>
    private static (double Mean, double Deviation) Moments(IEnumerable<double> values)
    {
        var known = values.Where(double.IsFinite).ToArray();
        if (known.Length == 0) return (double.NaN, double.NaN);
        var mean = known.Average();
        return (mean, Math.Sqrt(known.Average(value => (value - mean) * (value - mean))));
    }

    private static Figure WithRaw(Figure figure, double[,] raw)
    {
        var root = figure.ToNode();
        var cells = (JsonObject)root["data"]![0]!;
        cells["customdata"] = JsonArrays.Of(raw);
        cells["hovertemplate"] = "%{y}<br>%{x}: %{customdata:,.4~g}<br>%{text} standard deviations from the mean<extra></extra>";
        return Figure.Owning(root);
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
