using System.Text.Json.Nodes;
using MarketingNotebooks.Data.Display;

namespace MarketingNotebooks;

/// <summary>How a metric shows itself: a line for people, JSON for <c>mn check</c>.</summary>
public sealed class MetricFormatters
{
    /// <summary>The formatters, found by name by notebook kernels.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Metric>(Metric.MimeType, metric =>
            new JsonObject { ["name"] = metric.Name, ["value"] = metric.Value, ["tolerance"] = metric.Tolerance }.ToJsonString()),
        new MimeFormatter<Metric>("text/html", metric =>
            $"<div class=\"mn-metric\" style=\"opacity:.75;font-size:.85em\">◆ <code>{metric.Name}</code> = {metric.Value:#,0.######}</div>"),
        new MimeFormatter<Metric>("text/plain", metric => metric.ToString()),
    ];
}
