using System.Text.Json;
using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>A notebook file (<c>.ipynb</c>, nbformat 4) in memory.</summary>
/// <remarks>
/// Reading and saving an unchanged 4.5 notebook gives the same bytes Jupyter writes; metadata and mime types not known here are
/// kept. Files of an older minor version are saved as 4.5, with ids made from position and content.
/// Format: https://nbformat.readthedocs.io/en/latest/format_description.html.
/// </remarks>
public sealed class NotebookDocument
{
    /// <summary>The cells, in order.</summary>
    public IList<Cell> Cells { get; } = [];

    /// <summary>The notebook's metadata (kernelspec, language_info and unknown keys). Default: empty.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>The minor version the file will have. Range: ≥ 5.</summary>
    public int Minor { get; internal set; } = 5;

    /// <summary>Keys of the file that nbformat does not know, kept through a round trip.</summary>
    public JsonObject Unknown { get; } = [];

    /// <summary>A new notebook for C#, with the kernel metadata .NET notebooks carry.</summary>
    public static NotebookDocument Create() => new()
    {
        Metadata = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
            ["language_info"] = new JsonObject
            {
                ["file_extension"] = ".cs",
                ["mimetype"] = "text/x-csharp",
                ["name"] = "C#",
                ["pygments_lexer"] = "csharp",
            },
        },
    };

    /// <summary>Reads a file.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static NotebookDocument Load(string path)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no notebook '{path}'. Check the path.", path);
        return Parse(File.ReadAllText(path), path);
    }

    /// <summary>Reads a notebook from its text.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="file">A name for error messages.</param>
    /// <exception cref="NotebookFormatException">The text is not a notebook of nbformat 4.</exception>
    public static NotebookDocument Parse(string json, string file = "notebook")
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonNode? root;
        JsonReader lines;
        try
        {
            root = JsonReader.Read(json, out lines);
        }
        catch (JsonException error)
        {
            var reason = error.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw new NotebookFormatException(file, (int)(error.LineNumber ?? 0) + 1, $"this is not JSON ({reason}); restore the file or repair that line.", error);
        }
        catch (Exception error) when (error is InvalidOperationException or System.Text.EncoderFallbackException)
        {
            throw new NotebookFormatException(file, 0, "a text holds half of a surrogate pair, which UTF-8 cannot; remove that character.", error);
        }
        return new DocumentReader(file, lines).Read(root);
    }

    /// <summary>The bytes of the file as text: JSON as Jupyter lays it out, with a line end behind it. Completes cell ids.</summary>
    public string ToJson()
    {
        CellIds.Complete(Cells);
        return PythonJson.Write(DocumentWriter.Write(this)) + "\n";
    }

    /// <summary>Writes the file in one step: readers see the old file or the new one, never half of it.</summary>
    public void Save(string path) => AtomicFile.Write(path, ToJson());
}
