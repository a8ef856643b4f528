using System.Text.Json;
using System.Text.Json.Nodes;
using MarketingNotebooks.Kernel.Documents;
using MarketingNotebooks.Workbench.Running;

namespace MarketingNotebooks.Workbench.Checking;

/// <summary>The committed value of every metric of every notebook: <c>notebooks/ledger.json</c>.</summary>
public sealed class Ledger
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };
    private readonly SortedDictionary<string, IReadOnlyList<RecordedMetric>> _notebooks = new(StringComparer.Ordinal);

    /// <summary>The metrics expected of a notebook; null when the ledger does not know it.</summary>
    /// <param name="slug">The notebook's file name without extension.</param>
    public IReadOnlyList<RecordedMetric>? this[string slug] => _notebooks.GetValueOrDefault(slug);

    /// <summary>The notebooks the ledger knows.</summary>
    public IEnumerable<string> Slugs => _notebooks.Keys;

    /// <summary>Sets what is expected of a notebook.</summary>
    /// <param name="slug">The notebook's file name without extension.</param>
    /// <param name="metrics">In the order they are recorded.</param>
    public void Set(string slug, IReadOnlyList<RecordedMetric> metrics) => _notebooks[slug] = metrics;

    /// <summary>Reads the file; an absent one is empty.</summary>
    /// <param name="path">Path of <c>ledger.json</c>.</param>
    /// <exception cref="UsageException">It is not a ledger, or a tolerance is wider than 1 %.</exception>
    public static Ledger Load(string path)
    {
        var ledger = new Ledger();
        if (!File.Exists(path)) return ledger;
        try
        {
            foreach (var (slug, metrics) in JsonNode.Parse(File.ReadAllText(path))!.AsObject())
                ledger.Set(slug, [.. metrics!.AsObject().Select(pair => new RecordedMetric(pair.Key, (double)pair.Value!["value"]!, (double)pair.Value["tolerance"]!))]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new UsageException($"{path} is not a ledger ({error.Message.TrimEnd('.')}). Restore it, or write it anew with `mn check --update`.");
        }
        foreach (var (slug, metrics) in ledger._notebooks)
            if (metrics.FirstOrDefault(metric => metric.Tolerance is not (>= 0 and <= Metric.WidestTolerance)) is { } wide)
                throw new UsageException($"{path}: the tolerance of {slug} / {wide.Name} must be in [0, {Metric.WidestTolerance}]. Got {wide.Tolerance}.");
        foreach (var (slug, metrics) in ledger._notebooks)
            if (metrics.FirstOrDefault(metric => !double.IsFinite(metric.Value)) is { } endless)
                throw new UsageException($"{path}: the value of {slug} / {endless.Name} must be finite. Got {endless.Value}; restore it, or write it anew with `mn check --update`.");
        return ledger;
    }

    /// <summary>Writes the file in one step.</summary>
    /// <param name="path">Path of <c>ledger.json</c>.</param>
    public void Save(string path)
    {
        var json = new JsonObject(_notebooks.Select(notebook => KeyValuePair.Create(notebook.Key, (JsonNode?)new JsonObject(notebook.Value.Select(metric =>
            KeyValuePair.Create(metric.Name, (JsonNode?)new JsonObject { ["value"] = metric.Value, ["tolerance"] = metric.Tolerance }))))));
        AtomicFile.Write(path, json.ToJsonString(Layout) + "\n");
    }
}
