using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>How far is too far.</summary>
public enum OutlierRule
{
    /// <summary>Mean ± cut · standard deviation (n − 1). Blind where outliers inflate the deviation that should expose them.</summary>
    ZScore,

    /// <summary>First quartile − cut · IQR to third quartile + cut · IQR (Tukey 1977).</summary>
    Iqr,

    /// <summary>Median ± cut · 1.4826 · median absolute deviation (Hampel 1974).</summary>
    Mad,
}

/// <summary>What happens to an outlier.</summary>
public enum OutlierAction
{
    /// <summary>Stays; a boolean <c>{column}_outlier</c> says so.</summary>
    Flag,

    /// <summary>Becomes null.</summary>
    Clear,

    /// <summary>Becomes the nearest bound; the column becomes number.</summary>
    Clip,
}

/// <summary>Settings of <see cref="Outliers"/>.</summary>
public sealed record OutliersOptions
{
    /// <summary>Columns of integers or numbers. Default: all of them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The rule. Default: MAD.</summary>
    public OutlierRule Rule { get; init; } = OutlierRule.Mad;

    /// <summary>How far is too far, in the rule's spreads. Range: > 0. Default: null, for 3 (z-score), 1.5 (IQR) or 3.5 (MAD; Iglewicz and Hoaglin 1993).</summary>
    public double? Cut { get; init; }

    /// <summary>Judges logarithms: for amounts, prices and other values that spread by factors. Values ≤ 0 are then outliers. Default: false.</summary>
    public bool Log { get; init; }

    /// <summary>Columns that form groups with bounds of their own, e.g. prices within a product. Default: none.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>What happens. Default: flag.</summary>
    public OutlierAction Action { get; init; } = OutlierAction.Flag;
}

/// <summary>Finds values far from the others of their column, by bounds learnt from training rows. Missing values are never outliers.</summary>
/// <remarks>Where half of the values or more are equal the MAD is 0; then 1.2533 · mean absolute deviation takes its place (Iglewicz and Hoaglin 1993), and where
/// that is 0 too nothing is an outlier. New groups take the bounds over all rows. Cost: O(n log n) a column.</remarks>
public static class Outliers
{
    /// <summary>Learns the bounds.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or not numeric, or the cut is not above 0.</exception>
    public static OutliersModel Fit(DataFrame training, OutliersOptions? options = null)
    {
        options ??= new OutliersOptions();
        if (options.Cut is not (null or (> 0 and < double.PositiveInfinity)))
            throw new ArgumentException($"OutliersOptions.Cut must be finite and > 0, or null for the rule's own. Got {options.Cut}.");
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind.IsNumeric());
        var keys = RowKeys.Of(training, options.Within);
        return new OutliersModel(options, [.. names.Select(name => OutlierBounds.Fit(training, name, keys, options))]);
    }
}

/// <summary>Fitted bounds. Immutable.</summary>
public sealed record OutliersModel : ICleaningModel
{
    internal OutliersModel(OutliersOptions options, ImmutableArray<OutlierBounds> bounds) => (Options, Bounds) = (options, bounds);

    /// <summary>As fitted.</summary>
    public OutliersOptions Options { get; }

    internal ImmutableArray<OutlierBounds> Bounds { get; }

    /// <summary>Every outlier: <c>row</c> (from 0), <c>column, value, low, high</c>.</summary>
    /// <param name="frame">Training or new rows.</param>
    public DataFrame Find(DataFrame frame)
    {
        var keys = RowKeys.Of(frame, Options.Within);
        var found = Bounds.SelectMany(each => each.Outside(frame, keys).Select(cell => (each.Column, Cell: cell))).ToList();
        Column Numbers(Func<OutlierBounds.Cell, double> value) => new Column<double>(ColumnKind.Number, [.. found.Select(each => value(each.Cell))]);
        return DataFrame.FromColumns(("row", new Column<long>(ColumnKind.Integer, [.. found.Select(each => (long)each.Cell.Row)])), ("column", TextColumn.From(found.Select(each => each.Column))),
            ("value", Numbers(cell => cell.Value)), ("low", Numbers(cell => cell.Low)), ("high", Numbers(cell => cell.High)));
    }

    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame)
    {
        var keys = RowKeys.Of(frame, Options.Within);
        var result = frame;
        foreach (var each in Bounds)
        {
            var cells = each.Outside(frame, keys).ToList();
            if (Options.Action == OutlierAction.Flag)
            {
                var flags = new bool[keys.Slots.Length];
                foreach (var cell in cells) flags[cell.Row] = true;
                result = FrameRows.Add(result, each.Column + "_outlier", new Column<bool>(ColumnKind.Boolean, flags), "OutliersModel.Transform");
            }
            else if (Options.Action == OutlierAction.Clear)
            {
                int[] rows = [.. Enumerable.Range(0, keys.Slots.Length)];
                foreach (var cell in cells) rows[cell.Row] = -1;
                result = result.With(each.Column, frame.Column(each.Column).Take(rows));
            }
            else
            {
                var values = frame.Column(each.Column).ToDoubles();
                foreach (var cell in cells) values[cell.Row] = Math.Clamp(cell.Value, cell.Low, cell.High);
                result = result.With(each.Column, NumberCells.Column(values));
            }
        }
        return result;
    }
}
