using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;
using MarketingNotebooks.Kernel.Jupyter.Zmtp;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>The channel on which outputs and the kernel's state are published to all front ends.</summary>
internal sealed class Iopub : IDisposable
{
    private readonly WireFormat wire;
    private readonly string session;
    private readonly PublisherSocket socket;
    private readonly ManualResetEventSlim subscribed = new();
    private readonly Lock gate = new();
    private Message? running;

    /// <param name="wire">Signs messages.</param>
    /// <param name="session">The kernel's session id.</param>
    /// <param name="log">Takes lines about connections that had to be closed.</param>
    public Iopub(WireFormat wire, string session, Action<string> log)
    {
        this.wire = wire;
        this.session = session;
        socket = new PublisherSocket("iopub", Welcome, log);
    }

    public EndPoint Listen(EndPoint address) => socket.Listen(address);

    /// <summary>Publishes a message and returns at once.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="content">Its content.</param>
    /// <param name="parent">The request it comes from, if any.</param>
    /// <param name="metadata">Its metadata.</param>
    /// <param name="buffers">Raw buffers after the content.</param>
    public void Publish(string type, JsonObject content, MessageHeader? parent, JsonObject? metadata = null, byte[][]? buffers = null) =>
        socket.Send([Encoding.ASCII.GetBytes(type), .. wire.Frames(MessageHeader.New(type, session), parent?.Json, metadata, content, buffers)]);

    /// <summary>Waits while a front end has too much unread, so that a cell that prints without end does not fill the memory.</summary>
    /// <param name="cancellationToken">Cancelled when the cell is interrupted.</param>
    public void WaitForRoom(CancellationToken cancellationToken) => socket.WaitForRoom(cancellationToken);

    /// <summary>Publishes that a request is being worked on.</summary>
    /// <param name="request">The request.</param>
    /// <param name="inTurn">True for requests that wait their turn, such as running a cell.</param>
    public void Busy(Message request, bool inTurn)
    {
        lock (gate)
        {
            if (inTurn) running = request;
            Status("busy", request.Header);
        }
    }

    /// <summary>Publishes that a request is done. When that was an answer given while a cell runs, front ends are told that
    /// the kernel is still busy with the cell: many take the last state they hear for the kernel's.</summary>
    public void Idle(Message request, bool inTurn)
    {
        lock (gate)
        {
            Status("idle", request.Header);
            if (inTurn) running = null;
            else if (running is not null) Status("busy", running.Header);
        }
    }

    /// <summary>Publishes a state of the kernel's own.</summary>
    public void Status(string state, MessageHeader? parent) => Publish("status", new JsonObject { ["execution_state"] = state }, parent);

    /// <summary>Waits until a front end listens, for what is published before is lost. Once waited for in vain, not again.</summary>
    public void WaitForSubscriber(TimeSpan most)
    {
        if (!subscribed.Wait(most)) subscribed.Set();
    }

    /// <summary>Sends what is queued, then closes.</summary>
    public void Close(TimeSpan linger) => socket.Close(linger);

    // Threads may still wait at the event; it holds nothing to release.
    public void Dispose() => socket.Dispose();

    // Protocol 5.4: tells a front end that its subscription is in force, see Jupyter Enhancement Proposal 65.
    private void Welcome(Peer peer, string topic)
    {
        peer.Send([Encoding.Latin1.GetBytes(topic), .. wire.Frames(
            MessageHeader.New("iopub_welcome", session), null, null, new JsonObject { ["subscription"] = topic })]);
        subscribed.Set();
    }
}
