using System.Text.RegularExpressions;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>A package asked for.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">An exact version, or <c>*</c> for the newest stable one.</param>
internal sealed partial record PackageRequest(string Name, string Version)
{
    /// <summary>Reads <c>Name</c> or <c>Name, 1.2.3</c>.</summary>
    /// <exception cref="PackageException">The text is neither.</exception>
    public static PackageRequest Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) throw new PackageException($"A package is written #r \"nuget:Name, 1.2.3\". Got '{text.Trim()}'.");
        return new PackageRequest(match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value : "*");
    }

    [GeneratedRegex(@"^\s*([\w.-]+)\s*(?:[,/]\s*([\w.*+-]+))?\s*$")]
    private static partial Regex Form();
}
