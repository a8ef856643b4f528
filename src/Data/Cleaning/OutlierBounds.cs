using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>What a column's values must lie between, by group and over all rows; on the logarithmic scale where the rule is.</summary>
internal sealed record OutlierBounds(string Column, bool Log, (double Low, double High) Overall, Dictionary<string, (double Low, double High)> Groups)
{
    /// <summary>An outlier and the bounds that it breaks, in the column's units.</summary>
    internal readonly record struct Cell(int Row, double Value, double Low, double High);

    public static OutlierBounds Fit(DataFrame training, string name, RowKeys keys, OutliersOptions options)
    {
        var values = Values(training, name, options.Log);
        var groups = new Dictionary<string, (double, double)>(StringComparer.Ordinal);
        if (options.Within.Count > 0)
            foreach (var group in Enumerable.Range(0, values.Length).GroupBy(row => keys.Slots[row]))
                if (keys.Names[group.Key] is { } key) groups[key] = Of(NumberCells.Sorted([.. group.Select(row => values[row])]), options);
        return new OutlierBounds(name, options.Log, Of(NumberCells.Sorted(values), options), groups);
    }

    /// <summary>Every value outside its bounds.</summary>
    public IEnumerable<Cell> Outside(DataFrame frame, RowKeys keys)
    {
        var raw = NumberCells.Of(frame, Column, "OutliersModel");
        var bounds = keys.Look(key => key is not null && Groups.TryGetValue(key, out var own) ? own : Overall);
        for (var row = 0; row < raw.Length; row++)
        {
            if (double.IsNaN(raw[row])) continue;
            var value = Log ? Logarithm(raw[row]) : raw[row];
            var (low, high) = bounds[row];
            if (value < low || value > high) yield return new Cell(row, raw[row], Log ? Math.Exp(low) : low, Log ? Math.Exp(high) : high);
        }
    }

    private static double[] Values(DataFrame frame, string name, bool log)
    {
        // An infinite value is an outlier by any rule, and would spoil the mean that the others are measured by.
        var values = Array.ConvertAll(NumberCells.Of(frame, name, "Outliers.Fit"), value => double.IsFinite(value) ? value : double.NaN);
        return log ? Array.ConvertAll(values, value => value > 0 ? Math.Log(value) : double.NaN) : values;
    }

    private static double Logarithm(double value) => value > 0 ? Math.Log(value) : double.NegativeInfinity;

    private static (double Low, double High) Of(double[] sorted, OutliersOptions options)
    {
        if (sorted.Length == 0) return (double.NegativeInfinity, double.PositiveInfinity);
        var (center, below, above) = options.Rule switch
        {
            OutlierRule.Iqr => Quartiles(sorted, options.Cut ?? 1.5),
            OutlierRule.ZScore => Even(Moments.Of(sorted).Mean, (options.Cut ?? 3) * Moments.Of(sorted).StdDev),
            _ => Even(OrderStatistics.Median(sorted), (options.Cut ?? 3.5) * Spread(sorted)),
        };
        return below > 0 || above > 0 ? (center - below, center + above) : (double.NegativeInfinity, double.PositiveInfinity);
    }

    private static (double Center, double Below, double Above) Even(double center, double reach) => (center, reach, reach);

    private static (double Center, double Below, double Above) Quartiles(double[] sorted, double cut)
    {
        var (first, third, median) = (OrderStatistics.Quantile(sorted, 0.25), OrderStatistics.Quantile(sorted, 0.75), OrderStatistics.Median(sorted));
        var reach = cut * (third - first);
        return reach > 0 ? (median, median - first + reach, third - median + reach) : (median, 0, 0);
    }

    private static double Spread(double[] sorted)
    {
        var median = OrderStatistics.Median(sorted);
        var mad = OrderStatistics.Mad(sorted, median) * OrderStatistics.MadToDeviation;
        return mad > 0 ? mad : 1.2533141373155003 * sorted.Average(value => Math.Abs(value - median)); // √(π/2)
    }
}
