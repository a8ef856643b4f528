using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>Restores packages with the .NET SDK: a small project, <c>dotnet restore</c>, its assets file.</summary>
/// <remarks>A list of exact versions restored once is not restored again while its files are there. Cost: 1 to 3 s, or 5 ms from the cache.</remarks>
internal sealed partial class PackageRestore(string? cache)
{
    // Written last: a restore that failed leaves an assets file too.
    private const string Done = "restored";

    private readonly string folder = cache ?? Path.Combine(UserCache(), "marketing-notebooks", "packages");

    /// <summary>Restores.</summary>
    /// <exception cref="PackageException">A package or a dependency cannot be found, or there is no SDK.</exception>
    public async Task<PackageAssets> RunAsync(IReadOnlyCollection<PackageRequest> packages, IReadOnlyCollection<string> sources, CancellationToken token)
    {
        var project = Project(packages, sources);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..16];
        var place = Directory.CreateDirectory(Path.Combine(folder, key)).FullName;
        var assets = Path.Combine(place, "obj", "project.assets.json");
        if (packages.All(package => !package.Version.Contains('*', StringComparison.Ordinal)) && await CachedAsync(assets, Path.Combine(place, Done), token) is { } known) return known;
        await File.WriteAllTextAsync(Path.Combine(place, "packages.csproj"), project, token);
        var (code, output) = await DotnetAsync(place, token);
        if (code != 0) throw new PackageException(Explain(output));
        var found = PackageAssets.Read(await File.ReadAllTextAsync(assets, token));
        await File.WriteAllTextAsync(Path.Combine(place, Done), "", token);
        return found;
    }

    private static string UserCache()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache) return cache;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? Path.GetTempPath() : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
    }

    private static string Project(IEnumerable<PackageRequest> packages, IReadOnlyCollection<string> sources)
    {
        var items = packages.Select(package => $"""<PackageReference Include="{package.Name}" Version="{package.Version}" />""");
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
                <ImportDirectoryPackagesProps>false</ImportDirectoryPackagesProps>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>{string.Concat(items)}</ItemGroup>
            </Project>
            """;
    }

    private static async Task<PackageAssets?> CachedAsync(string assets, string done, CancellationToken token)
    {
        if (!File.Exists(done) || !File.Exists(assets)) return null;
        try
        {
            var found = PackageAssets.Read(await File.ReadAllTextAsync(assets, token));
            return found.Compile.Concat(found.Runtime).Concat(found.Native).All(File.Exists) ? found : null;
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or InvalidOperationException or NullReferenceException)
        {
            return null; // Cut short while it was written: restore again.
        }
    }

    private static async Task<(int Code, string Output)> DotnetAsync(string place, CancellationToken token)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = place,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in (string[])["restore", "packages.csproj", "--nologo", "--disable-build-servers", "-v", "quiet", "-nodeReuse:false"]) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new PackageException("Packages need the .NET SDK, and there is no 'dotnet' on the PATH; install the SDK or add it to the PATH.", error);
        }
        using (process)
        {
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(token);
                var errors = process.StandardError.ReadToEndAsync(token);
                await process.WaitForExitAsync(token);
                return (process.ExitCode, await output + await errors);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
    }

    private static string Explain(string output)
    {
        var errors = Error().Matches(output).Select(match => (Code: match.Groups[1].Value, Text: match.Groups[2].Value.Trim())).Distinct().ToList();
        if (errors.Count == 0) return $"Packages could not be restored: {output.Trim().Split('\n')[^1].Trim()}";
        var (code, text) = errors[0];
        return code switch
        {
            "NU1101" => $"Package '{FirstWord(text, "package ")}' is in none of the package sources; check its name, or add its source with #i \"nuget:https://…\".",
            "NU1102" or "NU1103" => $"Package '{FirstWord(text, "package ")}' has no such version ({text.TrimEnd('.')}); ask for one that exists.",
            _ => $"Packages could not be restored: {code}: {text}",
        };
    }

    private static string FirstWord(string text, string after)
    {
        var at = text.IndexOf(after, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : text[(at + after.Length)..].Split(' ')[0].TrimEnd('.');
    }

    [GeneratedRegex(@"error (NU\d+|MSB\d+|NETSDK\d+): (.*?)(?: \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
