using System.Text;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>The ids taken on one page, so that cells written apart from each other do not meet in one id.</summary>
internal sealed partial class PageIds
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes an id: the wanted one, or that with a number behind it when it is taken.</summary>
    public string Take(string wanted)
    {
        var id = wanted;
        for (var i = 2; !_taken.Add(id); i++) id = $"{wanted}-{i}";
        return id;
    }

    /// <summary>Takes an id made of a heading's words: letters and digits of any script, joined by hyphens.</summary>
    public string TakeForHeading(string text)
    {
        var slug = new StringBuilder();
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }
        var id = slug.ToString().Trim('-');
        return Take(id.Length == 0 ? "section" : id);
    }

    /// <summary>Renames the ids of an output that an earlier one has taken, with the output's own references to them.</summary>
    /// <remarks>References known: attributes that hold an id, <c>#id</c> in links, styles and selectors, and an id as first argument of a call
    /// (<c>getElementById("id")</c>, <c>Plotly.newPlot("id", …)</c>). Texts that merely equal an id stay.</remarks>
    /// <param name="html">The output.</param>
    /// <param name="own">Ids in it that were taken for it already.</param>
    public string Separate(string html, IReadOnlySet<string>? own = null)
    {
        if (!html.Contains("id", StringComparison.OrdinalIgnoreCase)) return html;
        var found = Id().Matches(html).Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Where(id => own?.Contains(id) != true);
        foreach (var id in found.ToList())
        {
            var free = Take(id);
            if (free != id) html = Rename(html, Regex.Escape(id), free);
        }
        return html;
    }

    private static string Rename(string html, string id, string to) => Regex.Replace(html,
        $"""(?<=[\s"'](?:id|for|headers|list|aria-\w+)\s*=\s*["'])(?:{id})(?=["'])|(?<=#){id}(?![\w-])|(?<=\(\s*["']){id}(?=["'])""",
        to.Replace("$", "$$", StringComparison.Ordinal), RegexOptions.CultureInvariant);

    [GeneratedRegex("""(?<=[\s"']id\s*=\s*["'])([^"'\s<>]+)(?=["'])""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
