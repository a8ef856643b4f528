namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>Jupyter counts a text in code points, .NET in UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>The index of a code point; the text's length when there are fewer.</summary>
    public static int ToIndex(string text, int points)
    {
        var index = 0;
        for (var i = 0; i < points && index < text.Length; i++) index += IsPair(text, index) ? 2 : 1;
        return index;
    }

    /// <summary>The number of code points before an index.</summary>
    public static int FromIndex(string text, int index)
    {
        var points = 0;
        for (var at = 0; at < Math.Min(index, text.Length); points++) at += IsPair(text, at) ? 2 : 1;
        return points;
    }

    private static bool IsPair(string text, int index) => index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
}
