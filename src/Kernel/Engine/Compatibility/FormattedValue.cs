namespace Microsoft.DotNet.Interactive;

/// <summary>A text in a mime type.</summary>
/// <param name="mimeType">The mime type.</param>
/// <param name="value">The text.</param>
public sealed class FormattedValue(string mimeType, string value)
{
    /// <summary>The mime type.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>The text.</summary>
    public string Value { get; } = value;
}
