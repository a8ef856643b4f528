using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages;

namespace MarketingNotebooks.Workbench.Tests.Pages;

/// <summary>Small notebooks and what their pages hold.</summary>
internal static class Notebooks
{
    public static readonly PageOptions Options = new("03-personas");

    public static NotebookDocument Of(params Cell[] cells)
    {
        var document = NotebookDocument.Create();
        foreach (var cell in cells) document.Cells.Add(cell);
        return document;
    }

    public static Cell Prose(string text, params string[] tags) => Tagged(new Cell(CellKind.Markdown, text), tags);

    /// <summary>A title and a question, so that what comes next is the body.</summary>
    public static Cell Start() => Prose("# T\n\n> Q?");

    public static Cell Code(string text, params CellOutput[] outputs)
    {
        var cell = new Cell(CellKind.Code, text) { ExecutionCount = 1 };
        foreach (var output in outputs) cell.Outputs.Add(output);
        return cell;
    }

    public static Cell Tagged(this Cell cell, params string[] tags)
    {
        cell.Metadata["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode?)tag)]);
        return cell;
    }

    public static DisplayOutput Display(params (string Mime, JsonNode Value)[] data) =>
        new(new JsonObject(data.Select(item => KeyValuePair.Create(item.Mime, (JsonNode?)item.Value))), []);

    public static DisplayOutput Metric(string name, double value) => Display(
        ("application/vnd.marketing-notebooks.metric+json", new JsonObject { ["name"] = name, ["value"] = value, ["tolerance"] = 0 }),
        ("text/html", $"<p>{name}</p>"));

    /// <summary>A figure's outputs as Charts gives them, drawn when <paramref name="drawing"/> is its HTML.</summary>
    public static DisplayOutput Figure(string drawing) => Display(("text/html", drawing), ("image/svg+xml", Svg()), ("text/plain", "a figure"));

    public static string Svg(string inside = "<path d=\"M0 0L9 9\" stroke=\"#1F2933\"/>") =>
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\">{inside}</svg>";

    /// <summary>The page of a notebook.</summary>
    public static string Page(params Cell[] cells) => NotebookPage.Render(Of(cells), Options);

    /// <summary>The cells of a page, without its head, style and scripts.</summary>
    public static string Body(params Cell[] cells)
    {
        var page = Page(cells);
        var start = page.IndexOf("</header>\n<div class=\"cell", StringComparison.Ordinal) + "</header>\n".Length;
        return page[start..page.IndexOf("</main>", StringComparison.Ordinal)];
    }

    /// <summary>The text that a reader sees of some HTML.</summary>
    public static string Text(string html) => System.Net.WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", ""));

    /// <summary>Addresses that a browser would ask for when it opens the page.</summary>
    public static IReadOnlyList<string> Requests(string page) =>
    [
        .. Regex.Matches(page, """<(?:img|script|iframe|video|audio|source|embed|object|use|image)\b[^>]*?\b(?:src|href|data|srcset|poster)\s*=\s*"([^"]*)" """.Trim(), RegexOptions.IgnoreCase)
            .Concat(Regex.Matches(page, """<link\b[^>]*?\bhref\s*=\s*"([^"]*)" """.Trim(), RegexOptions.IgnoreCase))
            .Select(match => match.Groups[1].Value).Where(address => !address.StartsWith("data:", StringComparison.Ordinal)),
    ];
}
