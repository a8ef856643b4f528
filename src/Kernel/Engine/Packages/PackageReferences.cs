using MarketingNotebooks.Kernel.Engine.Compiling;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>The packages of a session. All are restored together, so that their dependencies agree.</summary>
internal sealed class PackageReferences(CompilationScope scope, string? cache)
{
    private readonly PackageRestore restore = new(cache);
    private readonly List<PackageRequest> packages = [];
    private readonly List<string> sources = [];

    /// <summary>Adds a source (<c>#i</c>) for later packages.</summary>
    public void AddSource(string source)
    {
        if (!sources.Contains(source)) sources.Add(source);
    }

    /// <summary>Restores a package and lets cells use it. Asking again for what is there does nothing.</summary>
    /// <exception cref="PackageException">It cannot be had, or is here in another version.</exception>
    public async Task AddAsync(string text, CancellationToken token)
    {
        if (Compatibility.BuiltInPackages.Has(text)) return;
        var request = PackageRequest.Parse(text);
        var same = packages.Find(package => package.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase));
        if (same is not null && (request.Version == "*" || request.Version == same.Version)) return;
        if (same is not null) throw new PackageException($"Package '{request.Name}' is already loaded in version {same.Version}. Got {request.Version}; restart to change it.");
        var assets = await restore.RunAsync([.. packages, request], sources, token);
        packages.Add(request);
        foreach (var path in assets.Runtime) scope.Assemblies.AddFile(path);
        foreach (var path in assets.Native) scope.Assemblies.AddNative(path);
        foreach (var path in assets.Compile) scope.Add(References.File(Host(path) ?? path));
    }

    // A type must be the same for the compiler and at run time: what the process already has comes first in both.
    private static string? Host(string path) => References.PlatformPath(Path.GetFileNameWithoutExtension(path));
}
