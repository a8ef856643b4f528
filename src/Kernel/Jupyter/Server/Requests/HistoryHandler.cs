using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Server.Histories;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Requests;

/// <summary><c>history</c>: inputs of this and earlier sessions.</summary>
internal sealed class HistoryHandler(History history) : IRequestHandler
{
    public string Type => "history_request";

    public bool InTurn => true;

    public JsonObject Handle(Message request)
    {
        var output = request.Flag("output", false);
        var entries = request.Text("hist_access_type", "tail") switch
        {
            "range" => history.Range(request.Number("session", 0), request.Number("start", 1), request.Number("stop", int.MaxValue)),
            "search" => history.Search(request.Text("pattern", "*"), request.Number("n", int.MaxValue), request.Flag("unique", false)),
            _ => history.Tail(request.Number("n", int.MaxValue)),
        };
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. entries.Select(entry => new JsonArray(entry.Session, entry.Line,
                output ? new JsonArray(entry.Input, null) : entry.Input))]),
        };
    }
}
