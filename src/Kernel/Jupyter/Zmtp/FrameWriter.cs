using System.Net.Sockets;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>Writes messages to a connection, small ones together in one packet.</summary>
/// <param name="socket">A blocking socket.</param>
/// <param name="onProgress">Told each time the network took bytes.</param>
internal sealed class FrameWriter(Socket socket, Action onProgress)
{
    private const int Piece = 256 * 1024;
    private readonly byte[] buffer = new byte[64 * 1024];
    private int used;

    /// <summary>Writes a message or a command; small ones wait for <see cref="Flush"/>.</summary>
    public void Write(Outgoing message)
    {
        var last = message.Frames.Length - 1;
        for (var i = 0; i <= last; i++) WriteFrame(message.IsCommand ? Frame.Command : i < last ? Frame.More : (byte)0, message.Frames[i]);
    }

    /// <summary>Hands what waits to the network.</summary>
    public void Flush()
    {
        Send(buffer.AsSpan(0, used));
        used = 0;
    }

    private void WriteFrame(byte flags, byte[] body)
    {
        if (buffer.Length - used < Frame.LongestHeader) Flush();
        used += Frame.WriteHeader(buffer.AsSpan(used), flags, body.Length);
        if (body.Length > buffer.Length - used)
        {
            Flush();
            if (body.Length > buffer.Length)
            {
                Send(body);
                return;
            }
        }
        body.CopyTo(buffer.AsSpan(used));
        used += body.Length;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[socket.Send(bytes[..Math.Min(bytes.Length, Piece)])..];
            onProgress();
        }
    }
}
