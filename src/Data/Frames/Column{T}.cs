using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Frames;

/// <summary>A column of fixed-size values in one contiguous array.</summary>
/// <typeparam name="T"><see cref="bool"/>, <see cref="long"/> (integers, timestamps, durations) or <see cref="double"/>.</typeparam>
public sealed class Column<T> : Column
    where T : unmanaged
{
    private readonly T[] _values;

    /// <summary>Takes over <paramref name="values"/> without copying.</summary>
    /// <param name="kind">Boolean for bool; number for double; integer, timestamp or duration for long.</param>
    /// <param name="values">One value a row; not to be changed afterwards. What stands in null rows does not matter.</param>
    /// <param name="validity">Which rows hold a value; null: all.</param>
    /// <exception cref="ArgumentException">The kind is not stored as <typeparamref name="T"/>.</exception>
    public Column(ColumnKind kind, T[] values, Validity? validity = null)
        : base(kind, values.Length, validity)
    {
        if (Storage(kind) != typeof(T))
            throw new ArgumentException($"A {kind.Word()} column is not stored as {typeof(T).Name}.", nameof(kind));
        _values = values;
    }

    /// <summary>All values, no copy. Rows that <see cref="Column.IsNull"/> hold an arbitrary value.</summary>
    public ReadOnlySpan<T> Span => _values;

    internal T[] Values => _values;

    /// <inheritdoc/>
    public override Column Take(ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        Taking.Values(_values, rows, taken);
        return new Column<T>(Kind, taken, TakeValidity(rows));
    }

    /// <inheritdoc/>
    public override double[] ToDoubles()
    {
        var doubles = new double[Length];
        switch (_values)
        {
            case double[] numbers: numbers.CopyTo(doubles, 0); break;
            case long[] integers: for (var row = 0; row < doubles.Length; row++) doubles[row] = integers[row]; break;
            case bool[] flags: for (var row = 0; row < doubles.Length; row++) doubles[row] = flags[row] ? 1 : 0; break;
        }
        if (Validity is not null)
            for (var row = 0; row < doubles.Length; row++)
                if (!Validity[row]) doubles[row] = double.NaN;
        return doubles;
    }

    private protected override object Value(int row) => Kind switch
    {
        ColumnKind.Timestamp => Times.ToDateTime((long)(object)_values[row]),
        ColumnKind.Duration => Times.ToTimeSpan((long)(object)_values[row]),
        _ => _values[row],
    };

    private static Type? Storage(ColumnKind kind) => kind switch
    {
        ColumnKind.Boolean => typeof(bool),
        ColumnKind.Number => typeof(double),
        ColumnKind.Text => null,
        _ => typeof(long),
    };
}
