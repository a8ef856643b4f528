using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks.Data.Quality;

/// <summary>How reports of quality show themselves in a notebook.</summary>
public sealed class QualityFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<CheckReport>("text/html", report => report.ToHtml()),
        new MimeFormatter<CheckReport>("text/plain", report => report.ToString()),
        new MimeFormatter<FrameProfile>("text/html", profile => profile.ToHtml()),
        new MimeFormatter<FrameProfile>("text/plain", profile => profile.ToString()),
    ];
}
