using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Requests;

/// <summary>Answers requests of a type this kernel does not know with an error, so that nobody waits for ever.</summary>
internal sealed class UnknownHandler(string type) : IRequestHandler
{
    public string Type => type;

    public bool InTurn => false;

    public JsonObject Handle(Message request) => throw new NotSupportedException($"This kernel does not know requests of type '{type}'.");
}
