using System.Text.RegularExpressions;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>A package asked for.</summary>
/// <param name="Name">Its id.</param>
/// <param name="Version">What stood behind the comma: an exact version, one with <c>*</c>, or an interval such as <c>[1.0,2.0)</c>. Null: none given.</param>
internal sealed partial record PackageRequest(string Name, string? Version)
{
    /// <summary>Whether one version only will do.</summary>
    public bool IsExact => PackageVersion.TryParse(Version, out _);

    /// <summary>The version in NuGet's notation for ranges; without one the newest stable.</summary>
    public string Range => IsExact ? $"[{Version}]" : Version ?? "*";

    /// <summary>Reads <c>Name</c>, <c>Name, 1.2.3</c>, <c>Name, 1.*</c>, <c>Name, *-*</c> or <c>Name, [1.0,2.0)</c>.</summary>
    /// <exception cref="PackageException">The text is none of these.</exception>
    public static PackageRequest Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success) throw new PackageException($"A package is written #r \"nuget:Name, 1.2.3\". Got '{text.Trim()}'.");
        return new PackageRequest(match.Groups[1].Value, match.Groups[2].Success ? match.Groups[2].Value.Trim() : null);
    }

    /// <summary>Whether a version that is there already will do.</summary>
    public bool Accepts(string version)
    {
        if (Version is null || !PackageVersion.TryParse(version, out var found)) return Version is null;
        if (PackageVersion.TryParse(Version, out var exact)) return exact.CompareTo(found) == 0;
        if (Version[0] is '[' or '(') return Inside(Version, found);
        if (found.IsPreview && !Version.Contains('-', StringComparison.Ordinal)) return false;
        return version.StartsWith(Version[..Version.IndexOf('*', StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    public override string ToString() => Version is null ? Name : $"{Name}, {Version}";

    private static bool Inside(string interval, PackageVersion version)
    {
        var ends = interval[1..^1].Split(',');
        var lower = PackageVersion.TryParse(ends[0].Trim(), out var from) ? version.CompareTo(from) : 1;
        var upper = PackageVersion.TryParse(ends[^1].Trim(), out var to) ? version.CompareTo(to) : -1;
        return (lower > 0 || (lower == 0 && interval[0] == '[')) && (upper < 0 || (upper == 0 && interval[^1] == ']'));
    }

    [GeneratedRegex(@"^\s*([\w.-]+)\s*(?:[,/]\s*(\d[\w.+-]*(?:\*)?|\*(?:-\*)?|[\[(][\w\s.,+-]+[\])])\s*)?$")]
    private static partial Regex Form();
}
