using System.Text.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Datasets;

/// <summary>The simulated company in memory: its tables and the truth behind them. Immutable and thread-safe.</summary>
public sealed class CompanyData
{
    private readonly Dictionary<string, DataFrame> _frames;

    internal CompanyData(IReadOnlyList<(string Name, DataFrame Frame)> tables, string truthJson)
    {
        Names = [.. tables.Select(table => table.Name)];
        _frames = tables.ToDictionary(table => table.Name, table => table.Frame, StringComparer.Ordinal);
        TruthJson = truthJson;
        using var document = JsonDocument.Parse(truthJson);
        Truth = document.RootElement.Clone();
    }

    /// <summary>The tables' names, in the order they are written: <c>customers</c>, <c>products</c>, …</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The parameters everything was drawn from, and the counts of rows and planted faults; the content of
    /// <c>truth.json</c>.</summary>
    public JsonElement Truth { get; }

    /// <summary>The text of <c>truth.json</c>.</summary>
    public string TruthJson { get; }

    /// <summary>The table of that name. Columns of <c>raw_</c> tables are all text, as their faults allow no other kind.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There is no such table; the message lists those present.</exception>
    public DataFrame this[string name] => _frames.TryGetValue(name, out var frame)
        ? frame
        : throw new ArgumentException($"The company has no table '{name}'. Tables: {string.Join(", ", Names)}.");
}
