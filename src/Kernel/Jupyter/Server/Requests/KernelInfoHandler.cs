using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Jupyter.Wire;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Requests;

/// <summary><c>kernel_info</c>: who we are and what we speak.</summary>
internal sealed class KernelInfoHandler(KernelOptions options) : IRequestHandler
{
    public string Type => "kernel_info_request";

    public bool InTurn => false;

    public JsonObject Handle(Message request) => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageHeader.ProtocolVersion,
        ["implementation"] = options.Implementation,
        ["implementation_version"] = options.Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = options.Banner ?? $"{options.Implementation} {options.Version} · C# 14 on .NET {Environment.Version}",
        ["help_links"] = new JsonArray([.. options.HelpLinks.Select(link => new JsonObject { ["text"] = link.Text, ["url"] = link.Address })]),
        ["debugger"] = false,
        ["supported_features"] = new JsonArray(),
    };
}
