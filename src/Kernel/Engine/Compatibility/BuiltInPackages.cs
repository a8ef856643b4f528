namespace MarketingNotebooks.Kernel.Engine.Compatibility;

/// <summary>Packages of .NET Interactive whose types this kernel has itself, so that asking for them restores nothing.</summary>
internal static class BuiltInPackages
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Microsoft.DotNet.Interactive", "Microsoft.DotNet.Interactive.Formatting", "Microsoft.DotNet.Interactive.CSharp", "Microsoft.AspNetCore.Html.Abstractions",
    };

    /// <summary>True for a package, <c>Name</c> or <c>Name, version</c>, that needs no restoring.</summary>
    public static bool Has(string package) => Names.Contains(package.Split(',', '/')[0].Trim());
}
