using System.IO.Compression;
using MarketingNotebooks.Kernel.Engine.Packages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MarketingNotebooks.Kernel.Tests.Engine.Packages;

/// <summary>A folder that serves packages made by the test, under names no other source has.</summary>
internal sealed class PackageFeed : IDisposable
{
    private readonly HashSet<string> names = [];
    private readonly string mark = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The folder.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("packages").FullName;

    /// <summary>Where restores are remembered.</summary>
    public string Cache => Path.Combine(Folder, "cache");

    /// <summary>The name a package of this feed has.</summary>
    public string Name(string name) => $"{name}.T{mark}";

    /// <summary>Adds a package whose only assembly has a class <c>{name}Info</c> with <c>Version</c>, and of which a dependency may be named.</summary>
    public void Add(string name, string version, params (string Name, string Range)[] dependencies) => Add(name, version, $"{name}T{mark}", dependencies);

    /// <summary>Adds a package whose assembly has a name of its own.</summary>
    public void Add(string name, string version, string assemblyName, params (string Name, string Range)[] dependencies)
    {
        names.Add(Name(name));
        using var file = File.Create(Path.Combine(Folder, $"{Name(name)}.{version}.nupkg"));
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        using (var text = new StreamWriter(zip.CreateEntry($"{Name(name)}.nuspec").Open()))
        {
            var needs = string.Concat(dependencies.Select(need => $"<dependency id=\"{Name(need.Name)}\" version=\"{need.Range}\" />"));
            text.Write($"<package xmlns=\"http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd\"><metadata><id>{Name(name)}</id><version>{version}</version><authors>test</authors><description>test</description><dependencies><group targetFramework=\"net8.0\">{needs}</group></dependencies></metadata></package>");
        }
        using var assembly = zip.CreateEntry($"lib/net8.0/{assemblyName}.dll").Open();
        assembly.Write(Compile(assemblyName, $"[assembly: System.Reflection.AssemblyVersion(\"{version.Split('-')[0]}\")] public static class {name}Info {{ public static string Version => \"{version}\"; }}"));
    }

    /// <summary>Removes the feed's files and what restoring left in the folder of all packages.</summary>
    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        foreach (var name in names)
        {
            var folder = Path.Combine(PackageProject.GlobalPackages, name.ToLowerInvariant());
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Compile(string name, string code)
    {
        var image = new MemoryStream();
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }
}
