using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Workbench.Tests;

/// <summary>Runs the command line as a user does, in a folder of its own.</summary>
public sealed class Mn : IDisposable
{
    /// <summary>A fresh folder with an empty <c>notebooks/</c>.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mn-").FullName;

    /// <summary>Variables of the environment that the command sees besides the test's own.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public Mn() => Directory.CreateDirectory(Path.Combine(Folder, "notebooks"));

    public async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Writes a notebook of code cells; a cell that starts with <c>//parameters</c> gets that tag.</summary>
    public string Notebook(string name, params string[] cells)
    {
        var path = Path.Combine(Folder, "notebooks", name);
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((source, i) => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code", ["execution_count"] = null, ["id"] = $"cell-{i + 1}", ["outputs"] = new JsonArray(), ["source"] = source,
                ["metadata"] = source.StartsWith("//parameters", StringComparison.Ordinal) ? new JsonObject { ["tags"] = new JsonArray("parameters") } : [],
            })]),
            ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5,
        };
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    public string Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        File.WriteAllText(full, text);
        return full;
    }

    public JsonArray Cells(string path) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, path)))!["cells"]!.AsArray();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
