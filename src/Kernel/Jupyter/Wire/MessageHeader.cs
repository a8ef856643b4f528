using System.Globalization;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Jupyter.Wire;

/// <summary>A message's header.</summary>
/// <param name="Type">What the message is, e.g. <c>execute_request</c>.</param>
/// <param name="Json">The header as it goes over the wire, and back as <c>parent_header</c> of what answers it.</param>
internal sealed record MessageHeader(string Type, JsonObject Json)
{
    public const string ProtocolVersion = "5.4";

    /// <summary>A header of our own.</summary>
    /// <param name="type">What the message is.</param>
    /// <param name="session">The kernel's session id.</param>
    public static MessageHeader New(string type, string session) => new(type, new JsonObject
    {
        ["msg_id"] = Guid.NewGuid().ToString("N"),
        ["msg_type"] = type,
        ["session"] = session,
        ["username"] = "kernel",
        ["date"] = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["version"] = ProtocolVersion,
    });
}
