using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Jupyter.Wire;
using MarketingNotebooks.Kernel.Jupyter.Zmtp;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Asks the front end that runs a cell for a line from the keyboard.</summary>
internal sealed class StdinChannel : IDisposable
{
    private readonly WireFormat wire;
    private readonly string session;
    private readonly RouterSocket socket;
    private readonly Action<string> log;
    private BlockingCollection<Message>? answers;

    /// <param name="wire">Signs and verifies.</param>
    /// <param name="session">The kernel's session id.</param>
    /// <param name="log">Takes lines about what was dropped.</param>
    public StdinChannel(WireFormat wire, string session, Action<string> log)
    {
        this.wire = wire;
        this.session = session;
        this.log = log;
        socket = new RouterSocket("stdin", Receive, log);
    }

    public EndPoint Listen(EndPoint address) => socket.Listen(address);

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="request">The request that runs the cell: its front end is asked. Front ends use one identity for shell and stdin.</param>
    /// <param name="question">What to ask.</param>
    /// <param name="cancellationToken">Cancelled when the cell is interrupted.</param>
    /// <exception cref="OperationCanceledException">Interrupted before the answer came.</exception>
    public string Ask(Message request, InputRequest question, CancellationToken cancellationToken)
    {
        using var inbox = new BlockingCollection<Message>();
        answers = inbox;
        try
        {
            var content = new JsonObject { ["prompt"] = question.Prompt, ["password"] = question.Password };
            socket.Send(request.Peer, [.. request.Route, .. wire.Frames(MessageHeader.New("input_request", session), request.Header.Json, null, content)]);
            return inbox.Take(cancellationToken).Text("value");
        }
        finally
        {
            answers = null;
        }
    }

    /// <summary>Sends what is queued, then closes.</summary>
    public void Close(TimeSpan linger) => socket.Close(linger);

    public void Dispose() => socket.Dispose();

    private void Receive(string peer, byte[][] frames)
    {
        if (wire.Read(peer, frames, out var fault) is not { } message) log($"stdin: A message was dropped because {fault}.");
        else if (message.Header.Type == "input_reply") Deliver(message);
    }

    // An answer that comes when nothing is asked, or to a question already given up, is dropped.
    private void Deliver(Message message)
    {
        try
        {
            answers?.Add(message);
        }
        catch (Exception error) when (error is ObjectDisposedException or InvalidOperationException)
        {
            log("stdin: An answer came too late and was dropped.");
        }
    }
}
