using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="OrdinalEncoder"/>.</summary>
public sealed record OrdinalEncoderOptions
{
    /// <summary>Columns of categories. Default: all text columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>The order of a column's categories, least first, e.g. <c>["low", "medium", "high"]</c>. Default: code-point order.</summary>
    public IReadOnlyDictionary<string, string[]> Orders { get; init; } = ImmutableDictionary<string, string[]>.Empty;

    /// <summary>New categories: an error, null or −1. Default: <see cref="Unknown.Throw"/>.</summary>
    public Unknown Unknown { get; init; } = Unknown.Throw;
}

/// <summary>Categories as 0, 1, 2, … in an order; nulls stay null.</summary>
/// <remarks>A linear model takes the numbers for distances: give an order that means something, or use one-hot. Cost: O(n).</remarks>
public static class OrdinalEncoder
{
    /// <summary>Learns the categories.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or holds numbers, or an order names a category twice or leaves one of training out.</exception>
    public static OrdinalEncoderModel Fit(DataFrame training, OrdinalEncoderOptions? options = null)
    {
        options ??= new OrdinalEncoderOptions();
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind == ColumnKind.Text);
        return new OrdinalEncoderModel(options, [.. names.Select(name => (name, Order(training, name, options)))]);
    }

    private static ImmutableArray<string> Order(DataFrame training, string name, OrdinalEncoderOptions options)
    {
        var found = EncoderCategories.Of(training, name, "OrdinalEncoder.Fit");
        if (!options.Orders.TryGetValue(name, out var order)) return found;
        if (order.Distinct().Count() < order.Length) throw new ArgumentException($"OrdinalEncoderOptions.Orders of '{name}' must name each category once. Got {string.Join(", ", order)}.");
        if (options.Unknown == Unknown.Throw && found.Except(order).FirstOrDefault() is { } lost)
            throw new ArgumentException($"OrdinalEncoderOptions.Orders of '{name}' lacks the category '{lost}' of the training rows. Add it, or set Unknown = Unknown.Ignore.");
        return [.. order];
    }
}

/// <summary>Fitted orders. Immutable.</summary>
/// <param name="Options">As fitted.</param>
/// <param name="Categories">The categories of each column; their place is the code.</param>
public sealed record OrdinalEncoderModel(OrdinalEncoderOptions Options, ImmutableArray<(string Column, ImmutableArray<string> Values)> Categories) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame)
    {
        foreach (var (column, values) in Categories)
        {
            var places = EncoderCategories.Places(RowKeys.Categories(frame, column, "OrdinalEncoderModel.Transform"), column, values, Options.Unknown);
            var valid = Array.ConvertAll(places, place => place >= 0 || (place == -1 && Options.Unknown == Unknown.Other));
            frame = frame.With(column, new Column<long>(ColumnKind.Integer, Array.ConvertAll(places, place => (long)place), Validity.FromFlags(valid)));
        }
        return frame;
    }
}
