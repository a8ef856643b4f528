using System.Globalization;
using System.Text;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages.Prose;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>The head of a notebook's page: number, title, question, facts of the run, and what went wrong.</summary>
internal static class PageHead
{
    public static string Render(NotebookDocument document, NotebookSummary summary, Opening opening, NotebookFailure? failure, PageOptions options)
    {
        var html = new StringBuilder("<header class=\"head\">");
        if (summary.Number.Length > 0) html.Append("<p class=\"number\">Notebook ").Append(Escape.Html(summary.Number)).Append("</p>");
        html.Append("<h1>").Append(opening.Title is { } title ? Inner(MarkdownText.Html(title)) : Escape.Html(summary.Title)).Append("</h1>");
        if (opening.Question is { } asked) Links.Settle(asked, opening.Attachments, options);
        if (Question(summary, opening) is { Length: > 0 } question) html.Append("<div class=\"question\">").Append(question).Append("</div>");
        html.Append(Facts(document, summary, options));
        if (failure is not null) html.Append(Failed(failure));
        if (options.Ledger is { Differences.Count: > 0 } ledger) html.Append(Differing(ledger));
        return html.Append("</header>").ToString();
    }

    private static string Question(NotebookSummary summary, Opening opening) => opening.Question switch
    {
        Markdig.Syntax.QuoteBlock quote => string.Concat(quote.Select(MarkdownText.Html)),
        { } block => MarkdownText.Html(block),
        null => summary.Question.Length > 0 ? $"<p>{Escape.Html(summary.Question)}</p>" : "",
    };

    private static string Facts(NotebookDocument document, NotebookSummary summary, PageOptions options)
    {
        var facts = new List<string>();
        if (options.Run is { } run) facts.Add($"Ran in {Durations.Text(run.Seconds)}");
        if (summary.Minutes is { } minutes) facts.Add(string.Create(CultureInfo.InvariantCulture, $"{minutes:0} minutes to read"));
        if (RecordedNumbers.Text(document, options.Ledger) is { Length: > 0 } numbers) facts.Add(numbers);
        if (summary.Data.Length > 0) facts.Add("Data: " + summary.Data);
        var html = new StringBuilder("<ul class=\"facts\">");
        foreach (var fact in facts) html.Append("<li>").Append(Escape.Html(fact)).Append("</li>");
        var file = Escape.Html(Uri.EscapeDataString(options.Slug)) + ".ipynb";
        html.Append("<li><a href=\"").Append(file).Append("\" download>Executed notebook (.ipynb)</a></li></ul>");
        if (summary.Methods.Count == 0) return html.ToString();
        html.Append("<ul class=\"methods\" aria-label=\"Methods\">");
        foreach (var method in summary.Methods) html.Append("<li>").Append(Escape.Html(method)).Append("</li>");
        return html.Append("</ul>").ToString();
    }

    private static string Failed(NotebookFailure failure)
    {
        var link = failure.Index is { } index ? string.Create(CultureInfo.InvariantCulture, $" <a href=\"#cell-{index + 1}\">Go to the cell</a>") : "";
        return $"<div class=\"banner failed\" role=\"note\"><p><strong>This notebook failed.</strong> {Escape.Html(failure.Text)}{link}</p><p>What comes after it was not run.</p></div>";
    }

    private static string Differing(LedgerFindings ledger)
    {
        var html = new StringBuilder("<div class=\"banner failed\" role=\"note\"><p><strong>Numbers differ from the ledger.</strong></p><ul>");
        foreach (var difference in ledger.Differences) html.Append("<li>").Append(Escape.Html(difference)).Append("</li>");
        return html.Append("</ul></div>").ToString();
    }

    /// <summary>The content of a heading's element.</summary>
    private static string Inner(string heading)
    {
        var (start, end) = (heading.IndexOf('>', StringComparison.Ordinal) + 1, heading.LastIndexOf("</", StringComparison.Ordinal));
        return heading[start..end];
    }
}
