using System.Text.RegularExpressions;

namespace MarketingNotebooks.Charts.Building;

/// <summary>Plotly's small markup: b, i, em, sub, sup, span, a, br.</summary>
internal static partial class Markup
{
    /// <summary>The text without tags and entities; breaks become spaces, but nothing between letters of scripts that use none.</summary>
    public static string Plain(string text) => Entities(Tags().Replace(Breaks().Replace(WideBreaks().Replace(text, ""), " "), "")).Trim();

    /// <summary>The lines of the text, each without tags and entities.</summary>
    public static string[] Lines(string text) => [.. Breaks().Split(text).Select(line => Entities(Tags().Replace(line, "")).Trim())];

    /// <summary>Breaks a long text at spaces (or anywhere in scripts without) so that no line has more than <paramref name="width"/> columns;
    /// a CJK letter counts two.</summary>
    public static string Wrap(string text, int width)
    {
        if (Breaks().IsMatch(text)) return text;
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, width)))
        {
            if (line.Length > 0 && Columns(line) + 1 + Columns(word) > width)
            {
                // A unit stays with its number.
                var cut = IsUnit(word) ? line.LastIndexOf(' ') : -1;
                lines.Add(cut < 0 ? line : line[..cut]);
                line = cut < 0 ? word : $"{line[(cut + 1)..]} {word}";
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0) lines.Add(line);
        return string.Join("<br>", lines);
    }

    private static bool IsUnit(string word) => word.TrimEnd(',', '.', ';', ':') is "%" or "€" or "$" or "£" or "¥";

    private static int Columns(string text) => text.Sum(letter => letter >= 0x2E80 ? 2 : 1);

    private static IEnumerable<string> Pieces(string word, int width)
    {
        var start = 0;
        var columns = 0;
        for (var i = 0; i < word.Length; i++)
        {
            columns += word[i] >= 0x2E80 ? 2 : 1;
            if (columns <= width || word[i] < 0x2E80) continue;
            yield return word[start..i];
            (start, columns) = (i, 2);
        }
        yield return word[start..];
    }

    private static string Entities(string text) => text.Contains('&', StringComparison.Ordinal) ? System.Net.WebUtility.HtmlDecode(text) : text;

    [GeneratedRegex("(?<=[\u2E80-\uFFEF])<br\\s*/?>(?=[\u2E80-\uFFEF])", RegexOptions.IgnoreCase)]
    private static partial Regex WideBreaks();

    [GeneratedRegex("<br\\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("</?(b|i|em|strong|u|s|sub|sup|span|a)(\\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tags();
}
