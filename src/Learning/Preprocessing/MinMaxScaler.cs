using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Preprocessing;

/// <summary>Settings of <see cref="MinMaxScaler"/>.</summary>
public sealed record MinMaxScalerOptions
{
    /// <summary>What the least value becomes. Range: finite, below <see cref="High"/>. Default: 0.</summary>
    public double Low { get; init; }

    /// <summary>What the greatest value becomes. Range: finite, above <see cref="Low"/>. Default: 1.</summary>
    public double High { get; init; } = 1;
}

/// <summary>Columns stretched to a given interval.</summary>
/// <remarks>A constant column becomes <see cref="MinMaxScalerOptions.Low"/>. One outlier squeezes all other values together.
/// New rows may fall outside the interval. Cost: O(n·d).</remarks>
public static class MinMaxScaler
{
    /// <summary>Learns the least and greatest value of each column.</summary>
    /// <param name="rows">Shape (n, d), finite. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before the work.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite value, or an option outside its range.</exception>
    public static ScalerModel Fit(Matrix rows, MinMaxScalerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new MinMaxScalerOptions();
        FitChecks.Rows(rows, "MinMaxScaler.Fit");
        new OptionChecks(nameof(MinMaxScalerOptions))
            .Require(double.IsFinite(options.Low), nameof(options.Low), "finite", options.Low)
            .Require(options.High > options.Low && double.IsFinite(options.High), nameof(options.High),
                $"finite and above Low ({options.Low})", options.High)
            .ThrowIfAny();
        cancellationToken.ThrowIfCancellationRequested();
        var scales = Enumerable.Range(0, rows.Columns).Select(j => ColumnScale.MinMax(rows.Column(j))).ToArray();
        var width = options.High - options.Low;
        return new ScalerModel([.. scales.Select(scale => scale.Offset)], [.. scales.Select(scale => scale.Scale / width)], options.Low, rows.ColumnNames);
    }
}
