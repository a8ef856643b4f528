using System.IO.Compression;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Unpacks gzip and fails when it is cut off, which <see cref="GZipStream"/> by itself takes for the end.</summary>
/// <remarks>A last member with a known content is put behind the data: when unpacking does not end with it, the data ended too early.</remarks>
/// <param name="packed">The packed data, closed with this stream.</param>
internal sealed class WholeGzip(Stream packed) : ForwardStream(new GZipStream(new Appended(packed), CompressionMode.Decompress))
{
    private static readonly byte[] Mark = [.. "\0\u0001end of the whole gzip data\u0001\0"u8];
    private static readonly byte[] Member = Pack();
    private readonly byte[] _held = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        // The last bytes are held back until more come: they may be the mark.
        while (!_ended && _end - _start <= Mark.Length)
        {
            _held.AsSpan(_start, _end - _start).CopyTo(_held);
            (_start, _end) = (0, _end - _start);
            var read = Inner.Read(_held, _end, _held.Length - _end);
            _end += read;
            if (read > 0) continue;
            _ended = true;
            if (!_held.AsSpan(_start, _end - _start).EndsWith(Mark)) throw new InvalidDataException("The gzip data ends too early.");
        }
        var given = Math.Min(buffer.Length, _end - _start - Mark.Length);
        _held.AsSpan(_start, given).CopyTo(buffer);
        _start += given;
        return given;
    }

    private static byte[] Pack()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(Mark);
        return packed.ToArray();
    }

    /// <summary>A stream with the last member behind it.</summary>
    private sealed class Appended(Stream first) : ForwardStream(first)
    {
        private int _given;

        public override int Read(Span<byte> buffer)
        {
            if (Inner.Read(buffer) is var read and > 0) return read;
            var count = Math.Min(buffer.Length, Member.Length - _given);
            Member.AsSpan(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }
    }
}
