using System.Net;
using System.Net.Sockets;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A listening ZMTP socket and its connections.</summary>
/// <param name="name">What the socket is called in threads and logs, e.g. <c>shell</c>.</param>
/// <param name="type">ZMTP's name of its type.</param>
/// <param name="partners">The types that may connect.</param>
/// <param name="log">Takes lines about connections that had to be closed.</param>
internal abstract class ServerSocket(string name, string type, string[] partners, Action<string> log) : IDisposable
{
    private const int MostPeers = 256;
    private readonly Lock gate = new();
    private readonly HashSet<Peer> peers = [];
    private Socket? listener;
    private bool closing;

    /// <summary>What the socket is called.</summary>
    public string Name => name;

    /// <summary>ZMTP's name of its type.</summary>
    public string Type => type;

    /// <summary>Bytes that may wait for one peer before senders should.</summary>
    public virtual long QueueBytes => 64L << 20;

    /// <summary>Longest message taken, in bytes. Whoever can connect can fill that much memory before a signature is looked at.</summary>
    public virtual int LongestMessage => 256 << 20;

    /// <summary>Open connections, those still shaking hands included.</summary>
    public int Connections => Peers.Count;

    private IReadOnlyList<Peer> Peers
    {
        get
        {
            lock (gate) return [.. peers];
        }
    }

    /// <summary>Listens at an address.</summary>
    /// <returns>The address in fact: with the port chosen when 0 was asked for.</returns>
    /// <exception cref="SocketException">The address is taken or not ours.</exception>
    public EndPoint Listen(EndPoint address)
    {
        // With TCP named, the port of a kernel that was just killed can be taken at once, and one in use cannot: ReuseAddress would share it.
        var socket = new Socket(address.AddressFamily, SocketType.Stream, address is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            if (address is UnixDomainSocketEndPoint file) RemoveLeftover(file);
            socket.Bind(address);
            socket.Listen(512);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        listener = socket;
        new Thread(() => Accept(socket), 256 * 1024) { IsBackground = true, Name = $"{name} listener" }.Start();
        return socket.LocalEndPoint!;
    }

    public bool Takes(string partner) => partners.Contains(partner);

    public void Log(string line) => log($"{name}: {line}");

    /// <summary>A connection is through its handshake.</summary>
    public virtual void Joined(Peer peer)
    {
    }

    /// <summary>A connection has ended.</summary>
    public virtual void Left(Peer peer)
    {
        lock (gate) peers.Remove(peer);
    }

    /// <summary>A message has come; called on the connection's reading thread.</summary>
    public abstract void Received(Peer peer, byte[][] frames);

    /// <summary>A command other than PING and PONG has come.</summary>
    public virtual void Commanded(Peer peer, ZmtpCommand command)
    {
    }

    /// <summary>Takes no more connections, sends what is queued, closes.</summary>
    /// <param name="linger">Most time for what is queued, over all connections.</param>
    public void Close(TimeSpan linger)
    {
        lock (gate) closing = true;
        listener?.Dispose();
        var until = DateTime.UtcNow + linger;
        var open = Peers;
        foreach (var peer in open) peer.Complete();
        foreach (var peer in open) peer.Finish(TimeSpan.FromTicks(Math.Max(0, (until - DateTime.UtcNow).Ticks)));
    }

    /// <inheritdoc/>
    public void Dispose() => Close(TimeSpan.Zero);

    private void Accept(Socket socket)
    {
        while (true)
        {
            Socket connection;
            try
            {
                connection = socket.Accept();
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (Exception error) when (error is SocketException or OutOfMemoryException)
            {
                lock (gate)
                {
                    if (closing) return;
                }
                Thread.Sleep(50); // Out of file handles or memory: others may give some back.
                continue;
            }
            Admit(connection);
        }
    }

    private void Admit(Socket connection)
    {
        Peer? peer = null;
        try
        {
            peer = new Peer(this, connection);
            lock (gate)
            {
                if (closing || peers.Count >= MostPeers) throw new IOException($"There are {peers.Count} connections; at most {MostPeers} are taken.");
                peers.Add(peer);
            }
            peer.Start();
        }
        catch (Exception error) when (error is IOException or OutOfMemoryException or ThreadStartException)
        {
            Log($"A connection was refused. {error.Message}");
            connection.Dispose();
            peer?.Close();
        }
    }

    // A killed kernel leaves its socket files behind. Only a socket nobody answers at is removed, never a file with something in it.
    private static void RemoveLeftover(UnixDomainSocketEndPoint address)
    {
        var file = new FileInfo(address.ToString());
        if (!file.Exists || file.Length > 0) return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(address);
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.ConnectionRefused)
        {
            file.Delete();
        }
    }
}
