using System.Net;
using System.Text;
using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks.Marketing.Segmentation;

/// <summary>How a segment profile shows itself: a sentence a segment.</summary>
public sealed class SegmentProfileFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<SegmentProfile>("text/html", Html),
        new MimeFormatter<SegmentProfile>("text/plain", profile => profile.ToString()),
    ];

    /// <summary>A list whose names of segments are bold; everything is escaped.</summary>
    private static string Html(SegmentProfile profile)
    {
        var html = new StringBuilder("<ul>");
        foreach (var sentence in profile.Sentences)
        {
            var end = sentence.IndexOf(" — ", StringComparison.Ordinal);
            html.Append("<li><strong>").Append(WebUtility.HtmlEncode(sentence[..end])).Append("</strong>")
                .Append(WebUtility.HtmlEncode(sentence[end..])).Append("</li>");
        }
        return html.Append("</ul>").ToString();
    }
}
