using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Quality;

namespace MarketingNotebooks.Charts.Quality;

public static partial class QualityCharts
{
    private const int MostPanels = 12;

    /// <summary>How columns go together: for each pair the strongest measure of the profile, without its sign.</summary>
    /// <param name="profile">A profile with at least one association.</param>
    /// <param name="title">What the chart shows. Default: names the strongest pair.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">The profile has no associations.</exception>
    public static Figure Associations(FrameProfile profile, string? title = null, string? alt = null)
    {
        var pairs = profile.Associations;
        if (pairs.RowCount == 0) throw new ArgumentException("QualityCharts.Associations needs a profile with associations. Got none: too few columns vary.");
        var (left, right, values) = (pairs.Text("left"), pairs.Text("right"), pairs.Column<double>("value"));
        string[] names = [.. profile.Columns.Select(each => each.Name).Where(name => left.ToStrings().Contains(name) || right.ToStrings().Contains(name))];
        var cells = new double[names.Length, names.Length];
        for (var i = 0; i < names.Length; i++)
            for (var j = 0; j < names.Length; j++) cells[i, j] = i == j ? 1 : double.NaN;
        for (var row = 0; row < pairs.RowCount; row++)
        {
            var (i, j, value) = (Array.IndexOf(names, left.Text(row)), Array.IndexOf(names, right.Text(row)), Math.Abs(values.Span[row]));
            if (!(cells[i, j] >= value)) cells[i, j] = cells[j, i] = value;
        }
        return Chart.Heatmap(cells, names, names, format: "0.00", alt: alt, zLabel: "strength",
            title: title ?? string.Create(CultureInfo.InvariantCulture, $"{left.Text(0)} and {right.Text(0)} go together most: {Math.Abs(values.Span[0]):0.00}"))
            .WithLayout(new { coloraxis = new { cmin = 0, cmax = 1 } });
    }

    /// <summary>What columns hold: a panel each, bars of equal width for numbers and the most frequent values for the rest; at most twelve columns.</summary>
    /// <param name="profile">A profile with rows.</param>
    /// <param name="columns">Names of columns. Default: the first twelve that have something to show.</param>
    /// <param name="title">What the chart shows. Default: the number of rows.</param>
    /// <exception cref="ArgumentException">No such column, or none with anything to show.</exception>
    public static Figure Distributions(FrameProfile profile, IEnumerable<string>? columns = null, string? title = null)
    {
        var chosen = (columns?.Select(name => profile[name]) ?? profile.Columns).Where(each => each.Numbers is not null || !each.Top.IsEmpty).Take(MostPanels).ToList();
        if (chosen.Count == 0) throw new ArgumentException("QualityCharts.Distributions needs a column with values. Got none.");
        return Figure.Grid([.. chosen.Select(Panel)], columns: Math.Min(3, chosen.Count), title: title ?? string.Create(CultureInfo.InvariantCulture, $"What {profile.Rows:N0} rows hold"));
    }

    /// <summary>How many rows break each expectation, most first; expectations that hold are left out.</summary>
    /// <param name="report">A report in which rows fail.</param>
    /// <param name="title">What the chart shows. Default: names the worst expectation.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">No row fails.</exception>
    public static Figure Failures(CheckReport report, string? title = null, string? alt = null)
    {
        var failed = report.Results.Where(each => !each.FailedRows.IsEmpty).OrderByDescending(each => each.FailedRows.Length).ToList();
        if (failed.Count == 0) throw new ArgumentException("QualityCharts.Failures needs a report in which rows fail. All expectations hold.");
        return Chart.Bar(failed.Select(each => each.Expectation.Text), failed.Select(each => each.FailedRows.Length), horizontal: true, values: true, xLabel: "expectation", yLabel: "failing rows",
            title: title ?? string.Create(CultureInfo.InvariantCulture, $"{failed[0].FailedRows.Length:N0} rows break '{failed[0].Expectation.Text}'"), alt: alt);
    }

    private static Figure Panel(ColumnProfile column)
    {
        if (column.Numbers is not { } numbers || column.Distinct <= column.Top.Length)
            return Chart.Bar(column.Top.Select(each => each.Value.Length > 18 ? each.Value[..17] + "…" : each.Value).Select((value, i) => value.Length == 0 ? $"(empty {i})" : value),
                column.Top.Select(each => each.Rows), title: column.Name, xLabel: column.Name, yLabel: "rows");
        var width = (numbers.Max - numbers.Min) / numbers.Histogram.Length;
        return Chart.Bar(numbers.Histogram.Select((_, bar) => numbers.Min + (bar + 0.5) * width), numbers.Histogram, title: column.Name, xLabel: column.Name, yLabel: "rows");
    }
}
