using System.Collections.Immutable;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>What one column's categories become. Immutable.</summary>
/// <param name="Column">The column.</param>
/// <param name="Overall">Mean of the target over all training rows: what a new category becomes.</param>
/// <param name="Means">The shrunk mean of each category.</param>
/// <param name="NullMean">The shrunk mean of rows without a value; <paramref name="Overall"/> when training had none.</param>
public sealed record TargetEncoding(string Column, double Overall, ImmutableDictionary<string, double> Means, double NullMean)
{
    internal static TargetEncoding Of(string column, RowKeys keys, double[] y, double? smoothing, Func<int, bool> seen)
    {
        var (counts, sums, squares) = (new int[keys.Names.Length], new double[keys.Names.Length], new double[keys.Names.Length]);
        var (n, total) = (0, 0.0);
        for (var row = 0; row < y.Length; row++)
        {
            if (!seen(row)) continue;
            counts[keys.Slots[row]]++;
            sums[keys.Slots[row]] += y[row];
            (n, total) = (n + 1, total + y[row]);
        }
        var overall = total / n;
        var spread = 0.0;
        for (var row = 0; row < y.Length; row++)
        {
            if (!seen(row)) continue;
            var slot = keys.Slots[row];
            var within = y[row] - sums[slot] / counts[slot];
            squares[slot] += within * within;
            spread += (y[row] - overall) * (y[row] - overall);
        }
        var means = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var missing = overall;
        for (var slot = 0; slot < counts.Length; slot++)
        {
            if (counts[slot] == 0) continue;
            // Empirical Bayes: the prior weighs as many rows as the variance within the category holds overall variances.
            var m = smoothing ?? (spread > 0 ? squares[slot] / counts[slot] / (spread / n) : 0);
            var mean = (sums[slot] + m * overall) / (counts[slot] + m);
            if (keys.Names[slot] is { } name) means[name] = mean;
            else missing = mean;
        }
        return new TargetEncoding(column, overall, means.ToImmutable(), missing);
    }

    internal double[] Encode(RowKeys keys) => keys.Look(key => key is null ? NullMean : Means.TryGetValue(key, out var mean) ? mean : Overall);
}
