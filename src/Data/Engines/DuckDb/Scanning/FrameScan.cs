using System.Collections.Concurrent;
using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>A frame that a running statement may read. Columns are made ready when the statement first needs them.</summary>
internal sealed class FrameScan : IDisposable
{
    private static readonly ConcurrentDictionary<long, FrameScan> Open = new();
    private static long _last;
    private readonly Table _table;
    private readonly ScanColumn?[] _columns;

    /// <summary>Registers the columns of a table.</summary>
    /// <param name="name">The frame's name in the statement, for messages.</param>
    /// <param name="table">Its rows.</param>
    /// <param name="owner">Told what goes wrong later.</param>
    /// <exception cref="DuckDbException">SQL cannot name the columns.</exception>
    public FrameScan(string name, Table table, ScannedFrames owner)
    {
        FrameNames.Check(name, table.Schema);
        _table = table;
        Owner = owner;
        _columns = new ScanColumn?[table.Columns.Length];
        Id = Interlocked.Increment(ref _last);
        Open[Id] = this;
    }

    /// <summary>What the table function takes to find this frame.</summary>
    public long Id { get; }

    /// <summary>The statement's frames, this one among them.</summary>
    public ScannedFrames Owner { get; }

    public Schema Schema => _table.Schema;

    public int Rows => _table.Rows;

    /// <summary>The frame of an id, when the statement that it was made for still runs.</summary>
    public static FrameScan? Find(long id) => Open.GetValueOrDefault(id);

    /// <summary>The type of a column in SQL.</summary>
    public DuckDbType TypeOf(int column) => _table.Schema[column].Kind switch
    {
        ColumnKind.Boolean => DuckDbType.Boolean,
        ColumnKind.Integer => DuckDbType.BigInt,
        ColumnKind.Number => DuckDbType.Double,
        ColumnKind.Text => DuckDbType.Varchar,
        ColumnKind.Timestamp => DuckDbType.Timestamp,
        _ => DuckDbType.Interval,
    };

    /// <summary>A column, ready to be read.</summary>
    public ScanColumn Column(int column)
    {
        lock (_columns) return _columns[column] ??= ScanColumn.Of(_table.Schema[column].Name, _table.Columns[column]);
    }

    public void Dispose()
    {
        Open.TryRemove(Id, out _);
        foreach (var column in _columns) column?.Dispose();
    }
}
