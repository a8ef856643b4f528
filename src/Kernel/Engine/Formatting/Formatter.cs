using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>How values are shown in the running notebook: register formatters for types here.</summary>
/// <remarks>Acts on the session of the calling cell; outside of cells on one registry of the process.</remarks>
public static class Formatter
{
    private static readonly FormatterRegistry Process = new();

    private static FormatterRegistry Registry => CellRun.Current?.Session.Formatters ?? Process;

    /// <summary>Shows values of a type with a function.</summary>
    /// <param name="format">Gives the text of a value.</param>
    /// <param name="mimeType">The mime type of the text. Default: text/html.</param>
    public static void Register<T>(Func<T, string> format, string mimeType = MimeTypes.Html)
    {
        ArgumentNullException.ThrowIfNull(format);
        Registry.Register(typeof(T), (value, writer) => writer.Write(format((T)value)), mimeType);
    }

    /// <summary>Shows values of a type with a function that writes.</summary>
    /// <param name="write">Writes a value.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/html.</param>
    public static void Register<T>(Action<T, TextWriter> write, string mimeType = MimeTypes.Html)
    {
        ArgumentNullException.ThrowIfNull(write);
        Registry.Register(typeof(T), (value, writer) => write((T)value, writer), mimeType);
    }

    /// <summary>Shows values of a type, which may be open generic, with a function that writes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="formatter">Writes a value.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/html.</param>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = MimeTypes.Html) =>
        Registry.Register(type, formatter, mimeType);

    /// <summary>Says which mime types values of a type are shown in.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes) =>
        Registry.SetPreferredMimeTypes(type, preferredMimeTypes);

    /// <summary>Forgets all formatters registered in this session.</summary>
    public static void ResetToDefault() => Registry.Reset();

    /// <summary>The text of a value in a mime type.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="mimeType">The mime type. Default: text/plain.</param>
    public static string ToDisplayString(this object? value, string mimeType = MimeTypes.Plain) =>
        Registry.Format(value, mimeType) ?? PlainText.Of(value);

    /// <summary>A value in all mime types it has, or in those asked for.</summary>
    public static MimeBundle ToBundle(object? value, params string[] mimeTypes) => Registry.Bundle(value, mimeTypes);
}
