using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>Diagrams in Mermaid's notation, drawn by the front end.</summary>
/// <remarks>
/// The output carries <c>text/vnd.mermaid</c> (JupyterLab from 4.1, nbconvert) and the same diagram as a fenced block of
/// <c>text/markdown</c> (VS Code). There is no <c>text/html</c>: front ends would prefer it, and without a script from the network
/// it could only show the notation. A front end that draws neither shows the notation as text.
/// </remarks>
internal sealed class MermaidLanguage : ICellLanguage
{
    public IReadOnlyList<string> Names => ["mermaid"];

    public string Summary => "a diagram drawn by the front end";

    public Task RunAsync(string text, string arguments, ICellContext cell)
    {
        var diagram = text.Trim('\n');
        var bundle = new MimeBundle([], []);
        bundle.Add(MimeTypes.Mermaid, diagram);
        bundle.Add(MimeTypes.Markdown, $"```mermaid\n{diagram}\n```");
        bundle.Add(MimeTypes.Plain, diagram);
        cell.Display(bundle);
        return Task.CompletedTask;
    }
}
