using System.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Bytes that can be read from their start as often as needed, decompressed and as UTF-8.</summary>
internal sealed class ByteSource : IDisposable
{
    private readonly Func<Stream> _open;
    private readonly Action? _dispose;

    private ByteSource(string name, Func<Stream> open, Action? dispose)
    {
        Name = name;
        _open = open;
        _dispose = dispose;
        using var raw = _open();
        Length = raw.Length;
        Span<byte> magic = stackalloc byte[2];
        Compressed = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
    }

    /// <summary>The file, as the user named it.</summary>
    public string Name { get; }

    /// <summary>True when the bytes are gzip.</summary>
    public bool Compressed { get; }

    /// <summary>Bytes as they lie there, compressed or not.</summary>
    public long Length { get; }

    /// <summary>Bytes of the byte order mark, skipped on opening.</summary>
    public int Preamble { get; set; }

    /// <summary>The text's encoding; null for UTF-8, which needs no conversion.</summary>
    public Encoding? Encoding { get; set; }

    /// <summary>A file.</summary>
    public static ByteSource OfFile(string path) =>
        new(path, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan), null);

    /// <summary>Bytes in memory.</summary>
    public static ByteSource OfBytes(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false), null);

    /// <summary>A stream, from where it stands; it stays open. One that cannot seek is spooled to a temporary file.</summary>
    public static ByteSource OfStream(Stream stream)
    {
        if (stream.CanSeek)
        {
            var start = stream.Position;
            return new("stream", () => new Slice(stream, start), null);
        }
        var spool = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite,
            FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            stream.CopyTo(spool);
            spool.Position = 0;
            return new("stream", () => new Slice(spool, 0), spool.Dispose);
        }
        catch
        {
            spool.Dispose();
            throw;
        }
    }

    /// <summary>The decompressed bytes as they are.</summary>
    public Stream OpenBytes(out Stream raw)
    {
        raw = _open();
        return Compressed ? new WholeGzip(raw) : raw;
    }

    /// <summary>The text as UTF-8, without byte order mark, from a byte on.</summary>
    public Stream OpenText(long from, out Stream raw)
    {
        var bytes = OpenBytes(out raw);
        if (Encoding is null) from += Preamble;
        else Skip(bytes, Preamble);
        var text = Encoding is null ? bytes : Encoding.CreateTranscodingStream(bytes, Encoding, new UTF8Encoding(false));
        if (text.CanSeek) text.Position += from;
        else Skip(text, from);
        return text;
    }

    /// <summary>Up to <paramref name="most"/> first bytes, decompressed.</summary>
    public byte[] Head(int most, bool asText, out bool whole)
    {
        using var stream = asText ? OpenText(0, out _) : OpenBytes(out _);
        var head = new byte[most];
        var length = stream.ReadAtLeast(head, most, throwOnEndOfStream: false);
        whole = length < most;
        return head[..length];
    }

    /// <inheritdoc/>
    public void Dispose() => _dispose?.Invoke();

    private static void Skip(Stream stream, long bytes)
    {
        var buffer = new byte[Math.Min(bytes, 1 << 16)];
        while (bytes > 0)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(bytes, buffer.Length));
            if (read == 0) return;
            bytes -= read;
        }
    }

    /// <summary>A stream read from one of its positions, which outlives the reading.</summary>
    private sealed class Slice : Stream
    {
        private readonly Stream _inner;
        private readonly long _start;

        public Slice(Stream inner, long start)
        {
            (_inner, _start) = (inner, start);
            inner.Position = start;
        }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => _inner.Length - _start;

        public override long Position
        {
            get => _inner.Position - _start;
            set => _inner.Position = value + _start;
        }

        public override int Read(byte[] buffer, int offset, int count) => _inner.Read(buffer, offset, count);

        public override int Read(Span<byte> buffer) => _inner.Read(buffer);

        public override long Seek(long offset, SeekOrigin origin) =>
            Position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => Position + offset, _ => Length + offset };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
