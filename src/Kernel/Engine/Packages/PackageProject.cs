using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>The project whose restore finds packages.</summary>
internal static class PackageProject
{
    /// <summary>The file's name.</summary>
    public const string FileName = "packages.csproj";

    /// <summary>The folder NuGet keeps all packages in; it is a source too, one without network.</summary>
    public static string GlobalPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The project's text.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="sources">Sources beside those of the user's settings.</param>
    /// <param name="offline">Whether to look in <see cref="GlobalPackages"/> only.</param>
    public static string Text(IEnumerable<PackageRequest> packages, IEnumerable<string> sources, bool offline = false)
    {
        var items = packages.Select(package => $"""<PackageReference Include="{package.Name}" Version="{package.Range}" />""");
        var only = offline ? $"<RestoreSources>{SecurityElement.Escape(string.Join(';', sources.Where(Directory.Exists).Append(GlobalPackages)))}</RestoreSources>" : "";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <EnableDefaultItems>false</EnableDefaultItems>
                <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
                <ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>
                <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>{only}
              </PropertyGroup>
              <ItemGroup>{string.Concat(items)}</ItemGroup>
            </Project>
            """;
    }

    /// <summary>A name for the result of restoring exact versions, the same for the same packages and sources.</summary>
    public static string Key(IEnumerable<PackageRequest> packages, IEnumerable<string> sources)
    {
        var text = Text(packages.OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase), sources.Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }
}
