using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Windows;

/// <summary>Rows put into partitions and in order within them. A position is a place in that order.</summary>
internal sealed class SortedRows
{
    private const byte Peer = 1;
    private const byte First = 2;
    private readonly int[] _starts;
    private readonly int[] _chunks;
    private readonly byte[] _marks;

    private SortedRows(int[]? order, byte[] marks)
    {
        Order = order;
        _marks = marks;
        var starts = new List<int>();
        for (var position = 0; position < marks.Length; position++)
            if (marks[position] == First) starts.Add(position);
        starts.Add(marks.Length);
        _starts = [.. starts];
        var chunks = new List<int> { 0 };
        for (var partition = 1; partition < _starts.Length; partition++)
            if (_starts[partition] - _starts[chunks[^1]] >= Ranges.Size || partition == _starts.Length - 1) chunks.Add(partition);
        _chunks = [.. chunks];
    }

    /// <summary>The row at each position; null when rows stand in order already.</summary>
    public int[]? Order { get; }

    public int Count => _marks.Length;

    public static SortedRows Of(Table table, string[] partition, SortKey[] order)
    {
        var keys = PackedKeys.Of([.. partition.Select(name => new PackedKey(table[name], false, Ordered: false)),
            .. order.Select(key => new PackedKey(table[key.Column], key.Descending, Ordered: true))], table.Rows, leading: partition.Length);
        var rows = RowOrder.Of(keys, table.Rows);
        var marks = new byte[table.Rows];
        Ranges.For(marks.Length, (start, end) =>
        {
            for (var position = start; position < end; position++)
            {
                var (before, here) = position == 0 ? (-1, 0) : rows is null ? (position - 1, position) : (rows[position - 1], rows[position]);
                marks[position] = before < 0 || !keys.SameLeading(before, here) ? First : keys.Compare(before, here) != 0 ? Peer : (byte)0;
            }
        });
        return new SortedRows(rows, marks);
    }

    /// <summary>The row at a position.</summary>
    public int Row(int position) => Order is null ? position : Order[position];

    /// <summary>True where the row differs in the order from the one before it, or starts a partition.</summary>
    public bool IsNew(int position) => _marks[position] != 0;

    /// <summary>Calls <paramref name="work"/> with the positions of each partition, start and end, on several threads.</summary>
    public void For(Action<int, int> work)
    {
        if (Count == 0) return;
        Ranges.Each(_chunks.Length - 1, chunk =>
        {
            for (var partition = _chunks[chunk]; partition < _chunks[chunk + 1]; partition++) work(_starts[partition], _starts[partition + 1]);
        });
    }

    /// <summary>Calls <paramref name="work"/> with the positions of each partition in turn, start and end.</summary>
    public void Each(Action<int, int> work)
    {
        for (var partition = 0; partition + 1 < _starts.Length; partition++) work(_starts[partition], _starts[partition + 1]);
    }

    /// <summary>Values in order of position.</summary>
    public T[] Sorted<T>(T[] values)
        where T : unmanaged
    {
        if (Order is null) return values;
        var sorted = new T[values.Length];
        Taking.Values(values, Order, sorted);
        return sorted;
    }

    /// <summary>For each position whether the row holds a value; null: all do.</summary>
    public bool[]? Present(Validity? validity)
    {
        if (validity is null) return null;
        var present = new bool[Count];
        Ranges.For(Count, (start, end) =>
        {
            for (var position = start; position < end; position++) present[position] = validity[Row(position)];
        });
        return present;
    }

    /// <summary>Values by position as a column by row.</summary>
    public Column<T> Column<T>(ColumnKind kind, T[] sorted, bool[]? present = null)
        where T : unmanaged =>
        new(kind, Scattered(sorted), present is null ? null : Validity.FromFlags(Scattered(present)));

    private T[] Scattered<T>(T[] sorted)
    {
        if (Order is not { } order) return sorted;
        var values = new T[sorted.Length];
        Ranges.For(values.Length, (start, end) =>
        {
            for (var position = start; position < end; position++) values[order[position]] = sorted[position];
        });
        return values;
    }
}
