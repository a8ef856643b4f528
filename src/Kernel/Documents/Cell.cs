using System.Text.Json.Nodes;

namespace MarketingNotebooks.Kernel.Documents;

/// <summary>One cell of a notebook. Mutable: a runner fills outputs in.</summary>
public sealed class Cell
{
    /// <summary>Creates a cell.</summary>
    /// <param name="kind">What the cell holds.</param>
    /// <param name="source">Its text, lines separated by <c>\n</c>.</param>
    /// <param name="id">nbformat's cell id: 1 to 64 of letters, digits, <c>-</c> and <c>_</c>; null to have one made on saving.</param>
    public Cell(CellKind kind, string source, string? id = null)
    {
        Kind = kind;
        Source = source;
        Id = id;
    }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The text of the cell, one string; the file has it as a list of lines.</summary>
    public string Source { get; set; }

    /// <summary>The cell's id, unique in its notebook; null until the notebook is saved when the file had none.</summary>
    public string? Id { get; set; }

    /// <summary>The cell's metadata, unknown keys included. Default: empty.</summary>
    public JsonObject Metadata { get; set; } = [];

    /// <summary>Files pasted into a Markdown or raw cell, by name; null when there are none.</summary>
    public JsonObject? Attachments { get; set; }

    /// <summary>The outputs of a code cell, in the order they came. Empty for other kinds.</summary>
    public IList<CellOutput> Outputs { get; } = [];

    /// <summary>The number Jupyter shows beside a code cell; null when it has not run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>Keys of the cell that nbformat does not know, kept through a round trip.</summary>
    public JsonObject Unknown { get; } = [];

    /// <summary>The cell's tags (<c>metadata.tags</c>), e.g. <c>parameters</c> or <c>skip-execution</c>.</summary>
    public IReadOnlyList<string> Tags => Metadata["tags"] is JsonArray tags
        ? [.. tags.Select(tag => tag is JsonValue value && value.TryGetValue(out string? text) ? text : null).OfType<string>()]
        : [];

    /// <summary>True when <see cref="Tags"/> has <paramref name="tag"/>. Compared by ordinal.</summary>
    public bool HasTag(string tag) => Tags.Contains(tag, StringComparer.Ordinal);

    /// <summary>Drops the outputs and the execution count.</summary>
    public void ClearOutputs()
    {
        Outputs.Clear();
        ExecutionCount = null;
    }
}
