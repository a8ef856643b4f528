using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Preprocessing;

/// <summary>Settings of <see cref="StandardScaler"/>.</summary>
public sealed record StandardScalerOptions
{
    /// <summary>Take the mean from each column. Default: true.</summary>
    public bool Center { get; init; } = true;

    /// <summary>Divide each column by its standard deviation. Default: true.</summary>
    public bool Scale { get; init; } = true;
}

/// <summary>z-scores: columns of mean 0 and (population) standard deviation 1.</summary>
/// <remarks>A constant column becomes 0: its scale is 1. Outliers move both mean and deviation: see <see cref="RobustScaler"/>.
/// Cost: O(n·d).</remarks>
public static class StandardScaler
{
    /// <summary>Learns mean and deviation of each column.</summary>
    /// <param name="rows">Shape (n, d), finite. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Looked at before the work.</param>
    /// <exception cref="ArgumentException">No rows, or a non-finite value.</exception>
    public static ScalerModel Fit(Matrix rows, StandardScalerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new StandardScalerOptions();
        FitChecks.Rows(rows, "StandardScaler.Fit");
        cancellationToken.ThrowIfCancellationRequested();
        var scales = Enumerable.Range(0, rows.Columns).Select(j => ColumnScale.Standard(rows.Column(j))).ToArray();
        return new ScalerModel([.. scales.Select(scale => options.Center ? scale.Offset : 0)], [.. scales.Select(scale => options.Scale ? scale.Scale : 1)], 0, rows.ColumnNames);
    }

    /// <summary>z-scores of all rows: <see cref="Fit"/> and transform at once. For training and test rows apart, keep the model
    /// instead.</summary>
    /// <param name="rows">Shape (n, d), finite. Not changed.</param>
    /// <exception cref="ArgumentException">No rows, or a non-finite value.</exception>
    public static Matrix Standardize(this Matrix rows) => Fit(rows).Transform(rows);
}
