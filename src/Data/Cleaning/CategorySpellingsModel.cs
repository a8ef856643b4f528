using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="CategorySpellings.Fit"/>.</summary>
public sealed record CategorySpellingsOptions
{
    /// <summary>A value is common when it fills at least this share of the rows that have one. Range: (0, 1]. Default: 0.01.</summary>
    public double MinShare { get; init; } = 0.01;

    /// <summary>Other names that no distance finds, such as <c>["Holland"] = "NL"</c>; compared without case and outer blanks, and before anything else. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Synonyms { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A column's common values, to which other spellings are led. Immutable.</summary>
/// <param name="Column">The column.</param>
/// <param name="Common">Its common values in the training rows, most frequent first.</param>
/// <param name="Synonyms">Other names, in lower case, and what each stands for.</param>
public sealed record CategorySpellingsModel(string Column, ImmutableArray<string> Common, ImmutableDictionary<string, string> Synonyms) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame) => frame.With(Column, TextMap.Of(frame.Text(Column), value => Meant(value) ?? value));

    /// <summary>What the model changes: <c>row</c> (from 0), <c>from, to</c>.</summary>
    /// <param name="frame">Training or new rows.</param>
    public DataFrame Changes(DataFrame frame)
    {
        var (before, after) = (frame.Text(Column), Transform(frame).Text(Column));
        int[] rows = [.. Enumerable.Range(0, before.Length).Where(row => before.Text(row) != after.Text(row))];
        return DataFrame.FromColumns(("row", new Column<long>(ColumnKind.Integer, Array.ConvertAll(rows, row => (long)row))), ("from", before.Take(rows)), ("to", after.Take(rows)));
    }

    private string? Meant(string value) => Synonyms.TryGetValue(CategorySpellings.Key(value), out var named) ? named
        : Common.Contains(value) ? value : CategorySpellings.Meant(value.Trim(), Common);
}
