using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MarketingNotebooks.Kernel.Jupyter.Install;

/// <summary>What Jupyter is told about a kernel: its name, how it is shown and how it is started.</summary>
public sealed partial record KernelSpec
{
    /// <summary>The name .NET Interactive's C# notebooks carry, so that they open without being changed.</summary>
    public const string CompatibleName = ".net-csharp";

    /// <summary>The name of our own.</summary>
    public const string OwnName = "marketing-notebooks";

    /// <summary>The mark in <c>metadata</c> by which we know our own specs again.</summary>
    public const string Mark = "marketing_notebooks";

    /// <summary>The name: the folder's, and what notebooks carry. Letters, digits, <c>. _ -</c>; Jupyter compares it in lower case.</summary>
    public required string Name { get; init; }

    /// <summary>What front ends show.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The command that starts the kernel; <c>{connection_file}</c> in it is replaced by the connection file's path.</summary>
    public required IReadOnlyList<string> Argv { get; init; }

    /// <summary>Environment variables for the kernel. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The version of the program, kept with the mark.</summary>
    public required string Version { get; init; }

    /// <summary>The spec of a name, with the display name that goes with it.</summary>
    /// <param name="name">One of the two standard names, or another.</param>
    /// <param name="argv">The command.</param>
    /// <param name="version">The program's version.</param>
    /// <exception cref="KernelInstallException">The name has other characters than Jupyter allows.</exception>
    public static KernelSpec For(string name, IReadOnlyList<string> argv, string version)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Valid().IsMatch(name)) throw new KernelInstallException($"A kernel's name consists of letters, digits, '.', '_' and '-'. Got '{name}'; choose another, e.g. {OwnName}.");
        var small = name.ToLowerInvariant();
        var shown = small switch { CompatibleName => ".NET (C#)", OwnName => "MarketingNotebooks (C#)", _ => $"MarketingNotebooks (C#, {name})" };
        return new KernelSpec { Name = small, DisplayName = shown, Argv = argv, Version = version };
    }

    /// <summary>The content of <c>kernel.json</c>.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["argv"] = new JsonArray([.. Argv.Select(part => (JsonNode)part)]),
            ["display_name"] = DisplayName,
            ["language"] = "C#",
            ["interrupt_mode"] = "message",
        };
        if (Environment.Count > 0) json["env"] = new JsonObject(Environment.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
        json["metadata"] = new JsonObject { ["debugger"] = false, [Mark] = new JsonObject { ["version"] = Version } };
        return json;
    }

    [GeneratedRegex("^(?![.]{1,2}$)[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Valid();
}
