using MarketingNotebooks.Data.Engines;

namespace MarketingNotebooks.Data.Frames;

/// <summary>A column of values of one kind, in memory. Immutable and thread-safe.</summary>
public abstract class Column
{
    private protected Column(ColumnKind kind, int length, Validity? validity)
    {
        if (validity is not null && validity.Length != length)
            throw new ArgumentException($"Validity covers {validity.Length} rows of a column of {length}.", nameof(validity));
        Kind = kind;
        Length = length;
        Validity = validity;
    }

    /// <summary>What the column holds.</summary>
    public ColumnKind Kind { get; }

    /// <summary>Number of rows, nulls included.</summary>
    public int Length { get; }

    /// <summary>Which rows hold a value; null when all do.</summary>
    public Validity? Validity { get; }

    /// <summary>Number of rows without a value.</summary>
    public int NullCount => Validity?.NullCount ?? 0;

    /// <summary>True where row <paramref name="row"/> holds no value.</summary>
    /// <param name="row">Range: 0 ≤ row &lt; <see cref="Length"/>.</param>
    public bool IsNull(int row) => Validity is not null && !Validity[row];

    /// <summary>The value of one row as <see cref="bool"/>, <see cref="long"/>, <see cref="double"/>, <see cref="string"/>,
    /// <see cref="DateTime"/> (UTC) or <see cref="TimeSpan"/>; null where there is none. For display and exchange; loops read spans.</summary>
    /// <param name="row">Range: 0 ≤ row &lt; <see cref="Length"/>.</param>
    public object? this[int row] => IsNull(row) ? null : Value(row);

    /// <summary>The rows named by <paramref name="rows"/>, in that order; −1 gives a null.</summary>
    /// <param name="rows">Row numbers, each in [−1, <see cref="Length"/>).</param>
    public abstract Column Take(ReadOnlySpan<int> rows);

    /// <summary>A copy as doubles with NaN for null: integers and numbers as they are, booleans as 0 and 1, timestamps in
    /// microseconds since 1970 UTC, durations in microseconds.</summary>
    /// <exception cref="InvalidOperationException">The column is text.</exception>
    public abstract double[] ToDoubles();

    private protected abstract object Value(int row);

    private protected Validity? TakeValidity(ReadOnlySpan<int> rows)
    {
        if (Validity is null && !rows.Contains(-1)) return null;
        return Validity.FromWords(Taking.Bits(Validity, rows), rows.Length);
    }
}
