using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MarketingNotebooks.Kernel.Tests.Jupyter.Zmtp;

/// <summary>A peer that writes its own bytes, so that it shares no mistake with the code under test.</summary>
internal sealed class ZmtpClient : IDisposable
{
    private const int LimitMilliseconds = 60_000;
    private readonly Socket socket;

    /// <summary>Connects and says nothing yet.</summary>
    public ZmtpClient(EndPoint address)
    {
        socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = LimitMilliseconds, SendTimeout = LimitMilliseconds };
        socket.Connect(address);
    }

    /// <summary>Connects and goes through the handshake.</summary>
    public static ZmtpClient Connect(EndPoint address, string type, string? identity = null, byte minor = 1)
    {
        var client = new ZmtpClient(address);
        client.Write(Greeting(minor: minor));
        client.Read(64);
        client.WriteFrame(4, Ready(type, identity));
        Assert.Equal("READY", client.ReadCommand().Name);
        return client;
    }

    public static byte[] Greeting(byte major = 3, byte minor = 0, string mechanism = "NULL", byte padding = 0)
    {
        var bytes = new byte[64];
        bytes[0] = 0xFF;
        bytes.AsSpan(1, 8).Fill(padding);
        bytes[9] = 0x7F;
        bytes[10] = major;
        bytes[11] = minor;
        Encoding.ASCII.GetBytes(mechanism, bytes.AsSpan(12));
        return bytes;
    }

    public static byte[] Ready(string type, string? identity)
    {
        byte[] body = [5, .. "READY"u8, .. Property("Socket-Type", type)];
        return identity is null ? body : [.. body, .. Property("Identity", identity)];
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[socket.Send(bytes)..];
    }

    public void WriteFrame(byte flags, byte[] body)
    {
        var header = new byte[9];
        header[0] = flags;
        if (body.Length < 256)
        {
            header[1] = (byte)body.Length;
            Write(header.AsSpan(0, 2));
        }
        else
        {
            header[0] |= 2;
            BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(1), body.Length);
            Write(header);
        }
        Write(body);
    }

    /// <summary>Sends a message.</summary>
    public void Send(params byte[][] frames)
    {
        for (var i = 0; i < frames.Length; i++) WriteFrame((byte)(i < frames.Length - 1 ? 1 : 0), frames[i]);
    }

    public void Command(string name, params byte[] data) => WriteFrame(4, [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. data]);

    public (byte Flags, byte[] Body) ReadFrame()
    {
        var flags = Read(1)[0];
        var length = (flags & 2) == 0 ? Read(1)[0] : (int)BinaryPrimitives.ReadInt64BigEndian(Read(8));
        return (flags, Read(length));
    }

    public (string Name, byte[] Data) ReadCommand()
    {
        var (flags, body) = ReadFrame();
        Assert.Equal(4, flags & 4);
        return (Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..]);
    }

    /// <summary>The next message, commands between apart.</summary>
    public byte[][] Receive()
    {
        var frames = new List<byte[]>();
        while (true)
        {
            var (flags, body) = ReadFrame();
            if ((flags & 4) != 0) continue;
            frames.Add(body);
            if ((flags & 1) == 0) return [.. frames];
        }
    }

    /// <summary>True when something comes within a time.</summary>
    public bool Hears(int milliseconds) => socket.Poll(TimeSpan.FromMilliseconds(milliseconds), SelectMode.SelectRead);

    /// <summary>Reads until the other side closes; fails when it does not.</summary>
    public void AssertClosed()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (socket.Receive(buffer) > 0)
            {
            }
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
        }
    }

    public byte[] Read(int count)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            var got = socket.Receive(bytes.AsSpan(have));
            if (got == 0) throw new EndOfStreamException();
            have += got;
        }
        return bytes;
    }

    /// <summary>Ends the connection with a reset, as a killed process may.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    public void Dispose() => socket.Dispose();

    private static byte[] Property(string name, string value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. Encoding.Latin1.GetBytes(value)];
    }
}
