using System.Text.Json.Serialization;

namespace MarketingNotebooks.Kernel.Jupyter.Server.Histories;

/// <summary>One input.</summary>
/// <param name="Session">Number of the kernel's session, from 1, the same for no two.</param>
/// <param name="Line">The execution count.</param>
/// <param name="Input">The cell's text.</param>
internal sealed record HistoryEntry(
    [property: JsonPropertyName("session")] int Session, [property: JsonPropertyName("line")] int Line, [property: JsonPropertyName("input")] string Input);
