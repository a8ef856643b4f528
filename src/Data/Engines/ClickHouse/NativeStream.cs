using System.Runtime.InteropServices;
using System.Text;

namespace MarketingNotebooks.Data.Engines.ClickHouse;

/// <summary>Reads the pieces of ClickHouse's Native format from a stream, through one buffer.</summary>
internal sealed class NativeStream(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 18];
    private int _at;
    private int _end;

    /// <summary>True when nothing is left.</summary>
    public bool AtEnd()
    {
        if (_at < _end) return false;
        (_at, _end) = (0, stream.Read(_buffer));
        return _end == 0;
    }

    public byte Byte() => AtEnd() ? throw new EndOfStreamException("The answer ended in the middle.") : _buffer[_at++];

    /// <summary>An unsigned integer, seven bits a byte, the lowest first.</summary>
    public ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Byte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80) return value;
        }
        throw new InvalidDataException("A number of the answer has over 64 bits.");
    }

    public string Text()
    {
        var length = Varint();
        if (length > 1 << 20) throw new InvalidDataException("A name of the answer is longer than a megabyte.");
        var bytes = new byte[length];
        Fill(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    /// <summary>Fills an array of fixed-size values as they lie in memory.</summary>
    public void Values<T>(Span<T> values)
        where T : unmanaged => Fill(MemoryMarshal.AsBytes(values));

    /// <summary>Bytes that stay valid until the next call; copied only where they cross the buffer's end.</summary>
    public ReadOnlySpan<byte> Bytes(int length)
    {
        if (_end - _at >= length)
        {
            _at += length;
            return _buffer.AsSpan(_at - length, length);
        }
        var bytes = new byte[length];
        Fill(bytes);
        return bytes;
    }

    /// <summary>What is left as text, up to a length: an error that the server wrote behind its rows.</summary>
    public string Rest(int most)
    {
        var bytes = new List<byte>();
        while (bytes.Count < most && !AtEnd()) bytes.Add(_buffer[_at++]);
        return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes));
    }

    /// <summary>The bytes read but not yet taken, for looking ahead.</summary>
    public ReadOnlySpan<byte> Ahead => _buffer.AsSpan(_at, _end - _at);

    private void Fill(Span<byte> target)
    {
        var ready = Math.Min(target.Length, _end - _at);
        _buffer.AsSpan(_at, ready).CopyTo(target);
        _at += ready;
        if (ready < target.Length) stream.ReadExactly(target[ready..]); // Long arrays go past the buffer.
    }
}
