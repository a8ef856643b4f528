using MarketingNotebooks.Charts.Building;

namespace MarketingNotebooks.Charts.Cohorts;

/// <summary>Charts of cohorts.</summary>
public static class CohortCharts
{
    /// <summary>Retention by cohort and period: each row is a cohort, each column a period since its start, each cell the share still active.</summary>
    /// <param name="retention">Shape (cohorts, periods), shares in [0, 1]; NaN where the period has not come yet.</param>
    /// <param name="cohorts">A name a row, such as its month.</param>
    /// <param name="sizes">Customers in each cohort, written beside its name. Default: none.</param>
    /// <param name="firstPeriod">Number of the first column. Default: 0, the cohort's own period (usually 100 %).</param>
    /// <param name="periodUnit">What a period is. Default: month.</param>
    /// <param name="title">What the chart shows. Default: states mean retention one period after the start.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    /// <exception cref="ArgumentException">An empty matrix, a wrong number of names or sizes, or a share outside [0, 1].</exception>
    public static Figure CohortHeatmap(double[,] retention, IEnumerable<string> cohorts, IEnumerable<int>? sizes = null, int firstPeriod = 0,
        string periodUnit = "month", string? title = null, string? alt = null)
    {
        ArgumentNullException.ThrowIfNull(retention);
        var (rows, periods, names, counts) = (retention.GetLength(0), retention.GetLength(1), cohorts.ToArray(), sizes?.ToArray());
        if (names.Length != rows || (counts is not null && counts.Length != rows))
            throw new ArgumentException($"CohortCharts.CohortHeatmap needs a name (and size) for each of {rows} cohorts. Got {names.Length}{(counts is null ? "" : $" and {counts.Length}")}.");
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < periods; j++)
                if (retention[i, j] is < 0 or > 1)
                    throw new ArgumentException($"Retention must be in [0, 1]. Cohort '{names[i]}', column {j} is {retention[i, j]:R}. Divide by the cohort's size.");
        var labels = counts is null ? names : [.. names.Select((name, i) => $"{name} ({counts[i]:N0})")];
        var figure = Chart.Heatmap(retention, labels, Enumerable.Range(firstPeriod, periods).Select(period => $"{period}"), format: "0%",
            title: title ?? Finding(retention, firstPeriod, periodUnit), xLabel: $"{periodUnit}s since the first purchase", yLabel: counts is null ? "cohort" : "cohort (customers)",
            zLabel: "active", alt: alt);
        return figure.WithLayout(new { coloraxis = new { cmin = 0, cmax = Cap(retention, firstPeriod), colorbar = new { tickformat = ".0%" } } });
    }

    /// <summary>The first column is 100 % by definition and would flatten all other colours: the scale ends at the largest share after it.</summary>
    private static double Cap(double[,] retention, int firstPeriod)
    {
        var most = 0.0;
        for (var i = 0; i < retention.GetLength(0); i++)
            for (var j = firstPeriod == 0 ? 1 : 0; j < retention.GetLength(1); j++)
                if (double.IsFinite(retention[i, j])) most = Math.Max(most, retention[i, j]);
        return most > 0 ? Math.Min(1, Math.Ceiling(most * 20) / 20) : 1;
    }

    private static string Finding(double[,] retention, int firstPeriod, string unit)
    {
        var column = 1 - firstPeriod;
        if (column < 0 || column >= retention.GetLength(1)) return "Retention by cohort";
        var values = Enumerable.Range(0, retention.GetLength(0)).Select(row => retention[row, column]).Where(double.IsFinite).ToArray();
        return values.Length == 0 ? "Retention by cohort" : $"One {unit} after the first purchase {values.Average():0%} of a cohort are active on average";
    }
}
