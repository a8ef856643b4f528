using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MarketingNotebooks.Workbench.Pages.Prose;

/// <summary>A heading of a page.</summary>
/// <param name="Level">2 to 6; 1 is the page's title alone.</param>
/// <param name="Text">Its words.</param>
/// <param name="Id">Its id on the page.</param>
internal sealed record Heading(int Level, string Text, string Id);

/// <summary>Gives headings their ids.</summary>
internal static class HeadingIds
{
    /// <summary>Sets an id on every heading of a tree, lowers further headings of level 1 below the page's title, and lists them.</summary>
    public static IReadOnlyList<Heading> Set(MarkdownDocument tree, PageIds ids)
    {
        var found = new List<Heading>();
        foreach (var block in tree.Descendants<HeadingBlock>())
        {
            if (block.Level == 1) block.Level = 2;
            var text = MarkdownText.Plain(block);
            var id = ids.TakeForHeading(text);
            block.GetAttributes().Id = id;
            found.Add(new Heading(block.Level, text, id));
        }
        return found;
    }
}
