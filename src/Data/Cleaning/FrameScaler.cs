using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>How a column is scaled.</summary>
public enum Scaling
{
    /// <summary>Mean 0, population standard deviation 1.</summary>
    ZScore,

    /// <summary>Least value 0, greatest 1.</summary>
    MinMax,

    /// <summary>Median 0, distance of the quartiles 1: outliers hardly matter.</summary>
    Robust,
}

/// <summary>Settings of <see cref="FrameScaler"/>.</summary>
public sealed record FrameScalerOptions
{
    /// <summary>Columns of integers or numbers. Default: all of them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>How. Default: z-score.</summary>
    public Scaling Scaling { get; init; } = Scaling.ZScore;
}

/// <summary>Scales columns of a frame, missing values left out of the reckoning and left missing; for complete matrices see the scalers of Learning, which share its arithmetic.</summary>
/// <remarks>A constant column becomes 0. New rows may fall outside the training range. Cost: O(n) a column, O(n log n) for robust.</remarks>
public static class FrameScaler
{
    /// <summary>Learns offset and scale of each column.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing, not numeric, infinite somewhere, or without any value.</exception>
    public static FrameScalerModel Fit(DataFrame training, FrameScalerOptions? options = null)
    {
        options ??= new FrameScalerOptions();
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind.IsNumeric());
        return new FrameScalerModel([.. names.Select(name => (name, Of(name, NumberCells.Of(training, name, "FrameScaler.Fit"), options.Scaling)))]);
    }

    private static ColumnScale Of(string name, double[] values, Scaling scaling)
    {
        if (Array.FindIndex(values, double.IsInfinity) is >= 0 and var row)
            throw new ArgumentException($"Row {row}, column '{name}' is {values[row]}. Replace or drop infinite values before FrameScaler.Fit.");
        if (Array.TrueForAll(values, double.IsNaN))
            throw new ArgumentException($"Column '{name}' has no value in {values.Length:N0} training rows. Leave it out of FrameScalerOptions.Columns.");
        return scaling switch
        {
            Scaling.MinMax => ColumnScale.MinMax(values),
            Scaling.Robust => ColumnScale.Robust(NumberCells.Sorted(values)),
            _ => ColumnScale.Standard(values),
        };
    }
}

/// <summary>Fitted scales. Immutable.</summary>
/// <param name="Scales">Offset and scale of each column, in its units.</param>
public sealed record FrameScalerModel(ImmutableArray<(string Column, ColumnScale Scale)> Scales) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame) => Each(frame, (value, scale) => (value - scale.Offset) / scale.Scale);

    /// <summary>Undoes <see cref="Transform"/>: back to the units of the training rows.</summary>
    /// <param name="frame">A scaled frame.</param>
    public DataFrame Inverse(DataFrame frame) => Each(frame, (value, scale) => value * scale.Scale + scale.Offset);

    private DataFrame Each(DataFrame frame, Func<double, ColumnScale, double> value)
    {
        foreach (var (name, scale) in Scales)
            frame = frame.With(name, NumberCells.Column(Array.ConvertAll(NumberCells.Of(frame, name, "FrameScalerModel"), each => value(each, scale))));
        return frame;
    }
}
