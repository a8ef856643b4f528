using System.Collections.Immutable;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>What an encoder does with a category that training did not have.</summary>
public enum Unknown
{
    /// <summary>Fail and name it.</summary>
    Throw,

    /// <summary>Zeros in one-hot columns, null in others.</summary>
    Ignore,

    /// <summary>A column of its own in one-hot encoding, −1 in ordinal encoding.</summary>
    Other,
}

/// <summary>Settings of <see cref="OneHotEncoder"/>.</summary>
public sealed record OneHotEncoderOptions
{
    /// <summary>Columns of categories. Default: all text columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>New categories. Default: <see cref="Unknown.Ignore"/>; the model's <see cref="OneHotEncoderModel.Transform"/> never drops a row.</summary>
    public Unknown Unknown { get; init; } = Unknown.Ignore;

    /// <summary>Leaves out the first category of each column, as a regression with an intercept needs. Default: false.</summary>
    public bool DropFirst { get; init; }

    /// <summary>Most categories a column may have before the encoder refuses. Range: ≥ 1. Default: 1,000.</summary>
    public int MostCategories { get; init; } = 1000;
}

/// <summary>A column of 0 and 1 a category, <c>channel=search</c>; a null is 0 in all of them.</summary>
/// <remarks>Categories come in code-point order. The encoded column itself is dropped. Cost: O(n·categories).</remarks>
public static class OneHotEncoder
{
    /// <summary>Learns the categories.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing, holds numbers, or has too many categories.</exception>
    public static OneHotEncoderModel Fit(DataFrame training, OneHotEncoderOptions? options = null)
    {
        options ??= new OneHotEncoderOptions();
        if (options.MostCategories < 1) throw new ArgumentException($"OneHotEncoderOptions.MostCategories must be ≥ 1. Got {options.MostCategories}.");
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind == ColumnKind.Text);
        return new OneHotEncoderModel(options, [.. names.Select(name => (name, Categories(training, name, options.MostCategories)))]);
    }

    private static ImmutableArray<string> Categories(DataFrame training, string name, int most)
    {
        var found = EncoderCategories.Of(training, name, "OneHotEncoder.Fit");
        return found.Length <= most ? found : throw new ArgumentException(
            $"Column '{name}' has {found.Length:N0} categories; OneHotEncoderOptions.MostCategories allows {most:N0}. Merge rare ones with RareCategories.Fit, or encode it with TargetEncoder.Fit.");
    }
}

/// <summary>Fitted categories. Immutable.</summary>
/// <param name="Options">As fitted.</param>
/// <param name="Categories">The categories of each column.</param>
public sealed record OneHotEncoderModel(OneHotEncoderOptions Options, ImmutableArray<(string Column, ImmutableArray<string> Values)> Categories) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame)
    {
        foreach (var (column, values) in Categories)
        {
            var keys = RowKeys.Categories(frame, column, "OneHotEncoderModel.Transform");
            var places = EncoderCategories.Places(keys, column, values, Options.Unknown);
            frame = frame.Drop(column);
            if (values.Append("<other>").FirstOrDefault(value => frame.Schema.Contains($"{column}={value}")) is { } taken)
                throw new ArgumentException($"The frame has a column '{column}={taken}' already, which OneHotEncoderModel.Transform would replace. Rename or drop it first.");
            for (var place = Options.DropFirst ? 1 : 0; place < values.Length; place++) frame = frame.With($"{column}={values[place]}", Flags(places, place));
            if (Options.Unknown == Unknown.Other) frame = frame.With($"{column}=<other>", Flags(places, -1));
        }
        return frame;
    }

    private static Column<long> Flags(int[] places, int place) => new(ColumnKind.Integer, Array.ConvertAll(places, each => each == place ? 1L : 0));
}
