using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Kernel.Engine.Packages;

/// <summary>Why a restore failed, in one sentence that names the package, who needs it, and the remedy.</summary>
internal static partial class PackageFailure
{
    // A source that cannot be reached.
    private const string Unreachable = "NU1301";

    /// <summary>Whether a source could not be reached.</summary>
    public static bool IsOffline(string output) => output.Contains(Unreachable, StringComparison.Ordinal);

    /// <summary>The sentence.</summary>
    /// <param name="output">What the restore printed.</param>
    /// <param name="assetsFile">Its assets file, which a failed restore writes too; need not exist.</param>
    /// <param name="pinned">Names of packages whose version the notebook pins.</param>
    public static string Explain(string output, string assetsFile, IReadOnlySet<string> pinned)
    {
        var assets = Read(assetsFile);
        var errors = (assets?["logs"] as JsonArray ?? []).Where(log => (string?)log?["level"] == "Error")
            .Select(log => new Fault((string?)log!["code"] ?? "", (string?)log["message"] ?? "", (string?)log["libraryId"])).ToList();
        if (errors.Count == 0) errors = [.. Error().Matches(output).Select(match => new Fault(match.Groups[1].Value, match.Groups[2].Value.Trim(), null))];
        if (errors.Count == 0) return $"Packages could not be restored: {output.Trim().Split('\n')[^1].Trim()}";
        var fault = errors.Find(error => error.Code == Unreachable) ?? errors[0];
        var sentence = Sentence(fault, fault.Package is null ? null : Needs(assets!, fault.Package));
        return fault.Package is not null && pinned.Contains(fault.Package) ? $"{sentence} The version comes from the notebook's metadata (marketing_notebooks.packages)." : sentence;
    }

    private static string Sentence(Fault fault, (string Parent, string Range)? need)
    {
        var text = fault.Text.Split('\n')[0].Trim();
        var name = fault.Package ?? Named(text);
        var nearest = Nearest().Match(fault.Text) is { Success: true } match ? $"; the nearest is {match.Groups[1].Value}" : "";
        switch (fault.Code)
        {
            case "NU1100" or "NU1101" when need is { Parent: var parent }:
                return $"Package '{parent}' needs '{name}', which is in none of the package sources; ask for another version of it, or add the source of '{name}' with #i \"nuget:https://…\".";
            case "NU1100" or "NU1101":
                return $"Package '{name}' is in none of the package sources; check its name, or add its source with #i \"nuget:https://…\".";
            case "NU1102" or "NU1103" when need is { } of:
                return $"Package '{of.Parent}' needs '{name}' {of.Range}, which is in none of the package sources{nearest}; ask for another version of '{of.Parent.Split(' ')[0]}'.";
            case "NU1103":
                return $"Package '{name}' has only previews{nearest}; ask for one with #r \"nuget: {name}, *-*\" or by its version.";
            case "NU1102":
                return $"Package '{name}' has no version {Asked(text)}{nearest}; ask for one that exists.";
            case "NU1107" or "NU1605" or "NU1608":
                return $"The packages need different versions of '{name}' ({text.TrimEnd('.')}); ask for versions that agree.";
            case "NU1202" or "NU1213":
                return $"Package '{name}' does not support .NET {Environment.Version.Major} ({text.TrimEnd('.')}); ask for another version.";
            case Unreachable:
                return $"A package source cannot be used ({text.TrimEnd('.')}); check the network and the addresses given with #i.";
            default:
                return $"Packages could not be restored: {fault.Code}: {text}";
        }
    }

    /// <summary>The package that depends on one; null when none does.</summary>
    private static (string Parent, string Range)? Needs(JsonObject assets, string package)
    {
        foreach (var (library, item) in (assets["targets"] as JsonObject ?? []).SelectMany(target => target.Value as JsonObject ?? []))
        {
            foreach (var (name, range) in item?["dependencies"] as JsonObject ?? [])
            {
                if (name.Equals(package, StringComparison.OrdinalIgnoreCase)) return (library.Replace('/', ' '), (string?)range ?? "");
            }
        }
        return null;
    }

    private static JsonObject? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Named(string text)
    {
        var at = text.IndexOf("package ", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text : text[(at + 8)..].Split(' ')[0].TrimEnd('.');
    }

    private static string Asked(string text) => Version().Match(text) is { Success: true } match ? match.Groups[1].Value.Replace("= ", "", StringComparison.Ordinal).Trim() : "that fits";

    private sealed record Fault(string Code, string Text, string? Package);

    [GeneratedRegex(@"error (NU\d+|MSB\d+|NETSDK\d+): (.*?)(?: \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();

    [GeneratedRegex(@"Nearest version: ([^ \]]+)")]
    private static partial Regex Nearest();

    [GeneratedRegex(@"with version \(([^)]*)\)")]
    private static partial Regex Version();
}
