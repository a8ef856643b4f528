using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Loads a session's compiled cells, and the assemblies and native libraries of packages they refer to.</summary>
/// <remarks>
/// Each compiled assembly has a load context of its own, so that a cell run twice may define the same library again. A package's
/// assembly that the process already has, in the same version or a newer one, is the process's: its types stay the same types.
/// </remarks>
internal sealed class SessionAssemblies
{
    private readonly Dictionary<string, Assembly> compiled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> native = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();
    private readonly Context shared;

    public SessionAssemblies() => shared = new Context(this, "session files");

    /// <summary>Loads a compiled assembly.</summary>
    public Assembly Load(MemoryStream image, MemoryStream symbols)
    {
        image.Position = 0;
        symbols.Position = 0;
        var assembly = new Context(this, "cell").LoadFromStream(image, symbols);
        lock (gate) compiled[assembly.FullName!] = assembly;
        return assembly;
    }

    /// <summary>Makes a file loadable by its assembly's name. The first file of a name stays.</summary>
    public void AddFile(string path)
    {
        lock (gate) files.TryAdd(Path.GetFileNameWithoutExtension(path), path);
    }

    /// <summary>Makes a file loadable, in the place of another of its name that is not loaded yet.</summary>
    public void SetFile(string path)
    {
        lock (gate) files[Path.GetFileNameWithoutExtension(path)] = path;
    }

    /// <summary>Whether cells have made an assembly of a file load.</summary>
    public bool IsLoaded(string name) => shared.Assemblies.Any(assembly => assembly.GetName().Name!.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes a native library loadable by P/Invoke, with or without <c>lib</c> and extension.</summary>
    public void AddNative(string path)
    {
        var name = Path.GetFileName(path);
        var bare = Path.GetFileNameWithoutExtension(path);
        lock (gate)
        {
            native.TryAdd(name, path);
            native.TryAdd(bare, path);
            if (bare.StartsWith("lib", StringComparison.Ordinal)) native.TryAdd(bare[3..], path);
        }
    }

    private Assembly? Resolve(AssemblyName name)
    {
        lock (gate)
        {
            if (compiled.TryGetValue(name.FullName, out var assembly)) return assembly;
        }
        if (name.Name is null || !Find(files, name.Name, out var path)) return null;
        if (AssemblyLoadContext.Default.Assemblies.FirstOrDefault(loaded => loaded.GetName().Name == name.Name) is { } own
            && own.GetName().Version >= name.Version) return own;
        return References.PlatformPath(name.Name) is { } host && AssemblyName.GetAssemblyName(host).Version >= name.Version ? null : shared.LoadFromAssemblyPath(path);
    }

    private IntPtr ResolveNative(string name) => Find(native, name, out var path) ? NativeLibrary.Load(path) : IntPtr.Zero;

    private bool Find(Dictionary<string, string> map, string name, out string path)
    {
        lock (gate) return map.TryGetValue(name, out path!);
    }

    private sealed class Context(SessionAssemblies owner, string name) : AssemblyLoadContext(name)
    {
        protected override Assembly? Load(AssemblyName assemblyName) => owner.Resolve(assemblyName);

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) => owner.ResolveNative(unmanagedDllName);
    }
}
