using System.Globalization;
using System.Text;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages.Code;
using MarketingNotebooks.Workbench.Pages.Outputs;
using MarketingNotebooks.Workbench.Pages.Prose;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>The cells of a page.</summary>
/// <param name="Html">All cells below the page's head.</param>
/// <param name="Headings">Headings in order.</param>
internal sealed record PageBody(string Html, IReadOnlyList<Heading> Headings)
{
    private static readonly string[] PageOwn = ["content", "mn-code", "mn-theme"];

    public static PageBody Render(NotebookDocument document, Opening opening, NotebookFailure? failure, PageOptions options)
    {
        var page = new PageContext(options);
        foreach (var id in PageOwn) page.Ids.Take(id);
        for (var i = 1; i <= document.Cells.Count; i++) page.Ids.Take(Place(i));
        var html = new StringBuilder();
        foreach (var (index, cell) in document.Cells.Index())
        {
            var content = cell.Kind switch
            {
                CellKind.Markdown => ProseHtml.Render(opening.Rest.GetValueOrDefault(index) ?? MarkdownText.Parse(cell.Source), cell.Attachments, page),
                CellKind.Code => CodeAndOutputs(cell, page),
                _ => string.IsNullOrWhiteSpace(cell.Source) ? "" : ConsoleText.Pre(cell.Source, "text raw"),
            };
            if (content.Length > 0) Append(html, cell, index + 1, content, failed: failure?.Index == index);
        }
        return new PageBody(html.ToString(), page.Headings);
    }

    private static string Place(int number) => string.Create(CultureInfo.InvariantCulture, $"cell-{number}");

    private static void Append(StringBuilder html, Cell cell, int number, string content, bool failed)
    {
        var kind = cell.Kind switch { CellKind.Markdown => "prose", CellKind.Code => "code", _ => "raw" };
        html.Append("<div class=\"cell ").Append(kind);
        if (cell.HasTag("exercise")) html.Append(" exercise");
        if (failed) html.Append(" failed");
        html.Append("\" id=\"").Append(Place(number)).Append("\">");
        if (cell.HasTag("exercise")) html.Append("<p class=\"label\">Exercise</p>");
        html.Append(content).Append("</div>\n");
    }

    private static string CodeAndOutputs(Cell cell, PageContext page)
    {
        var before = page.Headings.Count;
        var outputs = OutputHtml.Render(cell.Outputs, page);
        // Prose that a cell computes opens a section: its code stands below the heading, not at the end of the section before.
        var first = outputs.Count > 0 && page.Headings.Count > before && outputs[0].Contains("<h", StringComparison.Ordinal) ? 1 : 0;
        return string.Join('\n', [.. outputs.Take(first), Source(cell), .. outputs.Skip(first)]);
    }

    private static string Source(Cell cell)
    {
        if (string.IsNullOrWhiteSpace(cell.Source)) return "";
        var isHidden = cell.HasTag("hide-input");
        var html = new StringBuilder("<details class=\"input\"").Append(isHidden ? " data-closed" : " open").Append("><summary><span>Code</span>");
        if (cell.HasTag("parameters")) html.Append("<em>parameters</em>");
        if (cell.HasTag("injected-parameters")) html.Append("<em>parameters of this run</em>");
        return html.Append("</summary><pre class=\"source\"><code>").Append(CellCode.Html(cell)).Append("</code></pre></details>").ToString();
    }
}
