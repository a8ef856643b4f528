using System.Net.Sockets;
using System.Security.Cryptography;

namespace MarketingNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>One connection of a socket: a thread that reads, a thread that writes.</summary>
/// <remarks>Threads of its own and blocking calls: cells may keep every thread of the pool busy, and the kernel must still answer.</remarks>
internal sealed class Peer
{
    private const int StackBytes = 256 * 1024;
    private const int HandshakeMilliseconds = 10_000;

    /// <summary>A reader that waits for bytes leaves at once; one whose message is being handled may take longer, and resets nothing.</summary>
    private const int LeavingMilliseconds = 500;

    private readonly ServerSocket owner;
    private readonly Socket socket;
    private readonly SendQueue queue;
    private readonly FrameReader reader;
    private readonly FrameWriter writer;
    private readonly Thread writing;
    private Thread? reading;
    private volatile bool finishing;
    private int closed;

    public Peer(ServerSocket owner, Socket socket)
    {
        this.owner = owner;
        this.socket = socket;
        queue = new SendQueue(owner.QueueBytes);
        reader = new FrameReader(socket);
        writer = new FrameWriter(socket, queue.Moved);
        writing = new Thread(WriteAll, StackBytes) { IsBackground = true, Name = $"{owner.Name} writer" };
    }

    /// <summary>The peer's identity, or 00 and four random bytes.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>Begins to serve the connection.</summary>
    public void Start()
    {
        reading = new Thread(Serve, StackBytes) { IsBackground = true, Name = $"{owner.Name} reader" };
        reading.Start();
    }

    /// <summary>Queues a message and returns at once; a peer with far too much unread loses its connection.</summary>
    public void Send(byte[][] frames)
    {
        if (!queue.Add(new Outgoing(frames))) GiveUp();
    }

    /// <summary>Waits while more is queued than should be; a peer that meanwhile reads nothing loses its connection.</summary>
    /// <param name="patience">How long it may stand still.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public void WaitForRoom(TimeSpan patience, CancellationToken cancellationToken = default)
    {
        if (!queue.WaitForRoom(patience, cancellationToken)) GiveUp();
    }

    /// <summary>Takes no more messages.</summary>
    public void Complete() => queue.Complete();

    /// <summary>Sends what is queued, then closes.</summary>
    /// <param name="linger">Most time for it.</param>
    public void Finish(TimeSpan linger)
    {
        finishing = true;
        queue.Complete();
        if (!writing.IsAlive || writing.Join(linger)) HangUp();
        Close();
    }

    /// <summary>Closes at once; what is queued is lost.</summary>
    public void Close()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0) return;
        queue.Complete();
        socket.Dispose();
        owner.Left(this);
    }

    private void Serve()
    {
        try
        {
            Shake();
            owner.Joined(this);
            writing.Start();
            while (true) owner.Received(this, reader.ReadMessage(owner.LongestMessage, OnCommand));
        }
        catch (ZmtpException error)
        {
            owner.Log($"A connection was closed. {error.Message}");
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException)
        {
            // The peer left, or we closed.
        }
        catch (Exception error)
        {
            // Memory ran out, or a mistake of ours: this connection pays, not the process.
            owner.Log($"A connection was closed because of {error.GetType().Name}: {error.Message}");
        }
        if (!finishing) Close();
    }

    // Closing while another thread is in a call to the socket resets the connection, and what the network has not delivered yet is lost. So
    // the reader is told that nothing more will come, leaves the closing to us, and is gone before the socket is.
    private void HangUp()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Both);
            if (reading != Thread.CurrentThread) reading?.Join(LeavingMilliseconds);
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    private void GiveUp()
    {
        if (closed != 0) return;
        owner.Log("A front end stopped reading and was disconnected.");
        Close();
    }

    private void Shake()
    {
        socket.NoDelay = socket.AddressFamily != AddressFamily.Unix;
        socket.ReceiveTimeout = HandshakeMilliseconds;
        socket.SendTimeout = HandshakeMilliseconds;
        reader.Deadline = Environment.TickCount64 + HandshakeMilliseconds;
        Write(Greeting.Own());
        var greeting = new byte[Greeting.Length];
        reader.Read(greeting.AsSpan(0, Greeting.Beginning));
        Greeting.CheckBeginning(greeting);
        reader.Read(greeting.AsSpan(Greeting.Beginning));
        Greeting.Check(greeting);
        Command(ZmtpCommand.Ready(owner.Type));
        var frame = reader.ReadFrame(int.MaxValue);
        if (!frame.IsCommand) throw new ZmtpException("The peer sent a message before READY.");
        var ready = ZmtpCommand.Parse(frame.Body);
        if (ready.Name != "READY") throw new ZmtpException("The peer sent another command in place of READY.");
        var properties = ready.Properties();
        var type = properties.TryGetValue("Socket-Type", out var bytes) ? System.Text.Encoding.ASCII.GetString(bytes) : "";
        if (!owner.Takes(type))
        {
            Command(ZmtpCommand.Error("Invalid socket type"));
            throw new ZmtpException($"A socket of a type that cannot talk to {owner.Type}.");
        }
        Identity = Convert.ToHexString(properties.TryGetValue("Identity", out var own) && own.Length > 0 ? own : [0, .. RandomNumberGenerator.GetBytes(4)]);
        reader.Deadline = long.MaxValue;
        socket.ReceiveTimeout = 0;
        socket.SendTimeout = 0;
    }

    private void OnCommand(ZmtpCommand command)
    {
        switch (command.Name)
        {
            case "PING": queue.Add(new Outgoing([command.Pong()], IsCommand: true)); break;
            case "PONG": break;
            case "ERROR": throw new ZmtpException("The peer reported an error.");
            default: owner.Commanded(this, command); break;
        }
    }

    private void WriteAll()
    {
        try
        {
            while (queue.Take(out var message))
            {
                do
                {
                    writer.Write(message);
                    queue.Sent(message);
                }
                while (queue.TryTake(out message));
                writer.Flush();
            }
        }
        catch (Exception error) when (error is IOException or SocketException or ObjectDisposedException or OutOfMemoryException)
        {
            Close();
        }
    }

    private void Command(byte[] body)
    {
        writer.Write(new Outgoing([body], IsCommand: true));
        writer.Flush();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[socket.Send(bytes)..];
    }
}
