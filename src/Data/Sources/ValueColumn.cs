using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Collects .NET values of one type into a column.</summary>
internal sealed class ValueColumn
{
    private readonly Func<object, long>? _bits;
    private readonly Func<object, string>? _text;
    private readonly List<long> _values = [];
    private readonly List<bool> _present = [];
    private readonly TextBuilder _texts = new();

    private ValueColumn(ColumnKind kind, Func<object, long>? bits, Func<object, string>? text = null) => (Kind, _bits, _text) = (kind, bits, text);

    /// <summary>What the column holds.</summary>
    public ColumnKind Kind { get; }

    /// <summary>A collector for values of a type or of its nullable; null when no column can hold them.</summary>
    /// <remarks>Enums and <see cref="Guid"/> are text; a <see cref="decimal"/> becomes the nearest double; a local time is converted to UTC and
    /// one of no zone is taken as UTC; a <see cref="TimeOnly"/> is the duration since midnight.</remarks>
    public static ValueColumn? For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum || type == typeof(Guid) || type == typeof(char) || type == typeof(Uri)) return new(ColumnKind.Text, null, value => value.ToString()!);
        if (type == typeof(string)) return new(ColumnKind.Text, null, value => (string)value);
        if (type == typeof(bool)) return new(ColumnKind.Boolean, value => (bool)value ? 1 : 0);
        if (type == typeof(double)) return new(ColumnKind.Number, value => BitConverter.DoubleToInt64Bits((double)value));
        if (type == typeof(float) || type == typeof(decimal) || type == typeof(Half)) return new(ColumnKind.Number, value => BitConverter.DoubleToInt64Bits(Double(value)));
        if (type == typeof(long)) return new(ColumnKind.Integer, value => (long)value);
        if (type == typeof(ulong)) return new(ColumnKind.Integer, value => (ulong)value <= long.MaxValue ? (long)(ulong)value
            : throw new OverflowException($"An integer column holds numbers up to {long.MaxValue}. Got {value}. Give it as a text or a double."));
        if (type == typeof(int) || type == typeof(short) || type == typeof(sbyte) || type == typeof(byte) || type == typeof(ushort) || type == typeof(uint))
            return new(ColumnKind.Integer, value => Convert.ToInt64(value, null));
        if (type == typeof(DateTime)) return new(ColumnKind.Timestamp, value => Times.FromDateTime((DateTime)value));
        if (type == typeof(DateTimeOffset)) return new(ColumnKind.Timestamp, value => Times.FromDateTime(((DateTimeOffset)value).UtcDateTime));
        if (type == typeof(DateOnly)) return new(ColumnKind.Timestamp, value => Times.FromDateTime(((DateOnly)value).ToDateTime(TimeOnly.MinValue)));
        if (type == typeof(TimeSpan)) return new(ColumnKind.Duration, value => Times.FromTimeSpan((TimeSpan)value));
        return type == typeof(TimeOnly) ? new(ColumnKind.Duration, value => Times.FromTimeSpan(((TimeOnly)value).ToTimeSpan())) : null;
    }

    /// <summary>The column of some values of a type that <see cref="For"/> takes.</summary>
    public static Column Of<T>(IEnumerable<T> values)
    {
        var column = For(typeof(T))!;
        foreach (var value in values) column.Add(value);
        return column.Build();
    }

    /// <summary>Adds a row; null and <see cref="DBNull"/> add a null.</summary>
    public void Add(object? value)
    {
        if (value is DBNull) value = null;
        if (_text is not null)
        {
            _texts.Add(value is null ? null : _text(value));
            return;
        }
        _values.Add(value is null ? 0 : _bits!(value));
        _present.Add(value is not null);
    }

    /// <summary>The column of all rows added.</summary>
    public Column Build()
    {
        if (_text is not null) return _texts.Build();
        var validity = Validity.FromFlags(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_present));
        return Kind switch
        {
            ColumnKind.Boolean => new Column<bool>(Kind, [.. _values.Select(bits => bits != 0)], validity),
            ColumnKind.Number => new Column<double>(Kind, [.. _values.Select(BitConverter.Int64BitsToDouble)], validity),
            _ => new Column<long>(Kind, [.. _values], validity),
        };
    }

    private static double Double(object value) => value switch
    {
        // By way of its digits: 0.1m is 0.1, and a float of 0.1 stays the float that it is.
        decimal money => double.Parse(money.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture),
        float single => single,
        _ => (double)(Half)value,
    };
}
