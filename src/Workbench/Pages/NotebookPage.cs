using System.Text;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages.Outputs;
using MarketingNotebooks.Workbench.Pages.Prose;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>An executed notebook as one HTML file that needs nothing else: no server, no fonts, no network.</summary>
/// <remarks>Style sheet and scripts are in the page; plotly.js (about 4.8 MB) only when it has a figure, Temml (170 KB) only when it has a
/// formula. A content security policy in the page forbids requests, whatever the notebook's own HTML asks for. Where npm did not restore
/// plotly.js, that alone is loaded from Plotly's CDN, with an integrity hash.</remarks>
public static class NotebookPage
{
    /// <summary>The page of a notebook. The notebook is not changed.</summary>
    /// <param name="document">A notebook with its outputs; one that has not run gives a page without results.</param>
    /// <param name="options">Names, neighbours and the facts of the run.</param>
    /// <exception cref="ArgumentException">The slug cannot name a file; see <see cref="PageNames.Check"/>.</exception>
    public static string Render(NotebookDocument document, PageOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        PageNames.Check(options.Slug);
        var opening = Opening.Of(document);
        var summary = NotebookSummary.Of(document, options.Slug, opening);
        var failure = NotebookFailure.Of(document, options.Run);
        var body = PageBody.Render(document, opening, failure, options);
        var head = PageHead.Render(document, summary, opening, failure, options);
        var needs = PageNeeds.Of(head + body.Html);
        return Layout.Fill("page.html", new Dictionary<string, string>
        {
            ["lang"] = Escape.Html(summary.Language),
            ["policy"] = needs.Policy,
            ["title"] = Escape.Html($"{summary.Title} · {options.SiteTitle}"),
            ["description"] = Escape.Html(summary.Question),
            ["style"] = PageResources.Text("base.css") + "\n" + PageResources.Text("page.css"),
            ["early"] = PageResources.Text("early.js"),
            ["libraries"] = needs.Libraries,
            ["site"] = Escape.Html(options.SiteTitle),
            ["steps-top"] = Steps(options, brief: true),
            ["steps-bottom"] = Steps(options, brief: false),
            ["contents"] = Contents(body.Headings),
            ["head"] = head,
            ["cells"] = body.Html,
            ["script"] = PageResources.Text("page.js") + (needs.HasMath ? "\n" + PageResources.Text("math.js") : ""),
        });
    }

    private static string Steps(PageOptions options, bool brief)
    {
        var html = new StringBuilder();
        if (options.Previous is { } previous) html.Append(Step(previous, "prev", "Previous", brief));
        if (options.Next is { } next) html.Append(Step(next, "next", "Next", brief));
        return html.ToString();
    }

    private static string Step(PageLink link, string direction, string word, bool brief)
    {
        PageNames.Check(link.Slug);
        var (address, title) = (Escape.Html(Uri.EscapeDataString(link.Slug)) + ".html", Escape.Html(link.Title));
        return brief
            ? $"<a rel=\"{direction}\" href=\"{address}\" title=\"{title}\">{word}<span class=\"unseen\">: {title}</span></a>"
            : $"<a class=\"{direction}\" rel=\"{direction}\" href=\"{address}\"><small>{word}</small><span>{title}</span></a>";
    }

    private static string Contents(IReadOnlyList<Heading> headings)
    {
        var html = new StringBuilder();
        foreach (var heading in headings.Where(heading => heading.Level <= 3))
        {
            html.Append("<li class=\"level-").Append(heading.Level).Append("\"><a href=\"#").Append(Escape.Html(Uri.EscapeDataString(heading.Id))).Append("\">");
            Escape.Append(html, heading.Text).Append("</a></li>");
        }
        return html.Length == 0 ? "" : $"<nav class=\"contents\" aria-label=\"Contents\"><details open><summary>Contents</summary><ol>{html}</ol></details></nav>";
    }
}
