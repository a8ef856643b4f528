namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Where a formatter writes.</summary>
/// <param name="writer">Takes the text.</param>
public sealed class FormatContext(TextWriter writer)
{
    /// <summary>Takes the text.</summary>
    public TextWriter Writer { get; } = writer;
}

/// <summary>Writes values of a type in one mime type.</summary>
public interface ITypeFormatter
{
    /// <summary>The mime type it writes.</summary>
    string MimeType { get; }

    /// <summary>The type it is for.</summary>
    Type Type { get; }

    /// <summary>Writes a value; false when it leaves this one to another formatter.</summary>
    bool Format(object instance, FormatContext context);
}

/// <summary>Gives the formatters of a type that carries <see cref="TypeFormatterSourceAttribute"/>.</summary>
public interface ITypeFormatterSource
{
    /// <summary>The formatters.</summary>
    IEnumerable<ITypeFormatter> CreateTypeFormatters();
}

/// <summary>Names the class that knows how a type is shown.</summary>
/// <param name="formatterSourceType">A class with a constructor without parameters and <see cref="ITypeFormatterSource"/>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The class that gives the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>Mime types to show. Default: those of the formatters.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}

/// <summary>Plain text.</summary>
public static class PlainTextFormatter
{
    /// <summary><c>text/plain</c>.</summary>
    public const string MimeType = "text/plain";
}

/// <summary>HTML.</summary>
public static class HtmlFormatter
{
    /// <summary><c>text/html</c>.</summary>
    public const string MimeType = "text/html";
}

/// <summary>JSON.</summary>
public static class JsonFormatter
{
    /// <summary><c>application/json</c>.</summary>
    public const string MimeType = "application/json";
}
