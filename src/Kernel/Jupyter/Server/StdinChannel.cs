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
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private Question? open;

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

    /// <summary>Asks, and waits for the answer; questions asked at once come one after the other.</summary>
    /// <param name="request">The request that runs the cell: its front end is asked. Front ends use one identity for shell and stdin.</param>
    /// <param name="question">What to ask.</param>
    /// <param name="cancellationToken">Cancelled when the cell is interrupted.</param>
    /// <exception cref="OperationCanceledException">Interrupted before the answer came.</exception>
    public string Ask(Message request, InputRequest question, CancellationToken cancellationToken)
    {
        turn.Wait(cancellationToken);
        try
        {
            var header = MessageHeader.New("input_request", session);
            var mine = new Question((string)header.Json["msg_id"]!, request.Peer, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously));
            lock (asked)
            {
                asked.Add(mine.Id);
                open = mine;
            }
            var content = new JsonObject { ["prompt"] = question.Prompt, ["password"] = question.Password };
            socket.Send(request.Peer, [.. request.Route, .. wire.Frames(header, request.Header.Json, null, content)]);
            mine.Answer.Task.Wait(cancellationToken);
            return mine.Answer.Task.Result;
        }
        finally
        {
            lock (asked) open = null;
            turn.Release();
        }
    }

    /// <summary>Sends what is queued, then closes.</summary>
    public void Close(TimeSpan linger) => socket.Close(linger);

    // Threads may still wait for their turn; the semaphore holds nothing to release.
    public void Dispose() => socket.Dispose();

    private void Receive(string peer, byte[][] frames)
    {
        if (wire.Read(peer, frames, out var fault) is not { } message) log($"stdin: A message was dropped because {fault}.");
        else if (message.Header.Type == "input_reply" && !Deliver(message)) log("stdin: An answer came when nothing was asked, or to an earlier question, and was dropped.");
    }

    // Many front ends do not say what they answer; those that do may answer a question that was given up meanwhile.
    private bool Deliver(Message message)
    {
        lock (asked)
        {
            return open is { } question && message.Peer == question.Peer
                && (message.ParentId == question.Id || !asked.Contains(message.ParentId))
                && question.Answer.TrySetResult(message.Text("value"));
        }
    }

    private sealed record Question(string Id, string Peer, TaskCompletionSource<string> Answer);
}
