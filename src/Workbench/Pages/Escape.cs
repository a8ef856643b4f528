using System.Text;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Text as HTML.</summary>
internal static class Escape
{
    /// <summary>The text with <c>&lt; &gt; &amp; " '</c> as entities and control characters that HTML forbids as U+FFFD; other scripts stay as they are.</summary>
    public static string Html(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        Append(html, text);
        return html.ToString();
    }

    /// <summary>Appends the text as HTML.</summary>
    public static StringBuilder Append(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '&' => html.Append("&amp;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                < ' ' and not ('\t' or '\n' or '\r') => html.Append('\uFFFD'),
                _ => html.Append(c),
            };
        }
        return html;
    }
}
