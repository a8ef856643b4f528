using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Comms;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Requests;

/// <summary><c>comm_info</c>: which comms are open.</summary>
internal sealed class CommInfoHandler(CSharpSession session) : IRequestHandler
{
    public string Type => "comm_info_request";

    public bool InTurn => false;

    public JsonObject Handle(Message request)
    {
        var target = request.Text("target_name");
        var comms = new JsonObject();
        foreach (var comm in session.Comms.Open.Where(comm => target.Length == 0 || comm.Target == target))
        {
            comms[comm.Id] = new JsonObject { ["target_name"] = comm.Target };
        }
        return new JsonObject { ["status"] = "ok", ["comms"] = comms };
    }
}

/// <summary><c>comm_open</c>, <c>comm_msg</c> or <c>comm_close</c>: what a front end does with a comm. They are not answered.</summary>
/// <param name="action">Which of them.</param>
/// <param name="session">Whose cells handle it.</param>
/// <param name="iopub">Where the handlers' outputs go.</param>
/// <param name="turn">What an interrupt stops.</param>
/// <param name="log">Told of messages to comms that are not open.</param>
internal sealed class CommHandler(CommAction action, CSharpSession session, Iopub iopub, CellTurn turn, Action<string> log) : IRequestHandler
{
    public string Type => CommTypes.Of(action);

    public bool InTurn => true;

    public JsonObject? Handle(Message request)
    {
        var id = request.Text("comm_id");
        var target = request.Text("target_name");
        var message = new CommMessage(request.Content["data"]?.DeepClone(), request.Metadata, request.Buffers);
        var work = action switch
        {
            CommAction.Open => session.Comms.Opened(id, target, message),
            CommAction.Message => session.Comms.Received(id, message),
            _ => session.Comms.Closed(id, message),
        };
        if (work is not null) turn.Take(request, abortable: false, token => Run(work, request, token));
        else if (action == CommAction.Open) iopub.Publish(CommTypes.Of(CommAction.Close), new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() }, request.Header);
        else if (action == CommAction.Message) log($"A message to the comm '{id}' was dropped because no such comm is open.");
        return null;
    }

    private JsonObject? Run(Func<Task> work, Message request, CancellationToken token)
    {
        try
        {
            session.CallAsync(work, new IopubSink(iopub, request.Header, silent: false, token), token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // Interrupted before it began.
        }
        return null;
    }
}
