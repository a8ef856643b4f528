using System.Text.Json.Nodes;
using MarketingNotebooks.Charts.Json;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Charts.Building;

/// <summary>What appears beside the pointer: the axes' values, and further columns.</summary>
internal sealed class Hover
{
    private readonly Channel[] _columns;
    private readonly string _lines;

    public Hover(string chart, DataFrame frame, IReadOnlyList<string>? columns, params (string Label, string Field)[] fields)
    {
        _columns = [.. (columns ?? []).Select(name => Channel.Of(chart, "hover", frame, name, Takes.Any))];
        var lines = fields.Select(each => $"{Plain(each.Label)}: %{{{each.Field}}}")
            .Concat(_columns.Select((column, i) => $"{Plain(Titles.Words(column.Name))}: %{{customdata[{i}]}}"));
        _lines = string.Join("<br>", lines);
    }

    /// <summary>Writes the template and the extra columns' values into a trace.</summary>
    public void Write(JsonObject trace, int[] rows)
    {
        trace["hovertemplate"] = trace["legendgroup"] is null ? $"{_lines}<extra></extra>" : _lines;
        if (_columns.Length == 0) return;
        var values = new JsonArray();
        foreach (var row in rows)
        {
            var each = new JsonArray();
            foreach (var column in _columns)
                each.Add(column.IsMissing(row) ? null : column.Kind == ChannelKind.Number ? JsonValue.Create(column.Numbers[row]) : JsonValue.Create(column.Text(row)));
            values.Add(each);
        }
        trace["customdata"] = values;
    }

    private static string Plain(string label) => label.Replace("%{", "% {", StringComparison.Ordinal);
}
