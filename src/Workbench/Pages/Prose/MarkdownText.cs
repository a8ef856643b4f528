using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace MarketingNotebooks.Workbench.Pages.Prose;

/// <summary>Markdown as notebooks write it: GitHub's tables, task lists and alerts, footnotes, definition lists, TeX between dollars, and
/// emphasis beside CJK characters. Raw HTML passes, as in Jupyter.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseMathematics().UsePipeTables().UseGridTables().UseTaskLists().UseFootnotes().UseDefinitionLists().UseAlertBlocks()
        .UseEmphasisExtras().UseAutoLinks().UseAbbreviations().UseCjkFriendlyEmphasis().Build();

    /// <summary>The syntax tree of a text.</summary>
    public static MarkdownDocument Parse(string text) => Markdown.Parse(text.Replace("\r\n", "\n", StringComparison.Ordinal), Pipeline);

    /// <summary>HTML of a tree or a part of it.</summary>
    public static string Html(MarkdownObject node) => Render(node, html: true);

    /// <summary>HTML of a text.</summary>
    public static string Html(string text) => Html(Parse(text));

    /// <summary>The words of a tree or a part of it, in one line.</summary>
    public static string Plain(MarkdownObject node) => string.Join(' ', Render(node, html: false).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Render(MarkdownObject node, bool html)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer) { EnableHtmlForBlock = html, EnableHtmlForInline = html, EnableHtmlEscape = html };
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new MathInlineRenderer());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new MathBlockRenderer());
        if (html) renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new FencedCodeRenderer());
        renderer.Render(node);
        return writer.ToString().Trim();
    }
}
