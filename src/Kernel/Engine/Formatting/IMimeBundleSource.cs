namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>A value that knows how it is shown, mime types, metadata and all. Types of cells may implement it.</summary>
public interface IMimeBundleSource
{
    /// <summary>The value in its mime types, with <c>text/plain</c> among them.</summary>
    MimeBundle ToMimeBundle();
}
