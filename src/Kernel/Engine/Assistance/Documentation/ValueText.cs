using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using MarketingNotebooks.Kernel.Engine.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Assistance.Documentation;

/// <summary>A value in few words, without running any code of its type: properties are shown where a plain field holds them.</summary>
internal static class ValueText
{
    private const int MostItems = 10;
    private const int MostLevels = 3;
    private const int MostCharacters = 300;

    /// <summary>The words.</summary>
    public static string Of(object? value)
    {
        var text = Of(value, MostLevels);
        if (text.Length <= MostCharacters) return text;
        return string.Concat(text.AsSpan(0, MostCharacters - (char.IsHighSurrogate(text[MostCharacters - 1]) ? 1 : 0)), "…");
    }

    private static string Of(object? value, int levels)
    {
        if (value is null) return "null";
        var type = value.GetType();
        if (value is string text) return $"\"{text[..Math.Min(text.Length, MostCharacters)].ReplaceLineEndings("\\n")}\"";
        if (Members.IsScalar(type)) return PlainText.Scalar(value);
        if (levels == 0) return "…";
        return value switch
        {
            ITuple tuple when IsPlatform(type) => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(i => Of(tuple[i], levels - 1)))})",
            // Only collections of the base library are known to do nothing but count and hand out when asked.
            IDictionary map when IsPlatform(type) => Items(map.Count, Entries(map, levels - 1), "{ ", " }"),
            ICollection items when IsPlatform(type) => Items(items.Count, items.Cast<object?>().Select(item => Of(item, levels - 1)), "[", "]"),
            _ => Object(value, type, levels),
        };
    }

    private static string Items(int count, IEnumerable<string> items, string open, string close)
    {
        try
        {
            var more = count > MostItems ? string.Create(CultureInfo.InvariantCulture, $", … {count:N0} in all") : "";
            return $"{open}{string.Join(", ", items.Take(MostItems))}{more}{close}";
        }
        catch (InvalidOperationException)
        {
            // The running cell is changing it.
            return "…";
        }
    }

    private static IEnumerable<string> Entries(IDictionary map, int levels)
    {
        foreach (DictionaryEntry entry in map) yield return $"[{Of(entry.Key, levels)}] = {Of(entry.Value, levels)}";
    }

    private static string Object(object value, Type type, int levels)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => (Name: PropertyOf(field, type), Field: field))
            .Where(entry => entry.Name is not null)
            .Select(entry => $"{entry.Name} = {Of(entry.Field.GetValue(value), levels - 1)}")
            .Take(MostItems)
            .ToList();
        var name = Members.IsAnonymous(type) ? "" : Members.Name(type);
        return fields.Count == 0 ? name : $"{name} {{ {string.Join(", ", fields)} }}".TrimStart();
    }

    // `<Age>k__BackingField` holds the property Age; anonymous types call theirs `<Age>i__Field`.
    private static string? PropertyOf(FieldInfo field, Type type)
    {
        if (field.IsPublic) return field.Name;
        if (!field.Name.StartsWith('<') || field.Name.IndexOf('>', StringComparison.Ordinal) is not (> 1 and var end)) return null;
        var name = field.Name[1..end];
        return type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly) is null ? null : name;
    }

    private static bool IsPlatform(Type type) => type.IsArray || (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
        && Path.GetDirectoryName(type.Assembly.Location) == Path.GetDirectoryName(typeof(object).Assembly.Location));
}
