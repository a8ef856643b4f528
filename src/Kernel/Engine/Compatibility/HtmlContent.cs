using System.Text.Encodings.Web;

namespace Microsoft.AspNetCore.Html;

/// <summary>HTML that is written as it is. Stands for ASP.NET Core's interface of this name, which the kernel does not load.</summary>
public interface IHtmlContent
{
    /// <summary>Writes the HTML.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="encoder">For texts inside that are not HTML yet.</param>
    void WriteTo(TextWriter writer, HtmlEncoder encoder);
}

/// <summary>A text that is HTML already.</summary>
/// <param name="value">The HTML; null is empty.</param>
public sealed class HtmlString(string? value) : IHtmlContent
{
    /// <summary>No HTML.</summary>
    public static readonly HtmlString Empty = new("");

    /// <summary>The HTML.</summary>
    public string? Value { get; } = value;

    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Value);
    }

    /// <summary>The HTML.</summary>
    public override string ToString() => Value ?? "";
}
