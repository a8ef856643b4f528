using MarketingNotebooks.Kernel.Engine.Compiling;
using Microsoft.DotNet.Interactive.Formatting;

namespace MarketingNotebooks.Kernel.Engine.Compatibility;

/// <summary>Finds cells that call HTML elements without opening their class, as early notebooks could.</summary>
/// <remarks>The class is not open from the start: its names (<c>a</c>, <c>b</c>, <c>i</c>, …) would hide mistakes and crowd completion.</remarks>
internal static class PocketViewNames
{
    /// <summary>The class to open.</summary>
    public static readonly string ClassName = typeof(PocketViewTags).FullName!;

    private static readonly HashSet<string> Names = [.. typeof(PocketViewTags).GetProperties().Select(property => property.Name)];

    /// <summary>True when an unknown name among the errors is an element's, with content or attributes behind it.</summary>
    public static bool AreMissing(CompileException error, string text)
    {
        var lines = text.Split('\n');
        return error.Faults.Any(fault => fault.Code == "CS0103" && fault.Line <= lines.Length && IsElement(lines[fault.Line - 1].AsSpan(Math.Min(fault.Column - 1, lines[fault.Line - 1].Length))));
    }

    private static bool IsElement(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '_')) length++;
        var rest = text[length..].TrimStart();
        if (!Names.Contains(text[..length].ToString())) return false;
        // b(…), and a[href: …] but not a[0].
        return rest.StartsWith('(') || (rest.StartsWith('[') && rest.IndexOf(':') is > 0 and var colon && !rest[..colon].Contains(']'));
    }
}
