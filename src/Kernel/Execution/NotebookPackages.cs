using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Engine.Packages;

namespace MarketingNotebooks.Kernel.Execution;

/// <summary>The package versions a notebook was last run with, kept in its metadata as <c>marketing_notebooks.packages</c>, so that
/// <c>#r "nuget: X"</c> means the same version next time.</summary>
public static class NotebookPackages
{
    private const string Key = "packages";

    /// <summary>The versions a notebook keeps, by package.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="over">Versions that come before those of the notebook. Default: none.</param>
    public static IReadOnlyDictionary<string, string> Read(NotebookDocument document, IReadOnlyDictionary<string, string>? over = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var pins = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (document.Metadata[PackageDirectives.MetadataKey] is JsonObject own && own[Key] is JsonObject kept)
        {
            foreach (var (name, version) in kept)
            {
                if (version is JsonValue value && value.TryGetValue<string>(out var text)) pins[name] = text;
            }
        }
        foreach (var (name, version) in over ?? new Dictionary<string, string>()) pins[name] = version;
        return pins;
    }

    /// <summary>Keeps the versions of a run.</summary>
    /// <param name="document">The notebook; its other metadata stays.</param>
    /// <param name="packages">The packages and their versions.</param>
    /// <param name="whole">True: the whole notebook ran, and packages it no longer asks for are forgotten.</param>
    public static void Write(NotebookDocument document, IReadOnlyDictionary<string, string> packages, bool whole)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(packages);
        var kept = new SortedDictionary<string, string>(whole ? new Dictionary<string, string>() : Read(document).ToDictionary(), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, version) in packages) kept[name] = version;
        if (document.Metadata[PackageDirectives.MetadataKey] is not JsonObject own)
        {
            if (kept.Count == 0) return;
            document.Metadata[PackageDirectives.MetadataKey] = own = [];
        }
        if (kept.Count > 0) own[Key] = new JsonObject(kept.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        else own.Remove(Key);
        if (own.Count == 0) document.Metadata.Remove(PackageDirectives.MetadataKey);
    }
}
