using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Running;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Writes a value; false when it leaves this one to another formatter.</summary>
/// <param name="value">The value.</param>
/// <param name="context">Where to write.</param>
public delegate bool FormatDelegate<in T>(T value, FormatContext context);

/// <summary>How values are shown in the running notebook: register formatters for types here.</summary>
/// <remarks>
/// Acts on the session of the calling cell; outside of cells on one registry of the process. Names and defaults are those of
/// .NET Interactive, so that its notebooks run unchanged: a formatter registered without a mime type writes <c>text/plain</c>.
/// </remarks>
public static class Formatter
{
    private static readonly FormatterRegistry Process = new();

    /// <summary>Most items of a sequence that are shown. Range: ≥ 0. Default: 20.</summary>
    public static int ListExpansionLimit
    {
        get => Registry.ListExpansionLimit;
        set => Registry.ListExpansionLimit = value;
    }

    /// <summary>Most levels of objects inside objects that are shown. Range: ≥ 0. Default: 6.</summary>
    public static int RecursionLimit
    {
        get => Registry.RecursionLimit;
        set => Registry.RecursionLimit = value;
    }

    /// <summary>The mime type of values of types nothing is said about. Default: text/html, with text/plain beside it.</summary>
    public static string DefaultMimeType
    {
        get => Registry.DefaultMimeType;
        set => Registry.DefaultMimeType = value;
    }

    internal static FormatterRegistry Registry => CellRun.Current?.Session.Formatters ?? Process;

    /// <summary>Shows values of a type with a function.</summary>
    /// <param name="formatter">Gives the text of a value.</param>
    /// <param name="mimeType">The mime type of the text. Default: text/plain.</param>
    /// <param name="addToDefaults">No effect: all registrations last as long as the session.</param>
    public static void Register<T>(Func<T, string> formatter, string mimeType = MimeTypes.Plain, bool addToDefaults = false)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.Register(typeof(T), (value, writer) => writer.Write(formatter((T)value)), mimeType);
    }

    /// <summary>Shows values of a type with a function that writes.</summary>
    /// <param name="formatter">Writes a value.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/plain.</param>
    /// <param name="addToDefaults">No effect.</param>
    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = MimeTypes.Plain, bool addToDefaults = false)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.Register(typeof(T), (value, writer) => formatter((T)value, writer), mimeType);
    }

    /// <summary>Shows values of a type with a function that writes, or leaves a value to the next formatter by giving false.</summary>
    /// <param name="formatter">Writes a value.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/plain.</param>
    /// <param name="addToDefaults">No effect.</param>
    public static void Register<T>(FormatDelegate<T> formatter, string mimeType = MimeTypes.Plain, bool addToDefaults = false)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.TryRegister(typeof(T), (value, writer) => formatter((T)value, new FormatContext(writer)), mimeType);
    }

    /// <summary>As the other overload, with the context first, as early versions of .NET Interactive had it.</summary>
    /// <param name="formatter">Writes a value.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/plain.</param>
    /// <param name="addToDefaults">No effect.</param>
    public static void Register<T>(Func<FormatContext, T, bool> formatter, string mimeType = MimeTypes.Plain, bool addToDefaults = false)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.TryRegister(typeof(T), (value, writer) => formatter(new FormatContext(writer), (T)value), mimeType);
    }

    /// <summary>Shows values of a type with a function of value, context and writer, as some versions of .NET Interactive had it.</summary>
    /// <param name="formatter">Writes a value; false leaves it to the next formatter.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/plain.</param>
    /// <param name="addToDefaults">No effect.</param>
    public static void Register<T>(Func<FormatContext, T, TextWriter, bool> formatter, string mimeType = MimeTypes.Plain, bool addToDefaults = false)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.TryRegister(typeof(T), (value, writer) => formatter(new FormatContext(writer), (T)value, writer), mimeType);
    }

    /// <summary>Shows values of a type, which may be open generic, with a function that writes.</summary>
    /// <param name="type">The type.</param>
    /// <param name="formatter">Writes a value.</param>
    /// <param name="mimeType">The mime type of what it writes. Default: text/plain.</param>
    /// <param name="addToDefaults">No effect.</param>
    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = MimeTypes.Plain, bool addToDefaults = false) =>
        Registry.Register(type, formatter, mimeType);

    /// <summary>Shows values of a type with an object that writes them.</summary>
    /// <param name="formatter">Names the type and the mime type.</param>
    /// <param name="addToDefaults">No effect.</param>
    public static void Register(ITypeFormatter formatter, bool addToDefaults = false)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Registry.TryRegister(formatter.Type, (value, writer) => formatter.Format(value, new FormatContext(writer)), formatter.MimeType);
    }

    /// <summary>Says which mime types values of a type are shown in.</summary>
    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes) =>
        Registry.SetPreferredMimeTypes(type, preferredMimeTypes);

    /// <summary>Says which mime type values of a type are shown in.</summary>
    public static void SetPreferredMimeTypeFor(Type type, string preferredMimeType) =>
        Registry.SetPreferredMimeTypes(type, preferredMimeType);

    /// <summary>The mime types values of a type are shown in, as far as that was said for the type; else <see cref="DefaultMimeType"/>.</summary>
    public static IReadOnlyList<string> GetPreferredMimeTypesFor(Type type) => Registry.PreferredMimeTypes(type);

    /// <summary>Forgets all formatters registered in this session.</summary>
    public static void ResetToDefault() => Registry.Reset();

    /// <summary>The text of a value in a mime type.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="mimeType">The mime type. Default: text/plain.</param>
    public static string ToDisplayString(this object? value, string mimeType = MimeTypes.Plain) =>
        Registry.Format(value, mimeType) ?? PlainText.Of(value);

    /// <summary>Writes the text of a value in a mime type.</summary>
    /// <param name="value">The value, or null.</param>
    /// <param name="writer">Takes the text.</param>
    /// <param name="mimeType">The mime type. Default: text/plain.</param>
    public static void FormatTo<T>(this T value, TextWriter writer, string mimeType = MimeTypes.Plain)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(ToDisplayString(value, mimeType));
    }

    /// <summary>A value in all mime types it has, or in those asked for.</summary>
    public static MimeBundle ToBundle(object? value, params string[] mimeTypes) => Registry.Bundle(value, mimeTypes);
}
