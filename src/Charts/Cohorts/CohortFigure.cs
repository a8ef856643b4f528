using MarketingNotebooks.Data.Text;
using MarketingNotebooks.Marketing.Cohorts;

namespace MarketingNotebooks.Charts.Cohorts;

/// <summary>Charts of fitted cohorts, as verbs.</summary>
public static class CohortFigure
{
    /// <summary>Retention by cohort and age as a heatmap.</summary>
    /// <param name="cohorts">The cohorts.</param>
    /// <param name="title">What the chart shows. Default: written from the data.</param>
    /// <param name="alt">Alt text. Default: written from the data.</param>
    public static Figure Heatmap(this CohortRetention cohorts, string? title = null, string? alt = null)
    {
        var matrix = cohorts.Matrix;
        var ages = matrix.ColumnNames.Skip(2).Select(age => matrix[age].ToDoubles()).ToArray();
        var retention = new double[matrix.RowCount, ages.Length];
        for (var row = 0; row < matrix.RowCount; row++)
            for (var age = 0; age < ages.Length; age++) retention[row, age] = ages[age][row];
        var format = cohorts.Period == CohortPeriod.Week ? "yyyy-MM-dd" : "yyyy-MM";
        return CohortCharts.CohortHeatmap(retention, Enumerable.Range(0, matrix.RowCount).Select(row => matrix.Value<DateTime>("cohort", row).ToString(format)),
            matrix.Column<long>("size").Span.ToArray().Select(size => (int)size), periodUnit: cohorts.Period.ToString().ToLowerInvariant(), title: title, alt: alt);
    }
}
