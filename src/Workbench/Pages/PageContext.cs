using MarketingNotebooks.Workbench.Pages.Prose;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>What the cells of one page share while it is written.</summary>
/// <param name="options">The page's settings.</param>
internal sealed class PageContext(PageOptions options)
{
    /// <summary>The page's settings.</summary>
    public PageOptions Options { get; } = options;

    /// <summary>The ids taken so far.</summary>
    public PageIds Ids { get; } = new();

    /// <summary>The headings so far, those of outputs among them.</summary>
    public List<Heading> Headings { get; } = [];
}
