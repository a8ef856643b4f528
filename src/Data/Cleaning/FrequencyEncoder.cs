using System.Collections.Immutable;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Settings of <see cref="FrequencyEncoder"/>.</summary>
public sealed record FrequencyEncoderOptions
{
    /// <summary>Columns of categories. Default: all text columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Counts of training rows instead of their share. Default: false.</summary>
    public bool Counts { get; init; }
}

/// <summary>Categories as how frequent they are among the training rows that have a value; new ones are 0, nulls stay null.</summary>
/// <remarks>Two categories of equal frequency become one. Cost: O(n).</remarks>
public static class FrequencyEncoder
{
    /// <summary>Counts the categories.</summary>
    /// <param name="training">Training rows. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">A column is missing or holds numbers.</exception>
    public static FrequencyEncoderModel Fit(DataFrame training, FrequencyEncoderOptions? options = null)
    {
        options ??= new FrequencyEncoderOptions();
        var names = NumberCells.Columns(training, options.Columns, field => field.Kind == ColumnKind.Text);
        return new FrequencyEncoderModel([.. names.Select(name => (name, Frequencies(RowKeys.Categories(training, name, "FrequencyEncoder.Fit"), options.Counts)))]);
    }

    private static ImmutableDictionary<string, double> Frequencies(RowKeys keys, bool asCounts)
    {
        var counts = keys.Counts();
        var found = Enumerable.Range(0, counts.Length).Where(slot => keys.Names[slot] is not null && counts[slot] > 0).ToList();
        var total = asCounts ? 1 : Math.Max(1, found.Sum(slot => counts[slot]));
        return found.ToImmutableDictionary(slot => keys.Names[slot]!, slot => counts[slot] / (double)total, StringComparer.Ordinal);
    }
}

/// <summary>Fitted frequencies. Immutable.</summary>
/// <param name="Frequencies">The share, or count, of each category of each column.</param>
public sealed record FrequencyEncoderModel(ImmutableArray<(string Column, ImmutableDictionary<string, double> Values)> Frequencies) : ICleaningModel
{
    /// <inheritdoc/>
    public DataFrame Transform(DataFrame frame)
    {
        foreach (var (column, values) in Frequencies)
            frame = frame.With(column, NumberCells.Column(RowKeys.Categories(frame, column, "FrequencyEncoderModel.Transform")
                .Look(key => key is null ? double.NaN : values.GetValueOrDefault(key))));
        return frame;
    }
}
