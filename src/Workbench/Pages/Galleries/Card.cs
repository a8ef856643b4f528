using System.Globalization;
using System.Text;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages.Galleries;

/// <summary>The card of one notebook in the index.</summary>
internal static class Card
{
    public static string Render(GalleryEntry entry, int index)
    {
        var summary = NotebookSummary.Of(entry.Document, entry.Slug);
        var failure = NotebookFailure.Of(entry.Document, entry.Run);
        var isWrong = failure is not null || entry.Ledger is { Differences.Count: > 0 };
        var page = Escape.Html(Uri.EscapeDataString(entry.Slug)) + ".html";
        var language = summary.Language == "en" ? "" : $" lang=\"{Escape.Html(summary.Language)}\"";
        var html = new StringBuilder($"<li class=\"card{(isWrong ? " failed" : "")}\"{language}><div class=\"cover\">{Cover(entry.Document, summary, index)}</div><div class=\"text\">");
        if (summary.Number.Length > 0) html.Append("<p class=\"number\">").Append(Escape.Html(summary.Number)).Append("</p>");
        html.Append("<h2><a href=\"").Append(page).Append("\">").Append(Escape.Html(summary.Title)).Append("</a></h2>");
        if (failure is not null) html.Append("<p class=\"wrong\"><strong>Failed.</strong> ").Append(Escape.Html(Cut(failure.Text, 300))).Append("</p>");
        if (entry.Ledger is { Differences: [var first, ..] differences })
        {
            var more = differences.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {differences.Count - 1} more");
            html.Append("<p class=\"wrong\"><strong>Differs from the ledger:</strong> ").Append(Escape.Html(Cut(first, 200) + more)).Append("</p>");
        }
        if (summary.Question.Length > 0) html.Append("<p class=\"question\">").Append(Escape.Html(Cut(summary.Question, 280))).Append("</p>");
        if (summary.Methods.Count > 0)
        {
            html.Append("<ul class=\"methods\" aria-label=\"Methods\">");
            foreach (var method in summary.Methods) html.Append("<li>").Append(Escape.Html(method)).Append("</li>");
            html.Append("</ul>");
        }
        var facts = Facts(entry, summary);
        if (facts.Length > 0) html.Append("<p class=\"facts\">").Append(Escape.Html(facts)).Append("</p>");
        return html.Append("</div></li>").ToString();
    }

    private static string Facts(GalleryEntry entry, NotebookSummary summary)
    {
        var facts = new List<string>();
        if (entry.Run is { } run) facts.Add("ran in " + Durations.Text(run.Seconds));
        if (summary.Minutes is { } minutes) facts.Add(string.Create(CultureInfo.InvariantCulture, $"{minutes:0} min to read"));
        if (RecordedNumbers.Text(entry.Document, entry.Ledger) is { Length: > 0 } numbers) facts.Add(numbers);
        return string.Join(" · ", facts);
    }

    /// <summary>The notebook's first picture, else its number on a plain ground.</summary>
    private static string Cover(NotebookDocument document, NotebookSummary summary, int index)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"t{index + 1}-");
        var pictures = document.Cells.SelectMany(cell => cell.Outputs).Select(Bundles.Of).Select(data => data is null ? null : Bundles.Text(data, "image/svg+xml")).OfType<string>();
        return pictures.Select(svg => Thumbnail.Of(svg, prefix)).FirstOrDefault(svg => svg is not null)
            ?? $"<span class=\"blank\" aria-hidden=\"true\">{Escape.Html(summary.Number.Length > 0 ? summary.Number : summary.Title[..1])}</span>";
    }

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        var end = text.LastIndexOf(' ', most - 1, most / 2);
        if (end < 0) end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
