using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace MarketingNotebooks.Workbench.Pages.Prose;

/// <summary>Formulas as elements that hold their TeX: the page's script puts MathML in its place, and without it the TeX is readable.</summary>
internal static class Formula
{
    /// <summary>How a page tells that it has formulas.</summary>
    public const string Mark = "class=\"mn-math";

    /// <summary>A formula within a line.</summary>
    public static string Inline(string tex) => $"<span {Mark}\">{Escape.Html(tex)}</span>";

    /// <summary>A formula on its own lines.</summary>
    public static string Display(string tex) => $"<div {Mark} mn-display\">{Escape.Html(tex)}</div>";

    /// <summary>A text in TeX with or without its dollars, as outputs of type <c>text/latex</c> have it.</summary>
    public static string Of(string latex)
    {
        var tex = latex.Trim();
        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("$$", "$$"), ("\\[", "\\]"), ("$", "$"), ("\\(", "\\)")])
        {
            if (tex.Length <= open.Length + close.Length || !tex.StartsWith(open, StringComparison.Ordinal) || !tex.EndsWith(close, StringComparison.Ordinal)) continue;
            return Display(tex[open.Length..^close.Length].Trim());
        }
        return Display(tex);
    }
}

/// <summary><c>$…$</c>, and <c>$$…$$</c> within a line.</summary>
internal sealed class MathInlineRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline node)
    {
        var tex = node.Content.ToString().Trim();
        // A block element cannot stand in a paragraph: displayed formulas within one are spans that the style sheet shows as blocks.
        if (!renderer.EnableHtmlForInline) renderer.Write(tex);
        else if (node.DelimiterCount > 1) renderer.Write($"<span {Formula.Mark} mn-display\">{Escape.Html(tex)}</span>");
        else renderer.Write(Formula.Inline(tex));
    }
}

/// <summary><c>$$</c> on lines of their own.</summary>
internal sealed class MathBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock node)
    {
        var tex = node.Lines.ToString().Trim();
        renderer.EnsureLine();
        renderer.Write(renderer.EnableHtmlForBlock ? Formula.Display(tex) : tex);
        renderer.EnsureLine();
    }
}
