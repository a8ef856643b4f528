using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;

namespace MarketingNotebooks.Workbench.Running;

/// <summary>Finds the metrics in an executed notebook.</summary>
public static class MetricReader
{
    /// <summary>The metrics in the order they were recorded.</summary>
    /// <param name="document">An executed notebook.</param>
    public static IReadOnlyList<RecordedMetric> Read(NotebookDocument document) =>
    [
        .. document.Cells.SelectMany(cell => cell.Outputs)
            .Select(output => output switch { DisplayOutput display => display.Data, ResultOutput result => result.Data, _ => null })
            .Select(data => data?[Metric.MimeType]).OfType<JsonObject>()
            .Select(json => new RecordedMetric((string)json["name"]!, (double)json["value"]!, (double)json["tolerance"]!)),
    ];
}
