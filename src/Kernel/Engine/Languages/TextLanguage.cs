using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Languages;

/// <summary>A language whose text is shown as it is: Markdown, HTML, JavaScript.</summary>
internal sealed class TextLanguage(string mimeType, string summary, params string[] names) : ICellLanguage
{
    public IReadOnlyList<string> Names => names;

    public string Summary => summary;

    public Task RunAsync(string text, string arguments, ICellContext cell)
    {
        cell.Display(new Rendered(text.Trim('\n'), mimeType));
        return Task.CompletedTask;
    }
}
