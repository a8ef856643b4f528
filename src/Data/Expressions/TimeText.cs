using System.Globalization;
using MarketingNotebooks.Data.Text;

namespace MarketingNotebooks.Data.Expressions;

/// <summary>Reads times from text.</summary>
internal static class TimeText
{
    private static readonly string[] Iso =
    [
        "yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM",
    ];

    /// <summary>ISO 8601, or <paramref name="format"/> alone where one is given; without a zone it is UTC.</summary>
    public static bool TryParse(string text, out long micros, string? format = null)
    {
        const DateTimeStyles styles = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        var parsed = format is null
            ? DateTime.TryParseExact(text.Trim(), Iso, CultureInfo.InvariantCulture, styles, out var time)
            : DateTime.TryParseExact(text.Trim(), format, CultureInfo.InvariantCulture, styles, out time);
        micros = parsed ? Times.FromDateTime(time) : 0;
        return parsed;
    }
}
