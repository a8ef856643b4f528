using System.Buffers.Binary;
using System.Net.Sockets;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>Reads bytes, frames and messages from a connection.</summary>
/// <param name="socket">A blocking socket.</param>
internal sealed class FrameReader(Socket socket)
{
    private const int LongestCommand = 64 * 1024;
    // A length is believed only as far as bytes arrive.
    private const int Believed = 1 << 20;
    private const int MostFrames = 4096;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>When the peer must be done, as a time of <see cref="Environment.TickCount64"/>; a peer that trickles is cut off too.</summary>
    public long Deadline { get; set; } = long.MaxValue;

    /// <summary>Fills a span.</summary>
    /// <exception cref="EndOfStreamException">The peer closed before.</exception>
    public void Read(Span<byte> target)
    {
        while (!target.IsEmpty)
        {
            if (start == end)
            {
                if (target.Length >= buffer.Length)
                {
                    target = target[Received(socket.Receive(target))..];
                    continue;
                }
                start = 0;
                end = Received(socket.Receive(buffer));
            }
            var count = Math.Min(target.Length, end - start);
            buffer.AsSpan(start, count).CopyTo(target);
            start += count;
            target = target[count..];
        }
    }

    /// <summary>The next frame, command or part of a message.</summary>
    /// <param name="room">Most bytes its body may have.</param>
    /// <exception cref="ZmtpException">Unknown flags, or a body longer than that.</exception>
    public Frame ReadFrame(int room)
    {
        Span<byte> header = stackalloc byte[8];
        Read(header[..1]);
        var flags = header[0];
        if (flags > (Frame.More | Frame.Long | Frame.Command) || (flags & (Frame.Command | Frame.More)) == (Frame.Command | Frame.More))
            throw new ZmtpException($"A frame with flags {flags}.");
        long length;
        if ((flags & Frame.Long) == 0)
        {
            Read(header[..1]);
            length = header[0];
        }
        else
        {
            Read(header);
            length = BinaryPrimitives.ReadInt64BigEndian(header);
        }
        if ((flags & Frame.Command) != 0) room = Math.Min(room, LongestCommand);
        if (length < 0 || length > room) throw new ZmtpException($"A frame of {length} bytes where at most {room} are taken.");
        return new Frame(flags, ReadBody((int)length));
    }

    /// <summary>The next message; commands met before it or inside it go to <paramref name="onCommand"/>.</summary>
    /// <param name="room">Most bytes it may have.</param>
    /// <param name="onCommand">Takes commands.</param>
    public byte[][] ReadMessage(int room, Action<ZmtpCommand> onCommand)
    {
        var frames = new List<byte[]>(8);
        while (true)
        {
            var frame = ReadFrame(room);
            if (frame.IsCommand)
            {
                onCommand(ZmtpCommand.Parse(frame.Body));
                continue;
            }
            room -= frame.Body.Length;
            frames.Add(frame.Body);
            if (!frame.HasMore) return [.. frames];
            if (frames.Count == MostFrames) throw new ZmtpException($"A message of more than {MostFrames} frames.");
        }
    }

    private byte[] ReadBody(int length)
    {
        if (length == 0) return [];
        var body = new byte[Math.Min(length, Believed)];
        Read(body);
        while (body.Length < length)
        {
            var have = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, have * 2L));
            Read(body.AsSpan(have));
        }
        return body;
    }

    private int Received(int count) => count == 0 ? throw new EndOfStreamException()
        : Environment.TickCount64 > Deadline ? throw new ZmtpException("The handshake took too long.") : count;
}
