using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>What a restore found for this platform: full paths, those of dependencies included.</summary>
/// <param name="Compile">Assemblies to compile against.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries.</param>
internal sealed record PackageAssets(IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native)
{
    /// <summary>Reads NuGet's <c>project.assets.json</c>; the target with a runtime identifier holds the native files.</summary>
    public static PackageAssets Read(string json)
    {
        var root = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true })!.AsObject();
        var folders = root["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var target = root["targets"]!.AsObject().OrderByDescending(target => target.Key.Contains('/', StringComparison.Ordinal)).First().Value!.AsObject();
        var libraries = root["libraries"]!.AsObject();
        return new PackageAssets(Paths("compile"), Paths("runtime"), Paths("native"));

        List<string> Paths(string group)
        {
            var paths = new List<string>();
            foreach (var (library, assets) in target)
            {
                if (assets?[group] is not JsonObject files || (string?)libraries[library]?["path"] is not { } folder) continue;
                foreach (var (file, _) in files)
                {
                    if (Path.GetFileName(file) != "_._") paths.Add(Locate(folder, file));
                }
            }
            return paths;
        }

        string Locate(string folder, string file) => folders.Select(root => Path.Combine(root, folder, file)).FirstOrDefault(File.Exists)
            ?? Path.Combine(folders[0], folder, file);
    }
}
