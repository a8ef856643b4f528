using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Kernel.Execution;

namespace MarketingNotebooks.Kernel.Jupyter.Server;

/// <summary>The saved notebook that a kernel was started for: it tells what requests leave out.</summary>
/// <remarks>JupyterLab and VS Code send a cell's metadata and its id (<c>cellId</c>) with the request to run it, but never the notebook's.
/// The file may be missing, unreadable, older than what is on the screen, or not a notebook at all: then nothing is known.</remarks>
/// <param name="path">Where it lies, as the front end says; null when it does not.</param>
internal sealed class NotebookFile(string? path)
{
    private DateTime read = DateTime.MinValue;
    private NotebookDocument? document;

    /// <summary>The package versions it keeps, under those given.</summary>
    public IReadOnlyDictionary<string, string> PinnedPackages(IReadOnlyDictionary<string, string> over) =>
        Load() is { } notebook ? NotebookPackages.Read(notebook, over) : over;

    /// <summary>The language of a cell: what its request says, else its saved metadata, else the notebook's default.</summary>
    /// <param name="request">Metadata of the request to run it.</param>
    /// <returns>A name as written behind <c>#!</c>; null for C#, or when nothing is said.</returns>
    public string? LanguageOf(JsonObject request)
    {
        // Without an id the code may come from a console that shares the kernel.
        if (request["cellId"] is not JsonValue value || !value.TryGetValue<string>(out var id) || Load() is not { } notebook) return CellMetadata.LanguageOf(request, null);
        var said = request.ContainsKey("polyglot_notebook") || request.ContainsKey("dotnet_interactive");
        return CellMetadata.LanguageOf(said ? request : notebook.Cells.FirstOrDefault(cell => cell.Id == id)?.Metadata, notebook.Metadata);
    }

    private NotebookDocument? Load()
    {
        if (path is null || !path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase)) return null;
        try
        {
            var saved = File.GetLastWriteTimeUtc(path);
            if (saved == read) return document;
            document = File.Exists(path) ? NotebookDocument.Load(path) : null;
            read = saved;
        }
        catch (Exception error) when (error is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            // While the front end saves, the file may be half there; the next cell looks again.
            document = null;
        }
        return document;
    }
}
