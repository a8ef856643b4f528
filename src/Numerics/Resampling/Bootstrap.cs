using System.Buffers;
using System.Collections.Immutable;
using MarketingNotebooks.Numerics.Distributions;

namespace MarketingNotebooks.Numerics.Resampling;

/// <summary>A statistic of some of the rows, e.g. their mean.</summary>
/// <param name="rows">Row numbers, with repetitions. Only to be read during the call, which may come from several threads at once.</param>
public delegate double RowStatistic(ReadOnlySpan<int> rows);

/// <summary>What <see cref="Bootstrap"/> found. Immutable.</summary>
/// <param name="Estimate">The statistic of the rows themselves.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="StandardError">Standard deviation of the resampled statistics.</param>
/// <param name="Bias">Mean of the resampled statistics less the estimate.</param>
/// <param name="Resampled">All resampled statistics, rising.</param>
public sealed record BootstrapResult(double Estimate, double Low, double High, double StandardError, double Bias,
    ImmutableArray<double> Resampled);

/// <summary>Confidence intervals for any statistic, by drawing rows with replacement.</summary>
/// <remarks>Cost: resamples + rows (for BCa's jackknife; at most 10,000) calls of the statistic. Rows must be independent: resample customers, not
/// orders. Not for extremes
/// (maximum, very high quantiles). Sources: Efron (1987), JASA 82; Efron and Tibshirani (1993), An Introduction to the Bootstrap, ch.
/// 14.</remarks>
public static class Bootstrap
{
    /// <summary>Calls for the jackknife: with more rows than this, groups of rows are left out at a time.</summary>
    private const int MostLeftOut = 10_000;

    /// <summary>Interval for a statistic of row numbers.</summary>
    /// <param name="rows">Number of rows. Range: ≥ 2.</param>
    /// <param name="statistic">Thread-safe.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at between resamples.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, a statistic that is NaN, or an option outside its range.</exception>
    public static BootstrapResult Run(int rows, RowStatistic statistic, ResamplingOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new ResamplingOptions();
        options.Check();
        if (rows < 2) throw new ArgumentException($"Bootstrap.Run needs at least 2 rows. Got {rows}.");
        int[] all = [.. Enumerable.Range(0, rows)];
        var estimate = Checked(statistic(all));
        var resampled = new double[options.Resamples];
        Parallelism.For(options.Resamples, Parallelism.Chunk(options.Resamples, 4.0 * rows), (start, end) =>
        {
            var drawn = new int[rows];
            for (var b = start; b < end; b++)
            {
                var rng = Rng.Stream(options.Seed, b);
                for (var i = 0; i < rows; i++) drawn[i] = rng.Next(rows);
                resampled[b] = Checked(statistic(drawn));
            }
        }, options.Threads, cancellationToken);
        Array.Sort(resampled);
        var tail = (1 - options.Confidence) / 2;
        var (low, high) = options.Interval == BootstrapInterval.Percentile ? (tail, 1 - tail)
            : Corrected(resampled, estimate, Jackknife(rows, statistic, options, cancellationToken), tail);
        var moments = Moments.Of(resampled);
        return new BootstrapResult(estimate, OrderStatistics.Quantile(resampled, low), OrderStatistics.Quantile(resampled, high),
            moments.StdDev, moments.Mean - estimate, [.. resampled]);
    }

    /// <summary>Interval for a statistic of values.</summary>
    /// <inheritdoc cref="Run(int, RowStatistic, ResamplingOptions?, CancellationToken)"/>
    /// <param name="values">At least two, independent.</param>
    /// <param name="statistic">Of the drawn values; thread-safe. Only to read them during the call.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at between resamples.</param>
    public static BootstrapResult Run(IReadOnlyList<double> values, ValueStatistic statistic, ResamplingOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Run(values.Count, rows =>
        {
            var drawn = ArrayPool<double>.Shared.Rent(rows.Length);
            for (var i = 0; i < rows.Length; i++) drawn[i] = values[rows[i]];
            var value = statistic(drawn.AsSpan(0, rows.Length));
            ArrayPool<double>.Shared.Return(drawn);
            return value;
        }, options, cancellationToken);

    /// <summary>A statistic of values, e.g. <c>values => OrderStatistics.Median(…)</c>.</summary>
    /// <param name="values">Drawn values. Only to be read during the call.</param>
    public delegate double ValueStatistic(ReadOnlySpan<double> values);

    /// <summary>The statistic without each row in turn, or of many rows without each of <see cref="MostLeftOut"/> random groups of them: the
    /// skewness of group means times the root of their number is that of the rows.</summary>
    private static double[] Jackknife(int rows, RowStatistic statistic, ResamplingOptions options, CancellationToken token)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        var groups = Math.Min(rows, MostLeftOut);
        if (groups < rows) Rng.Stream(options.Seed, options.Resamples).Shuffle(order.AsSpan());
        var without = new double[groups];
        Parallelism.For(groups, Parallelism.Chunk(groups, 4.0 * rows), (start, end) =>
        {
            var kept = new int[rows];
            for (var group = start; group < end; group++)
            {
                var (from, to) = ((int)((long)group * rows / groups), (int)((long)(group + 1) * rows / groups));
                order.AsSpan(0, from).CopyTo(kept);
                order.AsSpan(to).CopyTo(kept.AsSpan(from));
                without[group] = Checked(statistic(kept.AsSpan(0, rows - to + from)));
            }
        }, options.Threads, token);
        return without;
    }

    /// <summary>BCa's shares: Φ(z₀ + (z₀ + z)/(1 − a(z₀ + z))).</summary>
    private static (double Low, double High) Corrected(double[] sorted, double estimate, double[] without, double tail)
    {
        var normal = new Normal();
        var below = 0.0;
        foreach (var value in sorted) below += value < estimate ? 1 : value == estimate ? 0.5 : 0; // ties count half
        var share = below / sorted.Length;
        // A statistic that lies outside its own resamples, or never varies: nothing to correct with.
        if (share is <= 0 or >= 1) return (tail, 1 - tail);
        var bias = normal.Quantile(share);
        var mean = without.Average();
        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in without)
        {
            var d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }
        var acceleration = squares == 0 ? 0 : cubes / (6 * Math.Pow(squares, 1.5));
        return (Share(normal.Quantile(tail)), Share(normal.Quantile(1 - tail)));

        double Share(double z) => normal.Cdf(bias + (bias + z) / (1 - acceleration * (bias + z)));
    }

    private static double Checked(double value) => !double.IsNaN(value) ? value
        : throw new ArgumentException("Bootstrap needs a statistic that is never NaN. Got NaN for a resample. Let it return a number where its rows allow none.");
}
