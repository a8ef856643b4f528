using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>JSON nodes to a document, with an error that names the line for each thing that may be wrong.</summary>
internal sealed class DocumentReader(string file, JsonReader lines)
{
    private static readonly string[] CellKeys = ["cell_type", "source", "id", "metadata", "attachments", "outputs", "execution_count"];

    public NotebookDocument Read(JsonNode? root)
    {
        if (root is not JsonObject map) throw Fail(root, "a notebook is a JSON object; this file holds something else, so restore it.");
        CheckVersion(map);
        var document = new NotebookDocument
        {
            Minor = Math.Max(5, (int)(Integer(map["nbformat_minor"]) ?? 0)),
            Metadata = Copy(Required<JsonObject>(map, "metadata", "the notebook")),
        };
        foreach (var key in (string[])["orig_nbformat", "orig_nbformat_minor", "signature"]) document.Metadata.Remove(key);
        foreach (var (key, value) in map)
        {
            if (key is not ("cells" or "metadata" or "nbformat" or "nbformat_minor")) document.Unknown[key] = value?.DeepClone();
        }
        var cells = Required<JsonArray>(map, "cells", "the notebook");
        for (var i = 0; i < cells.Count; i++) document.Cells.Add(ReadCell(cells[i], i + 1, cells));
        return document;
    }

    private void CheckVersion(JsonObject map)
    {
        var major = Integer(map["nbformat"]);
        if (major is null) throw Fail(map, "the key 'nbformat' is missing, so this is not a notebook; open a file written by Jupyter.");
        if (major != 4) throw Fail(map, $"nbformat must be 4. Got {major}; convert it with 'jupyter nbconvert --to notebook --nbformat 4'.");
    }

    private Cell ReadCell(JsonNode? node, int number, JsonArray cells)
    {
        if (node is not JsonObject map) throw Fail(cells, $"cell {number} must be a JSON object; delete it or write it again.");
        var type = Text(map["cell_type"]);
        var kind = type switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            null => throw Fail(map, $"cell {number} lacks the key 'cell_type'; add \"code\", \"markdown\" or \"raw\"."),
            _ => throw Fail(map, $"cell {number} has cell_type '{type}', which must be code, markdown or raw; change it."),
        };
        var source = Lines.Join(map["source"])
            ?? throw Fail(map, $"cell {number} lacks the key 'source' (a string or a list of strings); add it, empty if need be.");
        var cell = new Cell(kind, source, Text(map["id"])) { Metadata = Copy(map["metadata"] as JsonObject) };
        cell.Metadata.Remove("trusted");
        if (map["attachments"] is JsonObject attachments) cell.Attachments = Attachments(attachments, MimeData.FromFile);
        foreach (var (key, value) in map)
        {
            if (!CellKeys.Contains(key)) cell.Unknown[key] = value?.DeepClone();
        }
        if (kind != CellKind.Code) return cell;
        cell.ExecutionCount = (int?)Integer(map["execution_count"]);
        foreach (var output in map["outputs"] as JsonArray ?? []) cell.Outputs.Add(ReadOutput(output, number, map));
        return cell;
    }

    private CellOutput ReadOutput(JsonNode? node, int number, JsonObject cell)
    {
        if (node is not JsonObject map) throw Fail(cell, $"an output of cell {number} must be a JSON object; clear the cell's outputs.");
        return Text(map["output_type"]) switch
        {
            "stream" => new StreamOutput(Text(map["name"]) ?? "stdout", Lines.Join(map["text"]) ?? ""),
            "display_data" => new DisplayOutput(Data(map), Copy(map["metadata"] as JsonObject)),
            "execute_result" => new ResultOutput((int?)Integer(map["execution_count"]), Data(map), Copy(map["metadata"] as JsonObject)),
            "error" => new ErrorOutput(Text(map["ename"]) ?? "", Text(map["evalue"]) ?? "",
                [.. (map["traceback"] as JsonArray ?? []).Select(line => Text(line) ?? "")]),
            null => throw Fail(map, $"an output of cell {number} lacks the key 'output_type'; clear the cell's outputs."),
            _ => new UnknownOutput(Copy(map)),
        };
    }

    private static JsonObject Data(JsonObject map) => MimeData.FromFile(map["data"] as JsonObject ?? []);

    internal static JsonObject Attachments(JsonObject files, Func<JsonObject, JsonObject> change)
    {
        var result = new JsonObject();
        foreach (var (name, data) in files) result[name] = data is JsonObject bundle ? change(bundle) : data?.DeepClone();
        return result;
    }

    private T Required<T>(JsonObject map, string key, string owner)
        where T : JsonNode =>
        map[key] as T ?? throw Fail(map, $"{owner} lacks the key '{key}'; restore the file or add it.");

    private NotebookFormatException Fail(JsonNode? node, string reason) => new(file, Math.Max(1, lines.LineOf(node)), reason);

    private static JsonObject Copy(JsonObject? map) => map?.DeepClone() as JsonObject ?? [];

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static long? Integer(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : null;
}
