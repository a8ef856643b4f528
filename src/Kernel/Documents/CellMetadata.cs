using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>What the metadata of .NET Interactive and Polyglot Notebooks say about cells.</summary>
public static class CellMetadata
{
    /// <summary>The language of a cell: its own metadata, else the notebook's default.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="notebook">Its notebook, for the default.</param>
    /// <returns>A name as written behind <c>#!</c>; null for C#, or when nothing is said.</returns>
    /// <remarks>A line <c>#!name</c> in the text goes before it.</remarks>
    public static string? LanguageOf(Cell cell, NotebookDocument? notebook = null)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return LanguageOf(cell.Metadata, notebook?.Metadata);
    }

    /// <inheritdoc cref="LanguageOf(Cell, NotebookDocument?)"/>
    /// <param name="cell">The cell's metadata: <c>polyglot_notebook.kernelName</c> or <c>dotnet_interactive.language</c>.</param>
    /// <param name="notebook">The notebook's: <c>kernelInfo.defaultKernelName</c> or <c>defaultKernelName</c> under the same keys.</param>
    public static string? LanguageOf(JsonObject? cell, JsonObject? notebook)
    {
        var name = Text(cell, "polyglot_notebook", "kernelName") ?? Text(cell, "dotnet_interactive", "language")
            ?? Text(notebook, "polyglot_notebook", "kernelInfo", "defaultKernelName") ?? Text(notebook, "dotnet_interactive", "defaultKernelName");
        return name?.ToUpperInvariant() switch
        {
            null or "" or "CSHARP" or "C#" or ".NET" or ".NET-CSHARP" => null,
            "F#" => "fsharp",
            _ => name,
        };
    }

    private static string? Text(JsonObject? map, params string[] path)
    {
        JsonNode? at = map;
        foreach (var key in path) at = (at as JsonObject)?[key];
        return at is JsonValue value && value.TryGetValue(out string? text) ? text : null;
    }
}
