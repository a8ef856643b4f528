using System.Globalization;
using System.Text;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>Date formats given by the user, in the invariant culture.</summary>
internal sealed class DateFormats(IReadOnlyList<string> formats)
{
    private readonly string[] _marked = [.. formats.Where(format => !format.All(char.IsAsciiLetter) || format.Contains("MMM"))];
    private readonly string[] _all = [.. formats];

    /// <summary>No formats.</summary>
    public static DateFormats None { get; } = new([]);

    /// <summary>True when no format applies without being asked for.</summary>
    public bool IsEmpty => _marked.Length == 0;

    /// <summary>Reads a date in one of the formats as microseconds since 1970 UTC.</summary>
    /// <param name="text">The field.</param>
    /// <param name="digitsOnly">True takes formats made of digits alone too: any integer could be one.</param>
    /// <param name="micros">The instant; a format without a zone means UTC.</param>
    public bool TryRead(ReadOnlySpan<byte> text, bool digitsOnly, out long micros)
    {
        micros = 0;
        var used = digitsOnly ? _all : _marked;
        if (used.Length == 0 || text.Length > 64) return false;
        Span<char> chars = stackalloc char[64];
        if (!Encoding.UTF8.TryGetChars(text, chars, out var length)) return false;
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTime.TryParseExact(chars[..length], used, CultureInfo.InvariantCulture, styles, out var value)) return false;
        micros = Times.FromDateTime(value);
        return true;
    }
}
