using System.Text.Json.Nodes;
using Markdig.Syntax;

namespace MarketingNotebooks.Workbench.Pages.Prose;

/// <summary>Markdown of a cell or an output as part of a page.</summary>
internal static class ProseHtml
{
    /// <summary>HTML whose headings are in the page's contents, whose ids are its own and whose pictures are in it.</summary>
    /// <param name="tree">The Markdown; changed.</param>
    /// <param name="attachments">Pictures pasted into the cell, by name; null when there are none.</param>
    /// <param name="page">The page.</param>
    public static string Render(MarkdownDocument tree, JsonObject? attachments, PageContext page)
    {
        var headings = HeadingIds.Set(tree, page.Ids);
        page.Headings.AddRange(headings);
        Links.Settle(tree, attachments, page.Options);
        return page.Ids.Separate(MarkdownText.Html(tree), headings.Select(heading => heading.Id).ToHashSet(StringComparer.Ordinal));
    }
}
