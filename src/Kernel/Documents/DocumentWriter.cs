using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>A document to the JSON nodes of nbformat 4.5. The document is not changed.</summary>
internal static class DocumentWriter
{
    public static JsonObject Write(NotebookDocument document)
    {
        var map = Copy(document.Unknown);
        map["cells"] = new JsonArray([.. document.Cells.Select(WriteCell)]);
        map["metadata"] = Copy(document.Metadata);
        map["nbformat"] = 4;
        map["nbformat_minor"] = document.Minor;
        return map;
    }

    private static JsonNode WriteCell(Cell cell)
    {
        var map = Copy(cell.Unknown);
        map["cell_type"] = cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" };
        map["id"] = cell.Id;
        map["metadata"] = Copy(cell.Metadata);
        map["source"] = Lines.Split(cell.Source);
        if (cell.Attachments is not null) map["attachments"] = DocumentReader.Attachments(cell.Attachments, MimeData.ToFile);
        if (cell.Kind != CellKind.Code) return map;
        map["execution_count"] = cell.ExecutionCount;
        map["outputs"] = new JsonArray([.. cell.Outputs.Select(WriteOutput)]);
        return map;
    }

    /// <summary>One output as the file has it.</summary>
    internal static JsonNode WriteOutput(CellOutput output) => output switch
    {
        StreamOutput stream => new JsonObject { ["name"] = stream.Name, ["output_type"] = "stream", ["text"] = Lines.Split(stream.Text) },
        DisplayOutput display => new JsonObject
        {
            ["data"] = MimeData.ToFile(display.Data), ["metadata"] = Copy(display.Metadata), ["output_type"] = "display_data",
        },
        ResultOutput result => new JsonObject
        {
            ["data"] = MimeData.ToFile(result.Data), ["execution_count"] = result.ExecutionCount,
            ["metadata"] = Copy(result.Metadata), ["output_type"] = "execute_result",
        },
        ErrorOutput error => new JsonObject
        {
            ["ename"] = error.Name, ["evalue"] = error.Value, ["output_type"] = "error",
            ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode?)line)]),
        },
        UnknownOutput unknown => Copy(unknown.Json),
        _ => throw new ArgumentException($"Outputs of type {output.GetType().Name} are not part of nbformat 4.", nameof(output)),
    };

    private static JsonObject Copy(JsonObject map) => (JsonObject)map.DeepClone();
}
