using System.Buffers.Binary;
using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Kind and size of a picture, read from its first bytes.</summary>
/// <param name="MimeType">The mime type.</param>
/// <param name="Width">Pixels; null when not said.</param>
/// <param name="Height">Pixels; null when not said.</param>
internal sealed record ImageHeader(string MimeType, int? Width, int? Height)
{
    /// <summary>The mime type of SVG, which is text.</summary>
    public const string Svg = "image/svg+xml";

    /// <summary>Reads a header; null when the bytes are none of the kinds known.</summary>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (IsPng(bytes)) return new("image/png", BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]));
        if (bytes.Length >= 10 && (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8)))
        {
            return new("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        }
        if (bytes.Length >= 4 && bytes[0] == 0xFF && bytes[1] == 0xD8) return Jpeg(bytes);
        var start = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 1024)]).TrimStart('\uFEFF').TrimStart();
        return start.StartsWith("<svg", StringComparison.Ordinal) || (start.StartsWith('<') && start.Contains("<svg", StringComparison.Ordinal)) ? new(Svg, null, null) : null;
    }

    private static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes[0] == 0x89 && bytes[1..].StartsWith("PNG\r\n"u8);

    // The size stands in the first start-of-frame segment; C4, C8 and CC are other things in the same range.
    private static ImageHeader Jpeg(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }
            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return new("image/jpeg", null, null);
    }
}
