using System.Text.RegularExpressions;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Fills a built-in HTML layout: each <c>{{name}}</c> is replaced once, so that a value may hold braces itself.</summary>
internal static partial class Layout
{
    /// <summary>The layout <paramref name="file"/> with its places filled.</summary>
    /// <param name="file">Name of the layout, e.g. <c>page.html</c>.</param>
    /// <param name="values">HTML by place; every place of the layout needs one.</param>
    public static string Fill(string file, IReadOnlyDictionary<string, string> values) =>
        Place().Replace(PageResources.Text(file), match => values.TryGetValue(match.Groups[1].Value, out var value)
            ? value
            : throw new ArgumentException($"'{file}' has a place '{match.Groups[1].Value}' without a value.", nameof(values))) + "\n";

    [GeneratedRegex(@"\{\{([a-z-]+)\}\}")]
    private static partial Regex Place();
}
