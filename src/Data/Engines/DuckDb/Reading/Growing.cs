namespace MarketingNotebooks.Data.Engines.DuckDb.Reading;

/// <summary>An array that grows by doubling.</summary>
internal struct Growing<T>()
    where T : unmanaged
{
    private T[] _items = [];

    /// <summary>Items in use.</summary>
    public int Count { get; private set; }

    /// <summary>Room for further items, to be filled by the caller.</summary>
    public Span<T> Extend(int count)
    {
        var needed = Count + (long)count;
        if (needed > Array.MaxLength) throw new DuckDbException($"The result has over {Count:N0} rows, more than a column can hold. Aggregate it, or write it to a file with copy (…) to 'name.parquet'.");
        if (needed > _items.Length)
        {
            var larger = GC.AllocateUninitializedArray<T>((int)Math.Min(Math.Max(needed, Math.Max(2048, _items.Length * 2L)), Array.MaxLength));
            _items.AsSpan(0, Count).CopyTo(larger);
            _items = larger;
        }
        var span = _items.AsSpan(Count, count);
        Count += count;
        return span;
    }

    /// <summary>The items in use.</summary>
    public readonly Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>An array of just the items.</summary>
    public T[] ToArray()
    {
        if (_items.Length != Count) Array.Resize(ref _items, Count);
        return _items;
    }
}
