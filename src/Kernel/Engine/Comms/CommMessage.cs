using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Engine.Comms;

/// <summary>What goes over a <see cref="Comm"/> at once.</summary>
/// <param name="Data">JSON, by convention an object; null when there is none.</param>
/// <param name="Metadata">JSON about the message, mostly empty.</param>
/// <param name="Buffers">Raw bytes beside the JSON, e.g. columns of numbers; mostly none.</param>
public sealed record CommMessage(JsonNode? Data, JsonObject Metadata, IReadOnlyList<byte[]> Buffers);
