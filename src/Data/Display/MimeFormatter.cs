namespace MarketingNotebooks.Data.Display;

/// <summary>Writes one kind of object as one MIME type; found by notebook kernels through <see cref="TypeFormatterSourceAttribute"/>.</summary>
/// <typeparam name="T">What it formats.</typeparam>
/// <param name="mimeType">The MIME type written.</param>
/// <param name="render">Gives the text, in that MIME type.</param>
public sealed class MimeFormatter<T>(string mimeType, Func<T, string> render)
{
    /// <summary>The MIME type written, such as <c>text/html</c>.</summary>
    public string MimeType { get; } = mimeType;

    /// <summary>Writes <paramref name="instance"/>; false, and nothing written, when it is not a <typeparamref name="T"/>.</summary>
    /// <param name="instance">The object to show.</param>
    /// <param name="writer">Where the text goes.</param>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not T value) return false;
        writer.Write(render(value));
        return true;
    }
}
