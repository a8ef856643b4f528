namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Mime types the kernel names itself.</summary>
public static class MimeTypes
{
    /// <summary><c>text/plain</c>, which every bundle has.</summary>
    public const string Plain = "text/plain";

    /// <summary><c>text/html</c>.</summary>
    public const string Html = "text/html";

    /// <summary><c>text/markdown</c>.</summary>
    public const string Markdown = "text/markdown";

    /// <summary><c>application/javascript</c>.</summary>
    public const string JavaScript = "application/javascript";

    /// <summary><c>text/vnd.mermaid</c>.</summary>
    public const string Mermaid = "text/vnd.mermaid";

    /// <summary><c>text/latex</c>.</summary>
    public const string Latex = "text/latex";

    /// <summary><c>application/json</c>, whose values are JSON, not texts.</summary>
    public const string Json = "application/json";
}
