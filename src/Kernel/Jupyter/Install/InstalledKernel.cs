using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>A kernelspec found on disk.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Folder">Its folder, which holds <c>kernel.json</c>.</param>
/// <param name="DisplayName">What front ends show; the name when the file does not say.</param>
/// <param name="Argv">The command that starts it; empty when the file does not say.</param>
/// <param name="Version">The version of MarketingNotebooks that wrote it; null when another product did.</param>
public sealed record InstalledKernel(string Name, string Folder, string DisplayName, IReadOnlyList<string> Argv, string? Version)
{
    /// <summary>Whether we wrote it.</summary>
    public bool IsOurs => Version is not null;

    /// <summary>A file the command names by its full path and that is not there; null when nothing is missing.</summary>
    public string? Missing => Argv.Take(2).FirstOrDefault(part => Path.IsPathFullyQualified(part) && !File.Exists(part));

    /// <summary>The kernelspecs of one data folder, by name.</summary>
    /// <param name="dataFolder">A folder of <see cref="JupyterFolders.Search"/>.</param>
    public static IReadOnlyList<InstalledKernel> In(string dataFolder)
    {
        var kernels = Path.Combine(dataFolder, "kernels");
        if (!Directory.Exists(kernels)) return [];
        return [.. Directory.EnumerateDirectories(kernels).Where(folder => File.Exists(Path.Combine(folder, "kernel.json"))).Select(Read).OrderBy(kernel => kernel.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads a kernelspec's folder. One without a readable <c>kernel.json</c> counts as another product's.</summary>
    /// <param name="folder">The folder.</param>
    public static InstalledKernel Read(string folder)
    {
        var name = Path.GetFileName(folder).ToLowerInvariant();
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "kernel.json"))) as JsonObject;
            var argv = json?["argv"] as JsonArray ?? [];
            var mark = (json?["metadata"] as JsonObject)?[KernelSpec.Mark] as JsonObject;
            return new InstalledKernel(name, folder, Text(json?["display_name"]) ?? name, [.. argv.Select(Text).OfType<string>()],
                mark is null ? null : Text(mark["version"]) ?? "");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return new InstalledKernel(name, folder, name, [], null);
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
