using System.Reflection;
using MarketingNotebooks.Kernel.Engine.Compiling;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>The packages of a session. All are restored together, so that their dependencies agree.</summary>
/// <remarks>What was chosen stays chosen: a later package cannot change the version of one whose assemblies are loaded.</remarks>
/// <param name="scope">Takes the references.</param>
/// <param name="cache">Folder of known lists; null for the user's cache.</param>
/// <param name="pins">Versions for packages asked for without one.</param>
internal sealed class PackageReferences(CompilationScope scope, string? cache, IReadOnlyDictionary<string, string> pins)
{
    private readonly PackageRestore restore = new(cache);
    private readonly Dictionary<string, string> pins = new(pins, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> chosen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> sources = [];
    private PackageAssets? current;

    /// <summary>The packages asked for so far, with their versions, by name.</summary>
    public IReadOnlyDictionary<string, string> Chosen
    {
        get
        {
            lock (chosen) return new SortedDictionary<string, string>(chosen, StringComparer.OrdinalIgnoreCase);
        }
    }

    /// <summary>Adds a source (<c>#i</c>) for later packages.</summary>
    public void AddSource(string source)
    {
        if (!sources.Contains(source)) sources.Add(source);
    }

    /// <summary>Those of the requests that are not met by what is there, each package once, pinned versions filled in.</summary>
    /// <exception cref="PackageException">A package is there, or asked for, in another version.</exception>
    public IReadOnlyList<PackageRequest> Missing(IEnumerable<PackageRequest> requests)
    {
        var missing = new Dictionary<string, PackageRequest>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in requests)
        {
            if (chosen.TryGetValue(request.Name, out var version))
            {
                if (!request.Accepts(version)) throw new PackageException($"Package '{request.Name}' is already loaded in version {version}. Got {request.Version}; restart to change it.");
            }
            else if (!missing.TryGetValue(request.Name, out var other) || other.Version is null) missing[request.Name] = request;
            else if (request.Version is not null && request.Version != other.Version)
            {
                throw new PackageException($"Package '{request.Name}' is asked for in the versions {other.Version} and {request.Version}. Keep one of them.");
            }
        }
        return [.. missing.Values.Select(request => request.Version is null && pins.TryGetValue(request.Name, out var pin) ? request with { Version = pin } : request)];
    }

    /// <summary>Restores packages in one go and lets cells use them.</summary>
    /// <param name="requests">What <see cref="Missing"/> gave.</param>
    /// <param name="token">Ends the restore.</param>
    /// <exception cref="PackageException">One cannot be had, or does not fit what is loaded; the session is as it was.</exception>
    public async Task AddAsync(IReadOnlyList<PackageRequest> requests, CancellationToken token)
    {
        var pinned = requests.Where(request => pins.TryGetValue(request.Name, out var pin) && pin == request.Version).Select(request => request.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var assets = await restore.RunAsync([.. chosen.Select(package => new PackageRequest(package.Key, package.Value)), .. requests], sources, pinned, token);
        ThrowIfLoaded(assets, requests);
        var compile = assets.Compile.Select(file => (file.Path, Host: Host(file))).ToList();
        foreach (var file in current?.Compile ?? []) scope.Remove(References.File(file.Path));
        foreach (var file in assets.Runtime) scope.Assemblies.SetFile(file.Path);
        foreach (var file in assets.Native) scope.Assemblies.AddNative(file.Path);
        foreach (var (path, host) in compile) scope.Add(References.File(host ?? path));
        current = assets;
        lock (chosen)
        {
            foreach (var request in requests) chosen[request.Name] = assets.Versions.GetValueOrDefault(request.Name) ?? request.Version ?? "";
        }
    }

    /// <summary>The version the notebook has for a package, when it is not the one chosen.</summary>
    public string? OtherPin(string name) => pins.TryGetValue(name, out var pin) && chosen.TryGetValue(name, out var version) && pin != version ? pin : null;

    private void ThrowIfLoaded(PackageAssets assets, IReadOnlyList<PackageRequest> requests)
    {
        foreach (var file in current?.Runtime ?? [])
        {
            var before = current!.Versions[file.Package];
            if (!assets.Versions.TryGetValue(file.Package, out var now) || now == before || !scope.Assemblies.IsLoaded(file.Assembly)) continue;
            throw new PackageException($"{string.Join(", ", requests.Select(request => $"'{request.Name}'"))} would bring '{file.Package}' {now}, and {before} is already loaded. Restart, and put all #r lines into one cell.");
        }
    }

    // A type must be the same for the compiler and at run time: what the process already has comes first in both, if it is new enough.
    private string? Host(PackageFile file)
    {
        if (References.PlatformPath(file.Assembly) is not { } host) return null;
        var (own, other) = (Version(host), Version(file.Path));
        if (own >= other) return host;
        if (!References.IsFramework(host) && !scope.AllReferences.OfType<Microsoft.CodeAnalysis.PortableExecutableReference>().Any(reference => reference.FilePath == host)) return null;
        throw new PackageException($"Package '{file.Package}' brings {file.Assembly} {other}, and this program runs with {own}. Ask for a version of the package that is content with that.");
    }

    private static Version Version(string path) => AssemblyName.GetAssemblyName(path).Version ?? new Version();
}
