using System.Text;
using System.Text.Unicode;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Counts over bytes that are not all valid UTF-8, from which the true encoding is told.</summary>
/// <param name="Multibyte">Valid UTF-8 sequences of two bytes or more.</param>
/// <param name="Invalid">Bytes that are no part of valid UTF-8.</param>
/// <param name="High">Bytes above 0x7F.</param>
/// <param name="Paired">Of them, bytes in pairs as GB2312's characters have.</param>
internal readonly record struct EncodingEvidence(long Multibyte, long Invalid, long High, long Paired)
{
    /// <summary>Counts a piece of text.</summary>
    public static EncodingEvidence Of(ReadOnlySpan<byte> bytes)
    {
        long multibyte = 0, invalid = 0, high = 0, paired = 0;
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            if (rest[0] < 0x80)
            {
                var ascii = rest.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                if (ascii < 0) break;
                rest = rest[ascii..];
            }
            var valid = Rune.DecodeFromUtf8(rest, out _, out var used) == System.Buffers.OperationStatus.Done;
            if (valid) multibyte++;
            else invalid += used;
            rest = rest[used..];
        }
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            high++;
            if (i + 1 >= bytes.Length || bytes[i] is < 0xA1 or > 0xF7 || bytes[i + 1] is < 0xA1 or > 0xFE) continue;
            high++;
            paired += 2;
            i++;
        }
        return new(multibyte, invalid, high, paired);
    }

    public static EncodingEvidence operator +(EncodingEvidence a, EncodingEvidence b) =>
        new(a.Multibyte + b.Multibyte, a.Invalid + b.Invalid, a.High + b.High, a.Paired + b.Paired);

    /// <summary>The encoding that the bytes are in; null for UTF-8, whose rows with invalid bytes are then set aside.</summary>
    public Encoding? Verdict()
    {
        if (Invalid == 0 || Multibyte > 20 * Invalid) return null;
        return CodePagesEncodingProvider.Instance.GetEncoding(Paired >= 0.9 * High ? "GB18030" : "windows-1252");
    }
}

/// <summary>Tells a file's encoding from its first bytes.</summary>
internal static class EncodingSniffer
{
    /// <summary>Sets the source's encoding and byte order mark.</summary>
    public static void Apply(ByteSource source, ReadOnlySpan<byte> head, bool whole, Encoding? given)
    {
        (source.Encoding, source.Preamble) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (Guess(head, whole), 0),
        };
        if (given is null) return;
        if ((source.Encoding ?? Encoding.UTF8).CodePage != given.CodePage) source.Preamble = 0;
        source.Encoding = given.CodePage == Encoding.UTF8.CodePage ? null : given;
    }

    private static Encoding? Guess(ReadOnlySpan<byte> head, bool whole)
    {
        if (head.Length >= 4)
        {
            int even = 0, odd = 0;
            for (var i = 0; i + 1 < head.Length; i += 2)
            {
                if (head[i] == 0) even++;
                if (head[i + 1] == 0) odd++;
            }
            var half = head.Length / 2;
            if (odd > half * 0.4 && even < half * 0.05) return Encoding.Unicode;
            if (even > half * 0.4 && odd < half * 0.05) return Encoding.BigEndianUnicode;
        }
        // A character cut off at the end of the head is no evidence.
        if (!whole) head = head[..(head.LastIndexOf((byte)'\n') + 1)];
        return Utf8.IsValid(head) ? null : EncodingEvidence.Of(head).Verdict();
    }
}
