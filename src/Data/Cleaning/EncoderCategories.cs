using System.Collections.Immutable;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Categories learnt, and rows placed among them.</summary>
internal static class EncoderCategories
{
    /// <summary>Stands for a row without a value.</summary>
    public const int Null = -2;

    /// <summary>The categories of a column in code-point order; integers and times in rising order.</summary>
    public static ImmutableArray<string> Of(DataFrame frame, string column, string method)
    {
        var keys = RowKeys.Categories(frame, column, method);
        var found = keys.Names.OfType<string>();
        return frame.Schema[column].Kind == ColumnKind.Integer
            ? [.. found.OrderBy(text => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture))]
            : [.. found.Order(Comparer<string>.Create(TextOrder.Compare))];
    }

    /// <summary>The place of each row's category, −1 for a new one, <see cref="Null"/> for none.</summary>
    public static int[] Places(RowKeys keys, string column, ImmutableArray<string> values, Unknown unknown)
    {
        var places = values.Select((value, place) => (value, place)).ToDictionary(pair => pair.value, pair => pair.place, StringComparer.Ordinal);
        return keys.Look(key => key is null ? Null : places.TryGetValue(key, out var place) ? place : unknown != Unknown.Throw ? -1
            : throw new ArgumentException($"Column '{column}' has the category '{key}', which training did not have. Fit on rows that have it, or set Unknown = Unknown.Ignore."));
    }
}
