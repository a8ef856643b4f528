using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>Some rows of a column as DuckDB gives them; valid until its chunk is destroyed.</summary>
internal readonly unsafe struct Vector(nint handle, int count)
{
    private readonly void* _data = Api.VectorData(handle);
    private readonly ulong* _validity = Api.VectorValidity(handle);

    /// <summary>The vector itself, for its children.</summary>
    public nint Handle => handle;

    /// <summary>Number of rows.</summary>
    public int Count => count;

    /// <summary>The validity bits, or null when all rows hold a value.</summary>
    public ulong* Validity => _validity;

    /// <summary>The values; those of null rows are arbitrary.</summary>
    public ReadOnlySpan<T> Span<T>()
        where T : unmanaged => new(_data, count);

    /// <summary>The first value.</summary>
    public T* Pointer<T>()
        where T : unmanaged => (T*)_data;

    /// <summary>True where the row holds a value.</summary>
    public bool IsValid(int row) => _validity is null || (_validity[row >> 6] >> (row & 63) & 1) != 0;
}
