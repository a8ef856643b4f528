using System.Text.Json;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>Restores packages with the .NET SDK: a small project, <c>dotnet restore</c>, its assets file.</summary>
/// <remarks>
/// A list of exact versions restored once is not restored again while its files are there. Without network, a list that is not exact is
/// made from the packages on this machine. Cost: 1 to 3 s, or 5 ms when known.
/// </remarks>
/// <param name="cache">Folder of known lists; null for the user's cache.</param>
internal sealed class PackageRestore(string? cache)
{
    private readonly string folder = cache ?? Path.Combine(UserCache(), "marketing-notebooks", "packages");

    /// <summary>Restores.</summary>
    /// <param name="packages">The packages.</param>
    /// <param name="sources">Sources beside those of the user's settings.</param>
    /// <param name="pinned">Names of packages whose version the notebook pins, for the error.</param>
    /// <param name="token">Ends the work.</param>
    /// <exception cref="PackageException">A package or a dependency cannot be found, or there is no SDK.</exception>
    public async Task<PackageAssets> RunAsync(IReadOnlyCollection<PackageRequest> packages, IReadOnlyCollection<string> sources, IReadOnlySet<string> pinned, CancellationToken token)
    {
        if (packages.All(package => package.IsExact) && await KnownAsync(Place(packages, sources), token) is { } known) return known;
        var work = Directory.CreateDirectory(Path.Combine(folder, $".restoring-{Guid.NewGuid():N}")).FullName;
        try
        {
            var found = await RestoreAsync(work, packages, sources, pinned, token);
            Keep(work, Place(packages.Select(package => package with { Version = found.Versions.GetValueOrDefault(package.Name, package.Version ?? "") }), sources));
            return found;
        }
        finally
        {
            if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<PackageAssets> RestoreAsync(string work, IReadOnlyCollection<PackageRequest> packages, IReadOnlyCollection<string> sources, IReadOnlySet<string> pinned, CancellationToken token)
    {
        var assets = Assets(work);
        var (code, output) = await TryAsync(offline: false);
        if (code != 0 && PackageFailure.IsOffline(output))
        {
            var reason = PackageFailure.Explain(output, assets, pinned);
            (code, _) = await TryAsync(offline: true);
            if (code != 0) throw new PackageException(reason);
        }
        if (code != 0) throw new PackageException(PackageFailure.Explain(output, assets, pinned));
        return PackageAssets.Read(await File.ReadAllTextAsync(assets, token));

        async Task<(int Code, string Output)> TryAsync(bool offline)
        {
            await File.WriteAllTextAsync(Path.Combine(work, PackageProject.FileName), PackageProject.Text(packages, sources, offline), token);
            return await DotnetCommand.RestoreAsync(work, PackageProject.FileName, token);
        }
    }

    private static string UserCache()
    {
        if (OperatingSystem.IsWindows()) return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache) return cache;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? Path.GetTempPath() : Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache");
    }

    private static string Assets(string place) => Path.Combine(place, "obj", "project.assets.json");

    private string Place(IEnumerable<PackageRequest> packages, IEnumerable<string> sources) => Path.Combine(folder, PackageProject.Key(packages, sources));

    private static async Task<PackageAssets?> KnownAsync(string place, CancellationToken token)
    {
        if (!File.Exists(Assets(place))) return null;
        try
        {
            var found = PackageAssets.Read(await File.ReadAllTextAsync(Assets(place), token));
            return found.Files.All(file => File.Exists(file.Path)) ? found : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException)
        {
            return null; // Of another format: restore again.
        }
    }

    // Moved into place whole; when another process was faster, or the place cannot be had, the result is as good without.
    private static void Keep(string work, string place)
    {
        try
        {
            if (Directory.Exists(place)) Directory.Delete(place, recursive: true);
            Directory.Move(work, place);
        }
        catch (IOException)
        {
        }
    }
}
