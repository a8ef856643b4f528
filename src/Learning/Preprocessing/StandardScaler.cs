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
        var (n, d) = (rows.Rows, rows.Columns);
        var means = new double[d];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < d; j++) means[j] += (rows[i, j] - means[j]) / (i + 1);

        // Two passes; the sum of deviations corrects what rounding left in the mean (Chan, Golub and LeVeque 1983).
        var squares = new double[d];
        var rest = new double[d];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < d; j++)
            {
                var deviation = rows[i, j] - means[j];
                squares[j] += deviation * deviation;
                rest[j] += deviation;
            }
        }
        var scales = new double[d];
        for (var j = 0; j < d; j++)
        {
            var variance = (squares[j] - rest[j] * rest[j] / n) / n;
            scales[j] = options.Scale && !IsConstant(variance, means[j], n) ? Math.Sqrt(variance) : 1;
        }
        return new ScalerModel([.. options.Center ? means : new double[d]], [.. scales], 0, rows.ColumnNames);
    }

    /// <summary>z-scores of all rows: <see cref="Fit"/> and transform at once. For training and test rows apart, keep the model
    /// instead.</summary>
    /// <param name="rows">Shape (n, d), finite. Not changed.</param>
    /// <exception cref="ArgumentException">No rows, or a non-finite value.</exception>
    public static Matrix Standardize(this Matrix rows) => Fit(rows).Transform(rows);

    /// <summary>True when the variance is no more than rounding makes of equal values.</summary>
    private static bool IsConstant(double variance, double mean, int n)
    {
        var epsilon = Math.ScaleB(1, -52);
        var rounding = n * mean * epsilon;
        return variance <= n * epsilon * variance + rounding * rounding;
    }
}
