using MarketingNotebooks.Charts.Building;

namespace MarketingNotebooks.Charts.Static;

/// <summary>Estimates of how wide text is in a usual sans-serif face; on the generous side.</summary>
internal static class TextMeasure
{
    public static double Width(string text, double size)
    {
        var ems = 0.0;
        foreach (var letter in text)
            ems += letter switch
            {
                >= '\u2E80' => 1.0,
                'i' or 'l' or 'j' or '.' or ',' or ':' or ';' or '|' or '\'' or '!' or 'I' => 0.33,
                ' ' or 'f' or 't' or 'r' or '(' or ')' or '-' or '/' => 0.4,
                'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.87,
                >= 'A' and <= 'Z' => 0.7,
                >= '0' and <= '9' => 0.64,
                _ => 0.6,
            };
        return ems * size;
    }

    /// <summary>The text cut with … so that it fits.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width) return text;
        for (var length = text.Length - 1; length > 0; length--)
            if (Width(text[..length], size) + size * 0.8 <= width) return $"{text[..length].TrimEnd()}…";
        return "";
    }

    /// <summary>The text broken over lines that fit.</summary>
    public static string[] Wrap(string markup, double size, double width, int mostLines)
    {
        var lines = Markup.Lines(markup).SelectMany(line => Markup.Lines(Markup.Wrap(line, Math.Max(8, (int)(width / size / 0.55))))).ToArray();
        if (lines.Length <= mostLines) return lines;
        var kept = lines[..mostLines];
        kept[^1] = Fit(kept[^1] + " …", size, width);
        return kept;
    }
}
