using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Pages.Prose;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>What a notebook says about itself.</summary>
/// <param name="Number">Leading digits of its file's name, e.g. <c>03</c>; empty when it has none.</param>
/// <param name="Title">Its first heading of level 1; the words of its file's name when it has none.</param>
/// <param name="Question">The business question in one line: the block quote below the title, else <c>question</c> of its metadata, else the
/// first paragraph. Empty when there is none.</param>
/// <param name="Data">Data it works on, from its metadata; empty when not given.</param>
/// <param name="Methods">Methods it teaches, from its metadata; empty when not given.</param>
/// <param name="Minutes">Reading time, from its metadata; null when not given.</param>
/// <param name="Language">BCP 47 tag of its prose, <c>language</c> of its metadata. Default: <c>en</c>.</param>
/// <remarks>The metadata is the object <c>marketing_notebooks</c> of the notebook's metadata: question, data, methods (list), minutes, language.</remarks>
public sealed partial record NotebookSummary(
    string Number, string Title, string Question, string Data, IReadOnlyList<string> Methods, double? Minutes, string Language)
{
    /// <summary>Reads a notebook. It is not changed.</summary>
    /// <param name="document">Any notebook.</param>
    /// <param name="slug">Its file's name without extension.</param>
    public static NotebookSummary Of(NotebookDocument document, string slug)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(slug);
        return Of(document, slug, Opening.Of(document));
    }

    internal static NotebookSummary Of(NotebookDocument document, string slug, Opening opening)
    {
        var facts = document.Metadata["marketing_notebooks"] as JsonObject ?? [];
        var number = Leading().Match(slug).Value;
        var title = opening.Title is { } heading ? MarkdownText.Plain(heading) : "";
        var question = opening.Question is { } block ? MarkdownText.Plain(block) : "";
        var declared = Text(facts["question"]);
        if (declared.Length > 0 && opening.Question is not Markdig.Syntax.QuoteBlock) question = declared;
        var language = Text(facts["language"]);
        return new NotebookSummary(number, title.Length > 0 ? title : Words(slug[number.Length..], slug), question, string.Join(", ", Texts(facts["data"])),
            Texts(facts["methods"]), Positive(facts["minutes"]), Tag().IsMatch(language) ? language : "en");
    }

    private static string Words(string name, string slug)
    {
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? slug : string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(words[0])}{words[1..]}");
    }

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text.Trim() : "";

    private static List<string> Texts(JsonNode? node) =>
        [.. (node is JsonArray list ? list.Select(Text) : [Text(node)]).Where(text => text.Length > 0)];

    private static double? Positive(JsonNode? node) =>
        node?.GetValueKind() == JsonValueKind.Number && double.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number : null;

    [GeneratedRegex(@"^\d+")]
    private static partial Regex Leading();

    [GeneratedRegex(@"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\z")]
    private static partial Regex Tag();
}
