using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MarketingNotebooks.Data.Tests.Datasets.Public;

/// <summary>A server on loopback that hands out one file and misbehaves as told, a connection at a time.</summary>
public sealed class FileServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _content;
    private readonly Queue<Behaviour> _script;

    /// <summary>What a connection does.</summary>
    /// <param name="DropAfter">Bytes of the body after which it is reset; null: none.</param>
    /// <param name="Ranges">Whether it heeds Range.</param>
    /// <param name="Status">The status, when it is no success.</param>
    /// <param name="Corrupt">Flips a bit of the first byte sent.</param>
    /// <param name="Extra">Bytes sent beyond the file.</param>
    /// <param name="Shift">Bytes by which a range starts too late.</param>
    public sealed record Behaviour(int? DropAfter = null, bool Ranges = true, int Status = 0, bool Corrupt = false, int Extra = 0, int Shift = 0);

    /// <summary>Starts it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="script">What the connections do in turn; later ones behave.</param>
    public FileServer(byte[] content, params Behaviour[] script)
    {
        (_content, _script) = (content, new Queue<Behaviour>(script));
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where the file is.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/file.csv");

    /// <summary>The first byte asked for, of each request.</summary>
    public List<long> Starts { get; } = [];

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(client, _script.TryDequeue(out var behaviour) ? behaviour : new Behaviour());
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(TcpClient client, Behaviour behaviour)
    {
        var stream = client.GetStream();
        var request = await ReadRequestAsync(stream);
        var asked = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase)) is { } range
            ? long.Parse(range["Range: bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture) : 0;
        Starts.Add(asked);
        var from = behaviour.Ranges && asked > 0 ? (int)asked + behaviour.Shift : 0;
        var body = (byte[])[.. _content.AsSpan(Math.Min(from, _content.Length)), .. new byte[behaviour.Extra]];
        if (behaviour.Corrupt) body[0] ^= 1;
        var status = behaviour.Status > 0 ? $"{behaviour.Status} No" : from > 0 ? "206 Partial Content" : "200 OK";
        if (behaviour.Status > 0) body = [];
        var head = $"HTTP/1.1 {status}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n"
            + (from > 0 ? $"Content-Range: bytes {from}-{_content.Length - 1}/{_content.Length}\r\n" : "") + "\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(body.AsMemory(0, Math.Min(behaviour.DropAfter ?? body.Length, body.Length)));
        if (behaviour.DropAfter is null) return;
        await ReadAsync(client.Client);
        // A reset instead of an orderly end.
        client.LingerState = new LingerOption(true, 0);
    }

    /// <summary>Waits until the other side has read all that was sent: a reset throws away what still waits on either side.</summary>
    private static async Task ReadAsync(Socket socket)
    {
        var (mine, theirs) = (Port(socket.LocalEndPoint!), Port(socket.RemoteEndPoint!));
        if (!File.Exists("/proc/net/tcp")) await Task.Delay(200);
        else while (Waits("/proc/net/tcp") || Waits("/proc/net/tcp6")) await Task.Delay(5);

        static string Port(EndPoint end) => $":{((IPEndPoint)end).Port:X4}";

        // The columns of Linux: number, local address, remote address, state, bytes to send:bytes to read.
        bool Waits(string table) => File.Exists(table) && File.ReadLines(table).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Any(line => (Between(line, mine, theirs) || Between(line, theirs, mine)) && line[4] != "00000000:00000000");

        static bool Between(string[] line, string from, string to) => line[1].EndsWith(from, StringComparison.Ordinal) && line[2].EndsWith(to, StringComparison.Ordinal);
    }

    private static async Task<string> ReadRequestAsync(NetworkStream stream)
    {
        var (text, buffer) = (new StringBuilder(), new byte[4096]);
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0) break;
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        return text.ToString();
    }
}
