using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace MarketingNotebooks.Kernel.Engine.Compiling;

/// <summary>Metadata of assemblies for the compiler, read once in a process and shared by all sessions.</summary>
internal static class References
{
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Files = new(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyList<string>> Platform = new(() =>
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)]);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> FrameworkFiles = new(() =>
        [.. Platform.Value.Where(IsFramework).Select(File)]);

    /// <summary>The .NET base library.</summary>
    public static IReadOnlyList<MetadataReference> Framework => FrameworkFiles.Value;

    /// <summary>The reference for a file.</summary>
    public static PortableExecutableReference File(string path) =>
        Files.GetOrAdd(path, static path => IsFramework(path)
            ? MappedMetadata.Of(path) : MetadataReference.CreateFromFile(path, documentation: new FileDocumentation(path)));

    /// <summary>The reference for a loaded assembly.</summary>
    public static PortableExecutableReference Loaded(Assembly assembly) =>
        Files.GetOrAdd(assembly.Location, static (path, assembly) => MappedMetadata.Of(assembly)
            ?? MetadataReference.CreateFromFile(path, documentation: new FileDocumentation(path)), assembly);

    /// <summary>The path of an assembly this process was started with; null when it was not.</summary>
    public static string? PlatformPath(string simpleName) => Platform.Value.FirstOrDefault(path =>
        Path.GetFileNameWithoutExtension(path.AsSpan()).Equals(simpleName, StringComparison.OrdinalIgnoreCase));

    /// <summary>References for assemblies and all they reference outside the base library.</summary>
    public static IReadOnlyList<MetadataReference> Closure(IEnumerable<Assembly> roots)
    {
        var found = new Dictionary<string, Assembly>(StringComparer.Ordinal);
        var open = new Queue<Assembly>(roots);
        while (open.TryDequeue(out var assembly))
        {
            if (assembly.Location.Length == 0 || IsFramework(assembly.Location) || !found.TryAdd(assembly.Location, assembly)) continue;
            foreach (var name in assembly.GetReferencedAssemblies())
            {
                if (TryLoad(name) is { } next) open.Enqueue(next);
            }
        }
        return [.. found.Values.Select(Loaded)];
    }

    /// <summary>Whether a file belongs to the .NET base library.</summary>
    public static bool IsFramework(string path)
    {
        if (Path.GetDirectoryName(path) != Path.GetDirectoryName(typeof(object).Assembly.Location)) return false;
        var name = Path.GetFileName(path);
        return !name.StartsWith("Microsoft.VisualBasic", StringComparison.Ordinal) && name is not "WindowsBase.dll";
    }

    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
