using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace MarketingNotebooks.Data.Sources;

/// <summary>What is wrong with a row that has no place in the table.</summary>
internal enum FaultKind
{
    FieldCount,
    OpenQuote,
    TooLong,
    BadEncoding,
}

/// <summary>A row that does not fit, by its place in its block.</summary>
internal readonly record struct Fault(int Start, int Length, FaultKind Kind, int Fields);

/// <summary>Where rows and fields lie in a block of whole rows. Reused from block to block.</summary>
/// <remarks>Bytes are looked at 64 at a time: a bit mask marks delimiters, line ends and quotes, and only those are visited. Line ends are LF, CRLF
/// and CR. Lines without a field are skipped, except where rows have one column: there they hold a null.</remarks>
internal sealed class FieldIndex(CsvDialect dialect)
{
    private const int Quoted = int.MinValue;
    private int[] _ends = new int[1 << 12];
    private int[] _starts = new int[1 << 9];
    private int _columns;

    /// <summary>Number of rows that fit.</summary>
    public int Rows { get; private set; }

    /// <summary>Fields of the widest row, when rows of any width were asked for.</summary>
    public int Widest { get; private set; }

    /// <summary>Rows that do not fit.</summary>
    public List<Fault> Faults { get; } = [];

    /// <summary>Fields of each row, when rows of any width were asked for; else empty.</summary>
    public List<int> Counts { get; } = [];

    /// <summary>The place of a field, quotes included.</summary>
    /// <returns>True when the field is quoted.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Locate(int row, int column, out int start, out int end)
    {
        var at = row * _columns + column;
        var stop = _ends[at];
        start = column == 0 ? _starts[row] : (_ends[at - 1] & ~Quoted) + 1;
        end = stop & ~Quoted;
        return stop < 0;
    }

    /// <summary>The place of a row, without its line end.</summary>
    public (int Start, int Length) Locate(int row)
    {
        var start = _starts[row];
        return (start, (_ends[(row + 1) * _columns - 1] & ~Quoted) - start);
    }

    /// <summary>Indexes a block.</summary>
    /// <param name="block">Holds <paramref name="length"/> bytes of whole rows and at least 64 more.</param>
    /// <param name="length">Bytes of the block.</param>
    /// <param name="columns">Fields a row must have; 0 takes rows of any width and only counts their fields.</param>
    /// <param name="pad">True gives rows with too few fields empty ones.</param>
    /// <param name="mostRows">Rows after which to stop.</param>
    public void Build(byte[] block, int length, int columns, bool pad, int mostRows)
    {
        _columns = columns;
        Rows = Widest = 0;
        Faults.Clear();
        Counts.Clear();
        if (mostRows == 0) return;
        var bytes = block.AsSpan(0, length);
        var valid = Utf8.IsValid(bytes);
        var (delimiter, quote, blanks) = (dialect.Delimiter, dialect.Quote, dialect.Blanks);
        var second = blanks ? (byte)'\t' : delimiter;
        ref var origin = ref block[0];
        // Next free end; start of the row in ends and in bytes; start of the field; where scanning goes on; quoted flag of the field.
        int free = 0, first = 0, row = 0, field = 0, position = 0, flag = 0;
        if (SkipComments(bytes, ref row)) field = position = row;
        while (position < length)
        {
            var window = position;
            var mask = Structure(ref Unsafe.Add(ref origin, window), delimiter, second, quote);
            if (length - window < 64) mask &= (1UL << (length - window)) - 1;
            position += 64;
            while (mask != 0)
            {
                var at = window + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
                if (at < field) continue; // the LF of a CRLF
                var value = block[at];
                if (free + 1 >= _ends.Length) Array.Resize(ref _ends, _ends.Length * 2);
                if (value == delimiter || value == second)
                {
                    if (!blanks || at != field) (_ends[free++], flag) = (at | flag, 0);
                    field = at + 1;
                }
                else if (value != quote)
                {
                    EndRow(bytes, valid, row, field, at, flag, pad, ref free, ref first);
                    if (Rows >= mostRows) return;
                    flag = 0;
                    row = at + 1;
                    if (value == '\r' && row < length && block[row] == '\n') row++;
                    if (SkipComments(bytes, ref row))
                    {
                        field = position = row;
                        break;
                    }
                    field = row;
                }
                else if (flag == 0 && (blanks ? at == field : bytes[field..at].TrimStart((byte)' ').IsEmpty))
                {
                    var close = Quotes.Close(bytes, at, dialect, final: true);
                    if (close >= 0)
                    {
                        (flag, position) = (Quoted, close + 1);
                        break;
                    }
                    var next = Quotes.NextLine(bytes, at);
                    Faults.Add(new Fault(row, next - row, FaultKind.OpenQuote, 0));
                    free = first;
                    row = next;
                    SkipComments(bytes, ref row);
                    field = position = row;
                    break;
                }
            }
        }
        if (row < length) EndRow(bytes, valid, row, field, length, flag, pad, ref free, ref first);
    }

