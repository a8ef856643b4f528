using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>An argument of a kernel: a value a row, or one value for all rows.</summary>
internal readonly struct Operand<T>
    where T : unmanaged
{
    private Operand(T[]? values, T scalar, Validity? validity, bool isNull)
    {
        Values = values;
        Scalar = scalar;
        Validity = validity;
        IsNull = isNull;
    }

    /// <summary>A value a row; null when <see cref="Scalar"/> stands for all rows.</summary>
    public T[]? Values { get; }

    public T Scalar { get; }

    public Validity? Validity { get; }

    /// <summary>True when the one value for all rows is null.</summary>
    public bool IsNull { get; }

    public T this[int row] => Values is null ? Scalar : Values[row];

    public bool HasValue(int row) => !IsNull && (Validity is null || Validity[row]);

    public static Operand<T> Of(Column<T> column) => new(column.Values, default, column.Validity, false);

    /// <summary>Booleans seen as bytes, 0 or 1, so that they compare as numbers do.</summary>
    public static Operand<byte> Of(ReadOnlySpan<bool> flags, Validity? validity) =>
        new Operand<byte>(System.Runtime.InteropServices.MemoryMarshal.AsBytes(flags).ToArray(), 0, validity, false);

    public static Operand<T> Of(object? literal) => new(null, literal is T value ? value : default, null, literal is null);
}
