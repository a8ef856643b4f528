using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Preprocessing;

/// <summary>Settings of <see cref="RobustScaler"/>.</summary>
public sealed record RobustScalerOptions
{
    /// <summary>Lower end of the spread. Range: [0, <see cref="UpperQuantile"/>). Default: 0.25.</summary>
    public double LowerQuantile { get; init; } = 0.25;

    /// <summary>Upper end of the spread. Range: (<see cref="LowerQuantile"/>, 1]. Default: 0.75.</summary>
    public double UpperQuantile { get; init; } = 0.75;
}

/// <summary>Columns less their median, divided by the distance between two quantiles: outliers hardly matter.</summary>
/// <remarks>A column whose quantiles coincide keeps scale 1. Quantiles interpolate linearly (Hyndman and Fan's type 7).
/// Cost: O(d·n log n).</remarks>
public static class RobustScaler
{
    /// <summary>Learns median and quantiles of each column.</summary>
    /// <param name="rows">Shape (n, d), finite. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before each column.</param>
    /// <exception cref="ArgumentException">No rows, a non-finite value, or an option outside its range.</exception>
    public static ScalerModel Fit(Matrix rows, RobustScalerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new RobustScalerOptions();
        FitChecks.Rows(rows, "RobustScaler.Fit");
        new OptionChecks(nameof(RobustScalerOptions))
            .Require(options.LowerQuantile >= 0 && options.LowerQuantile < options.UpperQuantile, nameof(options.LowerQuantile),
                $"in [0, UpperQuantile ({options.UpperQuantile}))", options.LowerQuantile)
            .Require(options.UpperQuantile <= 1, nameof(options.UpperQuantile), "at most 1", options.UpperQuantile)
            .ThrowIfAny();
        var medians = new double[rows.Columns];
        var spreads = new double[rows.Columns];
        for (var j = 0; j < medians.Length; j++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var column = rows.Column(j);
            Array.Sort(column);
            (medians[j], spreads[j]) = ColumnScale.Robust(column, options.LowerQuantile, options.UpperQuantile);
        }
        return new ScalerModel([.. medians], [.. spreads], 0, rows.ColumnNames);
    }
}
