using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Finds values of a category that are other spellings of a common one: <c>"Email "</c>, <c>EMAIL</c> and <c>emial</c> for <c>email</c>.</summary>
public static class CategorySpellings
{
    /// <summary>Rare spellings and the common value each stands for.</summary>
    /// <remarks>A value is common when it fills at least <paramref name="minShare"/> of the rows that have one. Any other is compared, without case
    /// and outer blanks, by the Damerau distance of <see cref="Spelling.Nearest"/>; one that is near no common value stays as it is. Values of up to three letters are
    /// codes (US is not UK): only case and outer blanks may differ.</remarks>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">The name of a text column.</param>
    /// <param name="minShare">Range: above 0, at most 1. Default: 0.01.</param>
    /// <returns><c>from</c>, <c>to</c>, <c>rows</c>: one row a rare spelling, most frequent first.</returns>
    /// <exception cref="ArgumentException">The column is missing or not text, or the share is out of range.</exception>
    public static DataFrame Find(DataFrame frame, string column, double minShare = 0.01)
    {
        if (minShare is not (> 0 and <= 1)) throw new ArgumentException($"minShare must be in (0, 1]. Got {minShare}.", nameof(minShare));
        frame.Text(column);
        var counts = frame.Where(c => c[column] != null).GroupBy(column).Count().OrderBy(Sort.Desc("count"));
        var (values, rows) = (counts.Text(column), counts.Column<long>("count"));
        var total = rows.Span.ToArray().Sum();
        var common = Enumerable.Range(0, counts.RowCount).Where(i => rows.Span[i] >= minShare * total).Select(i => values.Text(i)!).ToList();
        var found = Enumerable.Range(0, counts.RowCount).Select(i => (From: values.Text(i)!, Rows: rows.Span[i]))
            .Where(each => !common.Contains(each.From))
            .Select(each => (each.From, To: Meant(each.From.Trim(), common), each.Rows)).Where(each => each.To is not null).ToList();
        return DataFrame.FromColumns(("from", TextColumn.From(found.Select(each => each.From))), ("to", TextColumn.From(found.Select(each => each.To))),
            ("rows", new Column<long>(ColumnKind.Integer, [.. found.Select(each => each.Rows)])));
    }

    /// <summary>Replaces every rare spelling by the value it stands for; all else stays.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="column">The name of a text column.</param>
    /// <param name="minShare">As in <see cref="Find"/>. Default: 0.01.</param>
    /// <exception cref="ArgumentException">The column is missing or not text, or the share is out of range.</exception>
    public static DataFrame MergeSpellings(this DataFrame frame, string column, double minShare = 0.01)
    {
        return Fit(frame, column, new() { MinShare = minShare }).Transform(frame);
    }

    /// <summary>Learns a column's common values from training rows; other spellings in any rows are then led to them.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="column">The name of a text column.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">The column is missing or not text, or the share is out of range.</exception>
    public static CategorySpellingsModel Fit(DataFrame training, string column, CategorySpellingsOptions? options = null)
    {
        options ??= new CategorySpellingsOptions();
        if (options.MinShare is not (> 0 and <= 1)) throw new ArgumentException($"minShare must be in (0, 1]. Got {options.MinShare}.", nameof(options));
        training.Text(column);
        var counts = training.Where(c => c[column] != null).GroupBy(column).Count().OrderBy(Sort.Desc("count"));
        var synonyms = options.Synonyms.ToImmutableDictionary(pair => Key(pair.Key), pair => pair.Value, StringComparer.Ordinal);
        var least = options.MinShare * counts.Column<long>("count").Span.ToArray().Sum();
        var common = counts.Where(c => c["count"] >= least).Text(column).ToStrings().OfType<string>().Where(value => !synonyms.ContainsKey(Key(value)));
        return new CategorySpellingsModel(column, [.. common], synonyms);
    }

    /// <summary>What synonyms are compared by.</summary>
    internal static string Key(string value) => value.Trim().ToLowerInvariant();

    internal static string? Meant(string value, IReadOnlyList<string> common) => value.Length <= 3
        ? common.FirstOrDefault(each => string.Equals(each, value, StringComparison.OrdinalIgnoreCase))
        : Spelling.Nearest(value, common);
}