    private void EndRow(ReadOnlySpan<byte> bytes, bool valid, int row, int field, int end, int flag, bool pad, ref int free, ref int first)
    {
        if (free == first && _columns != 1 && bytes[row..end].Trim(" \t"u8).IsEmpty) return;
        if (!dialect.Blanks || field != end || free == first) _ends[free++] = end | flag;
        var count = free - first;
        var fault = FaultKind.FieldCount;
        var fits = _columns == 0 || count == _columns;
        if (!fits && count == _columns + 1 && flag == 0 && (_ends[free - 2] & ~Quoted) + 1 == end)
        {
            // A delimiter at the end of the row.
            free--;
            fits = true;
        }
        if (!fits && pad && count < _columns)
        {
            if ((long)free + _columns > 1 << 28)
                throw new CsvException("The rows to fill up would have too many fields: the widest row is far wider than others. Leave CsvOptions.Ragged out, or name Columns.");
            while (free + _columns - count >= _ends.Length) Array.Resize(ref _ends, _ends.Length * 2);
            for (; count < _columns; count++, free++) _ends[free] = (_ends[free - 1] & ~Quoted) + 1;
            fits = true;
        }
        if (end - row > dialect.MaxRow) (fits, fault) = (false, FaultKind.TooLong);
        else if (!valid && !Utf8.IsValid(bytes[row..end])) (fits, fault) = (false, FaultKind.BadEncoding);
        if (!fits)
        {
            Faults.Add(new Fault(row, end - row, fault, count));
            free = first;
            return;
        }
        if (_columns == 0)
        {
            Counts.Add(count);
            Widest = Math.Max(Widest, count);
            free = first;
        }
        if (Rows == _starts.Length) Array.Resize(ref _starts, Rows * 2);
        _starts[Rows++] = row;
        first = free;
    }

    private bool SkipComments(ReadOnlySpan<byte> bytes, ref int row)
    {
        if (dialect.Comment == CsvDialect.None) return false;
        var start = row;
        while (row < bytes.Length && bytes[row] == dialect.Comment) row = Quotes.NextLine(bytes, row);
        return row != start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Structure(ref byte bytes, byte delimiter, byte second, byte quote)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            var value = Vector512.LoadUnsafe(ref bytes);
            var found = Vector512.Equals(value, Vector512.Create(delimiter)) | Vector512.Equals(value, Vector512.Create(second))
                | Vector512.Equals(value, Vector512.Create(quote))
                | Vector512.Equals(value, Vector512.Create((byte)'\n')) | Vector512.Equals(value, Vector512.Create((byte)'\r'));
            return found.ExtractMostSignificantBits();
        }
        return Half(ref bytes, delimiter, second, quote) | (ulong)Half(ref Unsafe.Add(ref bytes, 32), delimiter, second, quote) << 32;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ref byte bytes, byte delimiter, byte second, byte quote)
    {
        var value = Vector256.LoadUnsafe(ref bytes);
        var found = Vector256.Equals(value, Vector256.Create(delimiter)) | Vector256.Equals(value, Vector256.Create(second))
            | Vector256.Equals(value, Vector256.Create(quote))
            | Vector256.Equals(value, Vector256.Create((byte)'\n')) | Vector256.Equals(value, Vector256.Create((byte)'\r'));
        return found.ExtractMostSignificantBits();
    }
}
