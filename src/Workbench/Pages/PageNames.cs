using System.Text.RegularExpressions;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>Names of pages: safe as a file's name and as an address, in any file system.</summary>
public static partial class PageNames
{
    /// <summary>The gallery's own page.</summary>
    public const string Index = "index";

    /// <summary>Checks a slug: 1 to 100 letters, digits, <c>-</c>, <c>_</c> or <c>.</c>, beginning with a letter or digit; not <c>index</c>.</summary>
    /// <exception cref="ArgumentException">The slug is something else.</exception>
    public static void Check(string slug)
    {
        ArgumentNullException.ThrowIfNull(slug);
        if (string.Equals(slug, Index, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("A notebook's page cannot be named 'index', which is the gallery's. Rename the notebook.", nameof(slug));
        }
        if (!Allowed().IsMatch(slug))
        {
            throw new ArgumentException(
                $"A page's name must be 1 to 100 letters, digits, '-', '_' or '.', beginning with a letter or digit. Got '{slug}'. Rename the notebook.", nameof(slug));
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_.-]{0,99}\z")]
    private static partial Regex Allowed();
}
