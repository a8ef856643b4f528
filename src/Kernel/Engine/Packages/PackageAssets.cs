using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>What a restore found for this platform: full paths, those of dependencies included.</summary>
/// <param name="Versions">The version of each package, dependencies included.</param>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries; the nearest of the platform's fallbacks that the package has.</param>
internal sealed record PackageAssets(
    IReadOnlyDictionary<string, string> Versions, IReadOnlyList<PackageFile> Compile, IReadOnlyList<PackageFile> Runtime, IReadOnlyList<PackageFile> Native)
{
    /// <summary>All files.</summary>
    public IEnumerable<PackageFile> Files => Compile.Concat(Runtime).Concat(Native);

    /// <summary>Reads NuGet's <c>project.assets.json</c>; the target with a runtime identifier holds the native files.</summary>
    public static PackageAssets Read(string json)
    {
        var root = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true })!.AsObject();
        var folders = root["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var target = root["targets"]!.AsObject().OrderByDescending(target => target.Key.Contains('/', StringComparison.Ordinal)).First().Value!.AsObject();
        var libraries = root["libraries"]!.AsObject();
        var versions = target.Select(library => library.Key.Split('/')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        return new PackageAssets(versions, Paths("compile"), Paths("runtime"), Paths("native"));

        List<PackageFile> Paths(string group)
        {
            var paths = new List<PackageFile>();
            foreach (var (library, assets) in target)
            {
                if (assets?[group] is not JsonObject files || (string?)libraries[library]?["path"] is not { } folder) continue;
                foreach (var (file, _) in files)
                {
                    if (Path.GetFileName(file) != "_._") paths.Add(new PackageFile(library.Split('/')[0], Locate(folder, file)));
                }
            }
            return paths;
        }

        string Locate(string folder, string file) => folders.Select(root => Path.Combine(root, folder, file)).FirstOrDefault(File.Exists)
            ?? Path.Combine(folders[0], folder, file);
    }
}

/// <summary>A file of a package.</summary>
/// <param name="Package">The package's name.</param>
/// <param name="Path">The file's full path.</param>
internal sealed record PackageFile(string Package, string Path)
{
    /// <summary>The assembly's name, as far as the file's name tells.</summary>
    public string Assembly => System.IO.Path.GetFileNameWithoutExtension(Path);
}
