using System.Collections.Concurrent;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>The style sheets, scripts and layouts that are built into the assembly.</summary>
internal static class PageResources
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    /// <summary>The text of one file of this folder, e.g. <c>page.css</c>.</summary>
    public static string Text(string name) => Texts.GetOrAdd(name, static name =>
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream("Pages/" + name)
            ?? throw new ArgumentException($"There is no built-in page file '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    });
}
