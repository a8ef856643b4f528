using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using MarketingNotebooks.Workbench.Pages.Code;

namespace MarketingNotebooks.Workbench.Pages.Prose;

/// <summary>Code in prose, C# highlighted.</summary>
internal sealed class FencedCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    private readonly MathBlockRenderer _math = new();

    protected override void Write(HtmlRenderer renderer, CodeBlock node)
    {
        if (node is MathBlock math)
        {
            _math.Write(renderer, math);
            return;
        }
        var text = node.Lines.ToString();
        var language = (node as FencedCodeBlock)?.Info?.Trim().ToLowerInvariant() ?? "";
        var isCSharp = language is "csharp" or "cs" or "c#";
        renderer.EnsureLine();
        renderer.Write($"<pre class=\"source\"><code>{(isCSharp ? CSharpCode.Html(text) : Escape.Html(text))}</code></pre>");
        renderer.EnsureLine();
    }
}
