using System.Reflection;
using System.Text;

namespace MarketingNotebooks.Data.Sources;

/// <summary>How the properties of a type and the columns of a frame are named after each other.</summary>
internal static class RecordShape
{
    /// <summary>The public properties that can be read, those of base types first, in the order of their declaration.</summary>
    public static IReadOnlyList<PropertyInfo> Readable(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, GetMethod.IsPublic: true } && property.GetIndexParameters().Length == 0).ToList();
        return [.. properties.OrderBy(property => Depth(property.DeclaringType!)).ThenBy(property => property.MetadataToken).DistinctBy(property => property.Name)];
    }

    /// <summary>A name as it is compared: without underscores, hyphens, blanks and case.</summary>
    public static string Key(string name) => string.Concat(name.Where(letter => letter is not ('_' or '-' or ' '))).ToUpperInvariant();

    /// <summary>CustomerId → customer_id, URLPath → url_path.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }

    private static int Depth(Type type)
    {
        var depth = 0;
        for (var at = type.BaseType; at is not null; at = at.BaseType) depth++;
        return depth;
    }
}
