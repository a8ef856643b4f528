using System.Buffers.Binary;
using System.Text;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A command frame: a name and its data.</summary>
internal readonly record struct ZmtpCommand(string Name, byte[] Data)
{
    /// <summary>Takes a frame's body apart.</summary>
    /// <exception cref="ZmtpException">The name is longer than the frame.</exception>
    public static ZmtpCommand Parse(byte[] body)
    {
        if (body.Length == 0 || body[0] == 0 || 1 + body[0] > body.Length) throw new ZmtpException("A command without a name.");
        return new ZmtpCommand(Encoding.ASCII.GetString(body, 1, body[0]), body[(1 + body[0])..]);
    }

    /// <summary>The body of a frame.</summary>
    public static byte[] Body(string name, ReadOnlySpan<byte> data)
    {
        var body = new byte[1 + name.Length + data.Length];
        body[0] = (byte)name.Length;
        Encoding.ASCII.GetBytes(name, body.AsSpan(1));
        data.CopyTo(body.AsSpan(1 + name.Length));
        return body;
    }

    /// <summary>READY with our socket type.</summary>
    public static byte[] Ready(string socketType)
    {
        const string Key = "Socket-Type";
        var data = new byte[1 + Key.Length + 4 + socketType.Length];
        data[0] = (byte)Key.Length;
        Encoding.ASCII.GetBytes(Key, data.AsSpan(1));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(1 + Key.Length), socketType.Length);
        Encoding.ASCII.GetBytes(socketType, data.AsSpan(1 + Key.Length + 4));
        return Body("READY", data);
    }

    /// <summary>ERROR with a reason of at most 255 characters.</summary>
    public static byte[] Error(string reason) => Body("ERROR", [(byte)reason.Length, .. Encoding.ASCII.GetBytes(reason)]);

    /// <summary>The properties of READY; names are compared without case.</summary>
    /// <exception cref="ZmtpException">A property is longer than the command.</exception>
    public Dictionary<string, byte[]> Properties()
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        var rest = Data.AsSpan();
        while (!rest.IsEmpty)
        {
            var nameLength = rest[0];
            if (rest.Length < 1 + nameLength + 4) throw new ZmtpException("READY ends inside a property.");
            var name = Encoding.ASCII.GetString(rest.Slice(1, nameLength));
            var length = BinaryPrimitives.ReadInt32BigEndian(rest[(1 + nameLength)..]);
            rest = rest[(1 + nameLength + 4)..];
            if (length < 0 || length > rest.Length) throw new ZmtpException("READY ends inside a property.");
            properties[name] = rest[..length].ToArray();
            rest = rest[length..];
        }
        return properties;
    }

    /// <summary>The answer to PING: its context, without the time to live.</summary>
    /// <exception cref="ZmtpException">PING without a time to live.</exception>
    public byte[] Pong() => Data.Length >= 2 ? Body("PONG", Data.AsSpan(2)) : throw new ZmtpException("PING without a time to live.");
}
