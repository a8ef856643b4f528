using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="MissingFiller"/>.</summary>
public sealed record MissingFillerOptions
{
    /// <summary>Columns and what stands in for their missing values. Range: at least one, each column once. No default.</summary>
    public IReadOnlyList<(string Column, Fill Fill)> Columns { get; init; } = [];

    /// <summary>Columns that form groups: statistics and neighbours are taken within a group. Default: none.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>The column that forward, backward and linear filling go along. Default: none, the rows' order.</summary>
    public string? Order { get; init; }

    /// <summary>Adds a boolean <c>{column}_missing</c> that says where a value was missing. Default: false.</summary>
    public bool Indicators { get; init; }
}

/// <summary>Fills missing values; NaN counts as missing.</summary>
/// <remarks>Statistics come from the training rows alone. A group that training did not have, or had no value of, takes the statistic over all rows.
/// Mean, median and mode shrink a column's spread and weaken its correlations: keep the indicator, and estimate with its uncertainty where the
/// amount matters. Cost: O(n log n) a column.</remarks>
public static class MissingFiller
{
    /// <summary>Learns what to fill with.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Which columns, and how.</param>
    /// <exception cref="ArgumentException">A column is missing or of a kind that the way of filling does not take, or all its values are missing.</exception>
    public static MissingFillerModel Fit(DataFrame training, MissingFillerOptions options)
    {
        if (options.Columns.Count == 0) throw new ArgumentException("MissingFillerOptions.Columns must name at least one column. Got none.");
        foreach (var name in options.Within.Concat(options.Order is null ? [] : [options.Order])) training.Schema.Position(name);
        var keys = RowKeys.Of(training, options.Within);
        return new MissingFillerModel(options, [.. options.Columns.Select(each => FillStatistic.Fit(training, each.Column, each.Fill, keys))]);
    }

    /// <summary>Fills one column with what its own values say: <see cref="Fit"/> and transform at once. For training and new rows apart, keep the model instead.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">A column's name.</param>
    /// <param name="fill">What stands in, e.g. <c>Fill.Median</c>.</param>
    /// <param name="within">As <see cref="MissingFillerOptions.Within"/>. Default: none.</param>
    /// <param name="order">As <see cref="MissingFillerOptions.Order"/>. Default: none.</param>
    /// <param name="indicator">As <see cref="MissingFillerOptions.Indicators"/>. Default: false.</param>
    public static DataFrame FillMissing(this DataFrame frame, string column, Fill fill, string[]? within = null, string? order = null, bool indicator = false) =>
        Fit(frame, new() { Columns = [(column, fill)], Within = within ?? [], Order = order, Indicators = indicator }).Transform(frame);
}

/// <summary>What missing values are filled with. Immutable.</summary>
public sealed record MissingFillerModel : ICleaningModel
{
    internal MissingFillerModel(MissingFillerOptions options, ImmutableArray<FillStatistic> statistics) => (Options, Statistics) = (options, statistics);

    /// <summary>As fitted.</summary>
    public MissingFillerOptions Options { get; }

    internal ImmutableArray<FillStatistic> Statistics { get; }

    /// <summary>What was learnt: <c>column, fill, group, value</c>, one row a group and one (group null) over all rows. Forward, backward and linear filling learn nothing.</summary>
    public DataFrame Learned
    {
        get
        {
            var rows = Statistics.SelectMany(each => each.Rows(Options.Within.Count > 0)).ToList();
            return DataFrame.FromColumns(("column", TextColumn.From(rows.Select(row => row.Column))), ("fill", TextColumn.From(rows.Select(row => row.Fill))),
                ("group", TextColumn.From(rows.Select(row => row.Group))), ("value", TextColumn.From(rows.Select(row => row.Value))));
        }
    }

    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame)
    {
        var keys = RowKeys.Of(frame, Options.Within);
        var filled = frame;
        foreach (var each in Statistics)
        {
            var column = frame.Column(each.Column);
            filled = filled.With(each.Column, each.Stateless ? Neighbours.Fill(frame, each.Column, each.Fill, keys, Options.Order) : each.Apply(column, keys));
            if (Options.Indicators)
                filled = FrameRows.Add(filled, each.Column + "_missing", new Column<bool>(ColumnKind.Boolean, [.. Enumerable.Range(0, column.Length).Select(row => NumberCells.Missing(column, row))]), "MissingFillerModel.Transform");
        }
        return filled;
    }
}
