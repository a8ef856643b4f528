using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine;
using MarketingNotebooks.Kernel.Engine.Comms;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Publishes what a cell gives out, as answers to the request that runs it.</summary>
/// <param name="iopub">Where to.</param>
/// <param name="parent">The header of the request.</param>
/// <param name="silent">True: the cell's value is not shown.</param>
/// <param name="cancellationToken">Cancelled when the cell is interrupted; then it does not wait for front ends that lag behind.</param>
internal sealed class IopubSink(Iopub iopub, MessageHeader parent, bool silent, CancellationToken cancellationToken) : IOutputSink
{
    public void Stream(StreamKind kind, string text) =>
        Publish("stream", new JsonObject { ["name"] = kind == StreamKind.Error ? "stderr" : "stdout", ["text"] = text });

    public void Display(MimeBundle bundle, string displayId) => Publish("display_data", Shown(bundle, displayId));

    public void Update(MimeBundle bundle, string displayId) => Publish("update_display_data", Shown(bundle, displayId));

    public void Result(MimeBundle bundle, int executionCount)
    {
        if (silent) return;
        var content = Content(bundle);
        content["execution_count"] = executionCount;
        Publish("execute_result", content);
    }

    public void Error(CellError error) => Publish("error", Errors.Content(error));

    public void Clear(bool wait) => Publish("clear_output", new JsonObject { ["wait"] = wait });

    public void Comm(CommEvent sent)
    {
        var content = new JsonObject { ["comm_id"] = sent.CommId, ["data"] = sent.Message.Data is { Parent: not null } data ? data.DeepClone() : sent.Message.Data };
        if (sent.Action == CommAction.Open) content["target_name"] = sent.Target;
        Publish(CommTypes.Of(sent.Action), content, sent.Message.Metadata, [.. sent.Message.Buffers]);
    }

    private static JsonObject Shown(MimeBundle bundle, string displayId)
    {
        var content = Content(bundle);
        content["transient"] = new JsonObject { ["display_id"] = displayId };
        return content;
    }

    private static JsonObject Content(MimeBundle bundle) => new() { ["data"] = Free(bundle.Data), ["metadata"] = Free(bundle.Metadata) };

    private static JsonNode Free(JsonObject json) => json.Parent is null ? json : json.DeepClone();

    private void Publish(string type, JsonObject content, JsonObject? metadata = null, byte[][]? buffers = null)
    {
        iopub.Publish(type, content, parent, metadata, buffers);
        iopub.WaitForRoom(cancellationToken);
    }
}
