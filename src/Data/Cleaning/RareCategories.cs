using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="RareCategories"/>.</summary>
public sealed record RareCategoriesOptions
{
    /// <summary>Text columns. Default: all of them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Least share of the rows with a value that a category needs to stay. Range: [0, 1]. Default: 0.01.</summary>
    public double MinShare { get; init; } = 0.01;

    /// <summary>Most categories that stay, the most frequent first, ties in order of first appearance. Range: ≥ 1. Default: no limit.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>What the others become. Default: <c>other</c>.</summary>
    public string Other { get; init; } = "other";
}

/// <summary>Merges rare categories into one. Categories that training did not have are rare; nulls stay null.</summary>
/// <remarks>Merge misspellings first (<see cref="CategorySpellings"/>): they are rare too. Cost: O(n).</remarks>
public static class RareCategories
{
    /// <summary>Learns which categories stay.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or not text, or an option is outside its range.</exception>
    public static RareCategoriesModel Fit(DataFrame training, RareCategoriesOptions? options = null)
    {
        options ??= new RareCategoriesOptions();
        new OptionChecks(nameof(RareCategoriesOptions)).Require(options.MinShare is >= 0 and <= 1, nameof(options.MinShare), "in [0, 1]", options.MinShare)
            .AtLeast(nameof(options.Most), options.Most, 1).ThrowIfAny();
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind == ColumnKind.Text);
        return new RareCategoriesModel(options.Other, [.. names.Select(name => (name, Common(training.Text(name), options)))]);
    }

    private static ImmutableHashSet<string> Common(TextColumn text, RareCategoriesOptions options)
    {
        var counts = new long[text.Dictionary.Length];
        foreach (var code in text.Codes)
            if (code >= 0) counts[code]++;
        var total = counts.Sum();
        return [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0 && counts[code] >= options.MinShare * total)
            .OrderByDescending(code => counts[code]).Take(options.Most).Select(code => text.DictionaryArray[code])];
    }
}

/// <summary>Fitted categories. Immutable.</summary>
/// <param name="Other">What rare categories become.</param>
/// <param name="Common">The categories of each column that stay.</param>
public sealed record RareCategoriesModel(string Other, ImmutableArray<(string Column, ImmutableHashSet<string> Values)> Common) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame) => Common.Aggregate(frame, (rows, each) =>
        rows.With(each.Column, TextMap.Of(rows.Text(each.Column), value => each.Values.Contains(value) ? value : Other)));
}
