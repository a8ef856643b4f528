using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Pages;

/// <summary>A number that a notebook recorded while it ran.</summary>
/// <param name="Name">Its name in the ledger.</param>
/// <param name="Value">Its value; NaN when the notebook recorded something that is no number.</param>
/// <param name="Tolerance">Largest difference from the ledger that passes; null when not given.</param>
public sealed record RecordedMetric(string Name, double Value, double? Tolerance)
{
    /// <summary>MIME type that a recorded number has in a notebook's outputs.</summary>
    public const string MimeType = "application/vnd.marketing-notebooks.metric+json";

    /// <summary>The numbers in a notebook's outputs, in order.</summary>
    public static IReadOnlyList<RecordedMetric> Of(NotebookDocument document) =>
        [.. document.Cells.SelectMany(cell => cell.Outputs).Select(Bundles.Of).Select(data => data?[MimeType]).OfType<JsonObject>().Select(Read)];

    private static RecordedMetric Read(JsonObject metric) =>
        new(metric["name"] is JsonValue name ? name.ToString() : "", Number(metric["value"]) ?? double.NaN, Number(metric["tolerance"]));

    private static double? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out double number) ? number : null;
}
