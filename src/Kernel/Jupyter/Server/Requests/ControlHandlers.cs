using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Requests;

/// <summary><c>interrupt</c>: stops the running cell, keeps the state.</summary>
internal sealed class InterruptHandler(Action interrupt) : IRequestHandler
{
    public string Type => "interrupt_request";

    public bool InTurn => false;

    public JsonObject Handle(Message request)
    {
        interrupt();
        return new JsonObject { ["status"] = "ok" };
    }
}

/// <summary><c>shutdown</c>: ends the kernel once the reply is out.</summary>
/// <param name="iopub">Where the other front ends are told.</param>
/// <param name="stop">Ends the kernel.</param>
internal sealed class ShutdownHandler(Iopub iopub, Action stop) : IRequestHandler
{
    public string Type => "shutdown_request";

    public bool InTurn => false;

    public JsonObject Handle(Message request)
    {
        var content = new JsonObject { ["status"] = "ok", ["restart"] = request.Flag("restart", false) };
        iopub.Publish("shutdown_reply", content, request.Header);
        return content;
    }

    public void Done() => stop();
}
