namespace MarketingNotebooks.Data.Display;

/// <summary>Names the type that formats instances of the marked type in a notebook.</summary>
/// <remarks>Notebook kernels find it by this attribute's name, so that they and this library need no reference to each other:
/// <see cref="FormatterSourceType"/> has a parameterless constructor and a method <c>CreateTypeFormatters()</c> that gives objects with a
/// property <c>MimeType</c> and a method <c>bool Format(object instance, TextWriter writer)</c>.</remarks>
/// <param name="formatterSourceType">The type that makes the formatters.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>MIME types in which the marked type wants to be shown, best first; null leaves it to the kernel.</summary>
    public string[]? PreferredMimeTypes { get; init; }
}
