using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Engine.Formatting;
using MarketingNotebooks.Kernel.Engine.Languages;
using MarketingNotebooks.Kernel.Engine.Running;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>The lines <c>#r "nuget:…"</c> and <c>#i "…"</c> of a text, done together before the rest of it.</summary>
internal static class PackageDirectives
{
    /// <summary>The key of our metadata, in notebooks and in outputs.</summary>
    public const string MetadataKey = "marketing_notebooks";

    private const string Prefix = "nuget:";

    /// <summary>Whether a piece of a cell is one.</summary>
    public static bool Is(CellPart part) => part.Kind == PartKind.Directive && (part.Name == "i" || (part.Name == "r" && part.Arguments.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Adds the sources, restores all packages in one go and shows what was installed, in place of "Restoring …".</summary>
    /// <param name="parts">The pieces of the text.</param>
    /// <param name="packages">The session's packages.</param>
    /// <param name="run">The cell.</param>
    /// <param name="resolve">Makes a path full.</param>
    /// <exception cref="PackageException">A package cannot be had, or a source is not there.</exception>
    public static async Task RunAsync(IEnumerable<CellPart> parts, PackageReferences packages, CellRun run, Func<string, string> resolve)
    {
        var lines = parts.Where(Is).ToList();
        foreach (var line in lines.Where(line => line.Name == "i")) packages.AddSource(Source(Text(line), resolve));
        var missing = packages.Missing(lines.Where(line => line.Name == "r").Select(Text).Where(text => !Compatibility.BuiltInPackages.Has(text)).Select(PackageRequest.Parse));
        if (missing.Count == 0) return;
        var id = run.Session.NextDisplayId();
        run.Output.Display(Plain($"Restoring {string.Join("; ", missing)} …"), id);
        try
        {
            await packages.AddAsync(missing, run.Token);
        }
        catch
        {
            run.Output.Update(Plain($"Not installed: {string.Join("; ", missing)}"), id);
            throw;
        }
        var chosen = packages.Chosen;
        var bundle = Plain($"Installed: {string.Join("; ", missing.Select(request => Installed(request.Name, chosen[request.Name], packages.OtherPin(request.Name))))}");
        bundle.Metadata[MetadataKey] = new JsonObject { ["packages"] = new JsonObject(missing.Select(request => KeyValuePair.Create(request.Name, (JsonNode?)chosen[request.Name]))) };
        run.Output.Update(bundle, id);
    }

    private static string Installed(string name, string version, string? pin) => $"{name}, {version}{(pin is null ? "" : $" (the notebook had {pin})")}";

    private static string Source(string text, Func<string, string> resolve)
    {
        if (text.Contains("://", StringComparison.Ordinal)) return text;
        var folder = resolve(text);
        return Directory.Exists(folder) ? folder : throw new PackageException($"There is no folder '{folder}' to take packages from. Give #i a folder that is there, or an address that starts with https://.");
    }

    private static string Text(CellPart part) =>
        (part.Arguments.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? part.Arguments[Prefix.Length..] : part.Arguments).Trim();

    private static MimeBundle Plain(string text) => MimeBundle.Of(MimeTypes.Plain, text);
}
