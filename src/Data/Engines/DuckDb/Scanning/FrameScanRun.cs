using MarketingNotebooks.Data.Engines.DuckDb.Native;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>Where one thread of a scan stands.</summary>
internal sealed class FrameScanRange
{
    public int Next;
    public int End;
}

/// <summary>One reading of a frame: threads take ranges of rows in order and give out a vector at a time.</summary>
internal sealed class FrameScanRun
{
    /// <summary>Rows in DuckDB's vectors.</summary>
    private const int Vector = 2048;

    /// <summary>Rows that a thread takes at once.</summary>
    private const int Range = 60 * Vector;

    private readonly ScanColumn?[] _columns;
    private readonly int _rows;
    private long _next;

    /// <summary>Starts a reading.</summary>
    /// <param name="scan">The frame.</param>
    /// <param name="columns">Positions of the columns wanted; one beyond the last stands for none in particular, e.g. to count rows.</param>
    public FrameScanRun(FrameScan scan, int[] columns)
    {
        _rows = scan.Rows;
        _columns = Array.ConvertAll(columns, column => column < scan.Schema.Count ? scan.Column(column) : null);
    }

    public int MostThreads => Math.Max(1, (_rows + Range - 1) / Range);

    /// <summary>Fills a chunk with the thread's next rows; an empty one ends its part.</summary>
    public void Read(FrameScanRange range, nint chunk)
    {
        if (range.Next == range.End)
        {
            var start = Interlocked.Add(ref _next, Range) - Range;
            range.Next = (int)Math.Min(start, _rows);
            range.End = (int)Math.Min(start + Range, _rows);
        }
        var count = Math.Min(Vector, range.End - range.Next);
        for (var i = 0; i < _columns.Length && count > 0; i++) _columns[i]?.Fill(Api.ChunkVector(chunk, (ulong)i), range.Next, count);
        Api.SetChunkSize(chunk, (ulong)count);
        range.Next += count;
    }
}
