using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>What programs write to a console, as a page can show it.</summary>
internal static partial class ConsoleText
{
    /// <summary>Most characters of one text in a page; the notebook file keeps all of it.</summary>
    public const int Most = 200_000;

    /// <summary>The text without escape sequences, with lines overwritten by carriage returns as a terminal leaves them.</summary>
    public static string Clean(string text)
    {
        var plain = text.Contains('\u001b') ? Sequence().Replace(text, "") : text;
        plain = plain.Replace("\r\n", "\n", StringComparison.Ordinal);
        return plain.Contains('\r') ? string.Join('\n', plain.Split('\n').Select(Overwritten)) : plain;
    }

    /// <summary>The text in a <c>pre</c> element, cut after <see cref="Most"/> characters with a note.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="kind">Class of the element.</param>
    public static string Pre(string text, string kind)
    {
        var html = new StringBuilder("<pre class=\"").Append(kind).Append("\">");
        if (text.Length <= Most) return Escape.Append(html, text).Append("</pre>").ToString();
        var end = text.LastIndexOf('\n', Most - 1, Most / 2);
        if (end < 0) end = char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most;
        Escape.Append(html, text.AsSpan(0, end)).Append("</pre><p class=\"note\">");
        return html.Append(CultureInfo.InvariantCulture, $"Cut here: {end:N0} of {text.Length:N0} characters shown. The notebook file has all of them.</p>").ToString();
    }

    private static string Overwritten(string line)
    {
        var ended = line.TrimEnd('\r');
        return ended[(ended.LastIndexOf('\r') + 1)..];
    }

    [GeneratedRegex(@"\x1B(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1B]*(?:\x07|\x1B\\)|[@-Z\\^_])")]
    private static partial Regex Sequence();
}
