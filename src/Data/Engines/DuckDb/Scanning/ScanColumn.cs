using MarketingNotebooks.Data.Engines.DuckDb.Native;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Engines.DuckDb.Scanning;

/// <summary>A column as DuckDB reads it: a vector of rows at a time, in DuckDB's own layout. Thread-safe.</summary>
internal abstract unsafe class ScanColumn(Validity? validity, DuckDbType type) : IDisposable
{
    /// <summary>The type in SQL.</summary>
    public DuckDbType Type { get; } = type;

    /// <summary>What DuckDB reads of a column.</summary>
    public static ScanColumn Of(string name, Column column) => column switch
    {
        Column<long> { Kind: ColumnKind.Duration } durations => new Durations(durations),
        Column<long> { Kind: ColumnKind.Timestamp } times => new Values<long>(times, DuckDbType.Timestamp),
        Column<long> integers => new Values<long>(integers, DuckDbType.BigInt),
        Column<double> numbers => new Values<double>(numbers, DuckDbType.Double),
        Column<bool> flags => new Values<bool>(flags, DuckDbType.Boolean),
        TextColumn texts => new ScanText(name, texts),
        _ => throw new InvalidOperationException($"A {column.Kind.Word()} column has no type in SQL."),
    };

    /// <summary>Gives the rows to a vector of DuckDB.</summary>
    /// <param name="vector">The vector, at least <paramref name="count"/> long.</param>
    /// <param name="start">First row, a multiple of 64.</param>
    /// <param name="count">Number of rows.</param>
    public void Fill(nint vector, int start, int count)
    {
        Copy(Api.VectorData(vector), start, count);
        if (validity is null) return;
        // Both sides keep a bit a row, set where there is a value, 64 rows a word.
        Api.EnsureValidityWritable(vector);
        validity.Words.Slice(start >> 6, Validity.WordCount(count)).CopyTo(new Span<ulong>(Api.VectorValidity(vector), Validity.WordCount(count)));
    }

    /// <summary>Frees what was made for DuckDB, when it reads no longer.</summary>
    public virtual void Dispose()
    {
    }

    private protected abstract void Copy(void* target, int start, int count);

    /// <summary>Values that both sides store alike.</summary>
    private sealed class Values<T>(Column<T> column, DuckDbType type) : ScanColumn(column.Validity, type)
        where T : unmanaged
    {
        private protected override void Copy(void* target, int start, int count) => column.Span.Slice(start, count).CopyTo(new Span<T>(target, count));
    }

    /// <summary>Durations as intervals of days and microseconds, as DuckDB's own differences of timestamps are.</summary>
    private sealed class Durations(Column<long> column) : ScanColumn(column.Validity, DuckDbType.Interval)
    {
        private protected override void Copy(void* target, int start, int count)
        {
            var intervals = (NativeInterval*)target;
            var values = column.Span.Slice(start, count);
            for (var row = 0; row < values.Length; row++)
            {
                var (days, micros) = Math.DivRem(values[row], Times.Day);
                intervals[row] = new NativeInterval { Days = (int)days, Micros = micros };
            }
        }
    }
}
