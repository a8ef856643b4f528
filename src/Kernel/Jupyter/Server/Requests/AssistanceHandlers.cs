using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Assistance;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Requests;

/// <summary><c>complete</c>: what may stand at the cursor.</summary>
internal sealed class CompleteHandler(CSharpSession session) : IRequestHandler
{
    public string Type => "complete_request";

    public bool InTurn => false;

    public JsonObject Handle(Message request)
    {
        var code = request.Text("code");
        var found = session.Assistant.Complete(code, CodePoints.ToIndex(code, request.Number("cursor_pos", int.MaxValue)), default);
        var start = CodePoints.FromIndex(code, found.Start);
        var end = CodePoints.FromIndex(code, found.End);
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. found.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // JupyterLab and VS Code show kinds and signatures from here.
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => new JsonObject
                {
                    ["text"] = item.Text, ["type"] = item.Kind, ["signature"] = item.Signature ?? item.Type ?? "", ["start"] = start, ["end"] = end,
                })]),
            },
        };
    }
}

/// <summary><c>inspect</c>: what the name at the cursor is.</summary>
internal sealed class InspectHandler(CSharpSession session) : IRequestHandler
{
    public string Type => "inspect_request";

    public bool InTurn => false;

    public JsonObject Handle(Message request)
    {
        var code = request.Text("code");
        var bundle = session.Assistant.Inspect(code, CodePoints.ToIndex(code, request.Number("cursor_pos", int.MaxValue)), request.Number("detail_level", 0) > 0, default);
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = bundle is not null,
            ["data"] = bundle?.Data ?? [],
            ["metadata"] = bundle?.Metadata ?? [],
        };
    }
}

/// <summary><c>is_complete</c>: whether a console should run a text or ask for another line.</summary>
internal sealed class IsCompleteHandler(CSharpSession session) : IRequestHandler
{
    public string Type => "is_complete_request";

    public bool InTurn => false;

    public JsonObject Handle(Message request)
    {
        var check = session.Check(request.Text("code"));
        var content = new JsonObject { ["status"] = check.Status.ToString().ToLowerInvariant() };
        if (check.Status == CodeStatus.Incomplete) content["indent"] = check.Indent;
        return content;
    }
}
