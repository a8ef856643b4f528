using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="Winsorizer"/>.</summary>
public sealed record WinsorizerOptions
{
    /// <summary>Columns of integers or numbers. Default: all of them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Quantile that lower values become. Range: [0, <see cref="Upper"/>). Default: 0.01.</summary>
    public double Lower { get; init; } = 0.01;

    /// <summary>Quantile that higher values become. Range: (<see cref="Lower"/>, 1]. Default: 0.99.</summary>
    public double Upper { get; init; } = 0.99;
}

/// <summary>Pulls the tails in: values beyond a quantile of the training rows become that quantile. The columns become number.</summary>
/// <remarks>Honest extremes are changed with the wrong ones. Quantiles interpolate linearly (type 7). Cost: O(n log n) a column.</remarks>
public static class Winsorizer
{
    /// <summary>Learns the quantiles.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing, not numeric or without any value, or an option is outside its range.</exception>
    public static WinsorizerModel Fit(DataFrame training, WinsorizerOptions? options = null)
    {
        options ??= new WinsorizerOptions();
        new OptionChecks(nameof(WinsorizerOptions))
            .Require(options.Lower >= 0 && options.Lower < options.Upper, nameof(options.Lower), $"in [0, Upper ({options.Upper}))", options.Lower)
            .Require(options.Upper <= 1, nameof(options.Upper), "at most 1", options.Upper).ThrowIfAny();
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind.IsNumeric());
        return new WinsorizerModel([.. names.Select(name =>
        {
            var sorted = NumberCells.Sorted(NumberCells.Of(training, name, "Winsorizer.Fit"));
            if (sorted.Length == 0) throw new ArgumentException($"Column '{name}' has no value in {training.RowCount:N0} training rows. Leave it out of WinsorizerOptions.Columns.");
            return (name, OrderStatistics.Quantile(sorted, options.Lower), OrderStatistics.Quantile(sorted, options.Upper));
        })]);
    }
}

/// <summary>Fitted bounds. Immutable.</summary>
/// <param name="Bounds">Least and greatest value of each column.</param>
public sealed record WinsorizerModel(ImmutableArray<(string Column, double Low, double High)> Bounds) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame) => Bounds.Aggregate(frame, (rows, each) => rows.With(each.Column, NumberCells.Column(
        Array.ConvertAll(NumberCells.Of(rows, each.Column, "WinsorizerModel.Transform"), value => Math.Clamp(value, each.Low, each.High)))));
}
