using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Jupyter.Wire;

/// <summary>A message that came, its signature verified.</summary>
/// <param name="Peer">ZMTP's identity of the connection it came over.</param>
/// <param name="Route">Frames before the delimiter, to be put before the answer.</param>
/// <param name="Header">Its header.</param>
/// <param name="ParentId">The id of the message it answers; empty when it answers none.</param>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Content">Its content.</param>
/// <param name="Buffers">Raw buffers after the content.</param>
internal sealed record Message(string Peer, byte[][] Route, MessageHeader Header, string ParentId, JsonObject Metadata, JsonObject Content, byte[][] Buffers)
{
    /// <summary>When it came, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long Received { get; } = Stopwatch.GetTimestamp();

    /// <summary>A string of the content, or a default where it is absent or something else.</summary>
    public string Text(string name, string otherwise = "") => Content[name] is JsonValue value && value.TryGetValue(out string? text) ? text : otherwise;

    /// <summary>A truth value of the content, or a default where it is absent or something else.</summary>
    public bool Flag(string name, bool otherwise) => Content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    /// <summary>A whole number of the content, or a default where it is absent or something else.</summary>
    public int Number(string name, int otherwise) => Content[name] is JsonValue value && value.TryGetValue(out int number) ? number : otherwise;
}
