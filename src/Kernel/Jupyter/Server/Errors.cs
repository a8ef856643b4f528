using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Errors as Jupyter writes them.</summary>
internal static class Errors
{
    /// <summary>The content of an <c>error</c> message.</summary>
    public static JsonObject Content(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Value,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };

    /// <summary>The content of a reply that failed.</summary>
    public static JsonObject Reply(CellError error)
    {
        var content = Content(error);
        content["status"] = "error";
        return content;
    }

    /// <summary>The content of a reply to a request that could not be done.</summary>
    public static JsonObject Reply(Exception error) => Reply(new CellError(error.GetType().Name, error.Message, [$"{error.GetType().Name}: {error.Message}"]));
}
