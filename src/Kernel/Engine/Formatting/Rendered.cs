using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>A text that is already in a mime type, such as HTML made by <c>HTML("…")</c>; shown as it is, not escaped.</summary>
/// <param name="Text">The text.</param>
/// <param name="MimeType">Its mime type, e.g. <c>text/html</c>.</param>
public sealed record Rendered(string Text, string MimeType) : IHtmlContent
{
    /// <summary>The text itself.</summary>
    public override string ToString() => Text;

    /// <summary>Writes HTML as it is and text of another mime type escaped.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(MimeType == MimeTypes.Html ? Text : Html.Escape(Text));
    }
}
