using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Finds the formatters a library attached to its types without knowing this kernel.</summary>
/// <remarks>
/// The convention of .NET Interactive, by names alone: an attribute named <c>TypeFormatterSourceAttribute</c> on the type, a base
/// type or an interface, with a property <c>FormatterSourceType</c> and perhaps <c>PreferredMimeTypes</c>; the source has a public
/// constructor without parameters and <c>CreateTypeFormatters()</c>, whose items have <c>MimeType</c> and
/// <c>bool Format(object, TextWriter)</c>.
/// </remarks>
internal static class FormatterSources
{
    private static readonly ConcurrentDictionary<Type, Found> Cache = new();

    /// <summary>The formatters a type's attributes offer, nearest type first, and the mime types they prefer.</summary>
    public static Found For(Type type) => Cache.GetOrAdd(type, static type =>
    {
        var formatters = new List<TypeFormatter>();
        var preferred = new List<string>();
        foreach (var attribute in Attributes(type))
        {
            if (Read(attribute, "FormatterSourceType") is not Type source) continue;
            if (Read(attribute, "PreferredMimeTypes") is IEnumerable<string> mimes) preferred.AddRange(mimes);
            formatters.AddRange(Create(source));
        }
        return new Found(formatters, preferred);
    });

    private static IEnumerable<object> Attributes(Type type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var attribute in at.GetCustomAttributes(inherit: false).Where(IsSource)) yield return attribute;
        }
        foreach (var attribute in type.GetInterfaces().SelectMany(face => face.GetCustomAttributes(inherit: false)).Where(IsSource)) yield return attribute;
    }

    private static bool IsSource(object attribute) => attribute.GetType().Name == "TypeFormatterSourceAttribute";

    private static IEnumerable<TypeFormatter> Create(Type source)
    {
        var instance = Activator.CreateInstance(source, nonPublic: true);
        var create = source.GetMethod("CreateTypeFormatters", BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
        if (create?.Invoke(instance, null) is not IEnumerable items) yield break;
        foreach (var item in items)
        {
            if (item is Microsoft.DotNet.Interactive.Formatting.ITypeFormatter known)
            {
                yield return new TypeFormatter(known.MimeType, (value, writer) => known.Format(value, new(writer)));
                continue;
            }
            var format = item.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)]);
            if (Read(item, "MimeType") is not string mime || format is null || format.ReturnType != typeof(bool)) continue;
            yield return new TypeFormatter(mime, format.CreateDelegate<Func<object, TextWriter, bool>>(item));
        }
    }

    private static object? Read(object owner, string property) => owner.GetType().GetProperty(property)?.GetValue(owner);

    /// <summary>What a type's attributes offer.</summary>
    internal sealed record Found(IReadOnlyList<TypeFormatter> Formatters, IReadOnlyList<string> Preferred);
}
