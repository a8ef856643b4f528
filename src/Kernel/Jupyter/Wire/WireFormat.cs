using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Jupyter.Wire;

/// <summary>Signs, writes, verifies and reads messages: <c>&lt;IDS|MSG&gt;</c>, signature, header, parent, metadata, content, buffers.</summary>
/// <remarks>Source: "Messaging in Jupyter", section "The Wire Protocol".</remarks>
internal sealed class WireFormat(string key)
{
    private static readonly byte[] Delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly byte[] Empty = "{}"u8.ToArray();
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 256 };
    private const int Parts = 4;

    private readonly byte[] key = Encoding.UTF8.GetBytes(key);

    /// <summary>The frames of a message, delimiter first.</summary>
    public byte[][] Frames(MessageHeader header, JsonObject? parent, JsonObject? metadata, JsonObject content, byte[][]? buffers = null)
    {
        byte[][] parts = [Bytes(header.Json), Bytes(parent), Bytes(metadata), Bytes(content)];
        return [Delimiter, Signature(parts), .. parts, .. buffers ?? []];
    }

    /// <summary>Reads a message.</summary>
    /// <param name="peer">The identity of the connection.</param>
    /// <param name="frames">What came over it.</param>
    /// <param name="fault">Why it is dropped, when null is returned.</param>
    public Message? Read(string peer, byte[][] frames, out string fault)
    {
        fault = "";
        var at = Array.FindIndex(frames, frame => frame.AsSpan().SequenceEqual(Delimiter));
        if (at < 0 || frames.Length < at + 2 + Parts)
        {
            fault = "it has no delimiter or too few frames";
            return null;
        }
        var parts = frames.AsSpan(at + 2, Parts).ToArray();
        if (key.Length > 0 && !CryptographicOperations.FixedTimeEquals(Signature(parts), frames[at + 1]))
        {
            fault = "its signature is wrong";
            return null;
        }
        try
        {
            var header = Object(parts[0]);
            if (header["msg_type"] is not JsonValue value || !value.TryGetValue(out string? type))
            {
                fault = "its header has no msg_type";
                return null;
            }
            var parent = ObjectOrEmpty(parts[1])["msg_id"] is JsonValue id && id.TryGetValue(out string? text) ? text : "";
            return new Message(peer, frames[..at], new MessageHeader(type, header), parent, ObjectOrEmpty(parts[2]), ObjectOrEmpty(parts[3]), frames[(at + 2 + Parts)..]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            fault = "it is not JSON";
            return null;
        }
    }

    private byte[] Signature(byte[][] parts)
    {
        if (key.Length == 0) return [];
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts) hash.AppendData(part);
        return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static byte[] Bytes(JsonObject? json)
    {
        if (json is null || json.Count == 0) return Empty;
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing)) json.WriteTo(writer);
        return stream.ToArray();
    }

    private static JsonObject Object(byte[] bytes) => JsonNode.Parse(JsonRepair.Repair(bytes), documentOptions: Reading) as JsonObject ?? throw new JsonException();

    private static JsonObject ObjectOrEmpty(byte[] bytes) => bytes.Length == 0 || bytes.AsSpan().SequenceEqual("null"u8) ? [] : Object(bytes);
}
