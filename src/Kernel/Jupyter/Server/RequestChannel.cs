using System.Net;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Server.Requests;
using MarketingNotebooks.Kernel.Jupyter.Wire;
using MarketingNotebooks.Kernel.Jupyter.Zmtp;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Shell or control: verifies requests, has them handled in turn or at once, and sends the replies.</summary>
internal sealed class RequestChannel : IDisposable
{
    private const string Request = "_request";
    private static readonly TimeSpan FirstSubscriber = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly WireFormat wire;
    private readonly string session;
    private readonly Iopub iopub;
    private readonly Action<string> log;
    private readonly RouterSocket socket;
    private readonly Dictionary<string, IRequestHandler> handlers;
    private readonly WorkQueue inTurn;
    private readonly WorkQueue atOnce;

    /// <param name="name">shell or control.</param>
    /// <param name="wire">Signs and verifies.</param>
    /// <param name="session">The kernel's session id.</param>
    /// <param name="iopub">Where busy and idle are published.</param>
    /// <param name="handlers">What is answered.</param>
    /// <param name="log">Takes lines about what was dropped.</param>
    public RequestChannel(string name, WireFormat wire, string session, Iopub iopub, IEnumerable<IRequestHandler> handlers, Action<string> log)
    {
        this.wire = wire;
        this.session = session;
        this.iopub = iopub;
        this.log = line => log($"{name}: {line}");
        this.handlers = handlers.ToDictionary(handler => handler.Type, StringComparer.Ordinal);
        socket = new RouterSocket(name, Receive, log);
        inTurn = new WorkQueue($"{name} requests", this.log);
        atOnce = new WorkQueue($"{name} answers", this.log);
    }

    public EndPoint Listen(EndPoint address) => socket.Listen(address);

    /// <summary>Sends what is queued, then closes.</summary>
    public void Close(TimeSpan linger) => socket.Close(linger);

    public void Dispose()
    {
        socket.Dispose();
        inTurn.Dispose();
        atOnce.Dispose();
    }

    private void Receive(string peer, byte[][] frames)
    {
        if (wire.Read(peer, frames, out var fault) is not { } message)
        {
            log($"A message was dropped because {fault}.");
            return;
        }
        var type = message.Header.Type;
        if (!handlers.TryGetValue(type, out var handler))
        {
            if (!type.EndsWith(Request, StringComparison.Ordinal))
            {
                log($"A message of type '{type}' was dropped because this kernel does not know it.");
                return;
            }
            handler = new UnknownHandler(type);
        }
        (handler.InTurn ? inTurn : atOnce).Add(() => Answer(handler, message));
    }

    private void Answer(IRequestHandler handler, Message request)
    {
        iopub.WaitForSubscriber(FirstSubscriber);
        if (!handler.InTurn) inTurn.WaitForRest(Settling); // What was asked before should be done, unless it is long.
        iopub.Busy(request, handler.InTurn);
        try
        {
            if (Content(handler, request) is { } content) Reply(request, handler.Type[..^Request.Length] + "_reply", content);
        }
        finally
        {
            iopub.Idle(request, handler.InTurn);
            handler.Done();
        }
    }

    private JsonObject? Content(IRequestHandler handler, Message request)
    {
        try
        {
            return handler.Handle(request);
        }
        catch (Exception error)
        {
            log($"A message of type '{request.Header.Type}' failed with {error.GetType().Name}: {error.Message}");
            return handler.Type.EndsWith(Request, StringComparison.Ordinal) ? Errors.Reply(error) : null;
        }
    }

    private void Reply(Message request, string type, JsonObject content) => socket.Send(request.Peer,
        [.. request.Route, .. wire.Frames(MessageHeader.New(type, session), request.Header.Json, null, content)]);
}
