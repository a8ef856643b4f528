using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="TypeRepair"/>.</summary>
public sealed record TypeRepairOptions
{
    /// <summary>Text columns. Default: all of them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Kinds that are known, by column: boolean, integer, number or timestamp. Default: none; a column's kind is found from its values.</summary>
    public IReadOnlyDictionary<string, ColumnKind> Kinds { get; init; } = ImmutableDictionary<string, ColumnKind>.Empty;

    /// <summary>Least share of values, placeholders aside, that must be readable as a kind for the column to become it. Range: (0.5, 1]. Default: 0.9.</summary>
    public double MinShare { get; init; } = 0.9;

    /// <summary>Order of 5/3/2025 when no date of the column decides it. Default: true, day first.</summary>
    public bool DayFirst { get; init; } = true;
}

/// <summary>Turns text that people can read as numbers, dates or booleans into those kinds, and tells of every cell that it changed.</summary>
/// <remarks>
/// <para>Numbers may carry a currency, thousands separators, a decimal comma, a percent sign (15 % is 0.15), brackets or a trailing minus, Chinese units (1.2万 is
/// 12,000) and full-width digits. Dates may come year, day or month first, with month names, as 2025年3月5日 or 20250305. Booleans may be yes, no, 是, 否, ja, nein and
/// the like. Placeholders such as N/A, ? and 未知 become null.</para>
/// <para>1,234 and 5/3/2025 can be read in two ways: the unambiguous values of the training column decide, most of them winning. Codes that start with
/// 0, such as 00123, make a column stay text. Each distinct text is read once.</para>
/// </remarks>
public static class TypeRepair
{
    /// <summary>Finds the kind of each column.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or not text, a known kind is none that text is read as, or an option is outside its range.</exception>
    public static TypeRepairModel Fit(DataFrame training, TypeRepairOptions? options = null)
    {
        options ??= new TypeRepairOptions();
        var checks = new OptionChecks(nameof(TypeRepairOptions)).Require(options.MinShare is > 0.5 and <= 1, nameof(options.MinShare), "in (0.5, 1]", options.MinShare);
        foreach (var (name, kind) in options.Kinds)
            checks.Require(kind is not (ColumnKind.Text or ColumnKind.Duration), $"Kinds[{name}]", "boolean, integer, number or timestamp", kind.Word());
        checks.ThrowIfAny();
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind == ColumnKind.Text).Union(options.Kinds.Keys);
        return new TypeRepairModel([.. names.Select(name => TypeReading.Fit(name, training.Text(name), options)).OfType<TypeReading>()]);
    }
}

/// <summary>A frame with its kinds repaired, and what was changed.</summary>
/// <param name="Frame">The repaired frame.</param>
/// <param name="Changes">One row a cell whose text was not the plain form of its value: <c>row</c> (from 0), <c>column, from, to</c> (null where nothing could be kept) and
/// <c>reason</c>: rewritten, placeholder or unreadable.</param>
public sealed record TypeRepairResult(DataFrame Frame, DataFrame Changes);

/// <summary>Fitted kinds. Immutable.</summary>
public sealed record TypeRepairModel : ICleaningModel
{
    internal TypeRepairModel(ImmutableArray<TypeReading> readings) => Readings = readings;

    /// <summary>The columns that become another kind; all others stay text.</summary>
    public ImmutableArray<Field> Fields => [.. Readings.Select(each => new Field(each.Column, each.Kind))];

    internal ImmutableArray<TypeReading> Readings { get; }

    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame) => Readings.Aggregate(frame, (rows, each) => Typed(rows, each) ?? rows.With(each.Column, each.Read(rows.Text(each.Column))));

    /// <summary>Repairs, and tells what was changed.</summary>
    /// <param name="frame">Training or new rows.</param>
    public TypeRepairResult Repair(DataFrame frame)
    {
        var changes = Readings.Where(each => frame.Schema[each.Column].Kind == ColumnKind.Text).SelectMany(each => each.Changes(frame.Text(each.Column))).ToList();
        return new TypeRepairResult(Transform(frame), DataFrame.FromColumns(("row", new Column<long>(ColumnKind.Integer, [.. changes.Select(change => (long)change.Row)])),
            ("column", TextColumn.From(changes.Select(change => change.Column))), ("from", TextColumn.From(changes.Select(change => change.From))),
            ("to", TextColumn.From(changes.Select(change => change.To))), ("reason", TextColumn.From(changes.Select(change => change.Reason)))));
    }

    /// <summary>The rows where the column is no text any more, as in a file without the faults that training had; null where it is text.</summary>
    private static DataFrame? Typed(DataFrame rows, TypeReading reading)
    {
        var kind = rows.Schema[reading.Column].Kind;
        if (kind == ColumnKind.Text) return null;
        if (kind == reading.Kind) return rows;
        return reading.Kind == ColumnKind.Number && kind == ColumnKind.Integer ? rows.With((reading.Column, c => c[reading.Column].ToNumber()))
            : throw new ArgumentException($"Column '{reading.Column}' became {reading.Kind.Word()} in training. Got {kind.Word()}. Read it as text, or convert it to {reading.Kind.Word()} first.");
    }
}
