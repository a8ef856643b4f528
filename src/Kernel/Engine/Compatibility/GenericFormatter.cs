using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The form early notebooks register formatters in: <c>Formatter&lt;Order&gt;.Register(…)</c>. See <see cref="Formatter"/>.</summary>
[SuppressMessage("Design", "CA1000", Justification = "Names existing notebooks call.")]
public static class Formatter<T>
{
    /// <summary>Shows values of the type with a function that writes.</summary>
    /// <param name="formatter">Writes a value.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/plain.</param>
    public static void Register(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) => Formatter.Register(formatter, mimeType);

    /// <summary>Shows values of the type with a function.</summary>
    /// <param name="formatter">Gives the text of a value.</param>
    /// <param name="mimeType">The mime type of the text. Default: text/plain.</param>
    public static void Register(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType) => Formatter.Register(formatter, mimeType);
}
