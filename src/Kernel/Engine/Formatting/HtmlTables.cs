using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Sequences of objects, dictionaries and tuples as HTML tables of at most 20 rows and 30 columns; every text is escaped.</summary>
internal static class HtmlTables
{
    private const int MostRows = 20;
    private const int MostColumns = 30;
    private const int MostCellCharacters = 500;

    /// <summary>True when a table says more than a line of text. Looks at the first row only.</summary>
    public static bool Applies(object value)
    {
        if (value is string || Members.IsScalar(value.GetType())) return false;
        if (value is IDictionary) return true;
        if (value is ITuple) return true;
        if (value is not IEnumerable items || Members.HasOwnText(value.GetType())) return false;
        try
        {
            return items.Cast<object?>().FirstOrDefault() is { } first && IsRow(first);
        }
        catch (Exception error) when (error is not CellInterruptedException)
        {
            return false;
        }
    }

    /// <summary>The table; null when <see cref="Applies"/> is false or reading the rows fails.</summary>
    public static string? TryFormat(object? value)
    {
        if (value is null || !Applies(value)) return null;
        try
        {
            return value switch
            {
                IDictionary map => Table(["key", "value"], map.Keys.Cast<object?>().Select(key => new[] { key, map[key!] }), map.Count),
                ITuple tuple => Table(["item", "value"], Enumerable.Range(0, tuple.Length).Select(i => new[] { $"Item{i + 1}", tuple[i] }), tuple.Length),
                IEnumerable items => Sequence(items, (value as ICollection)?.Count),
                _ => null,
            };
        }
        catch (Exception error) when (error is not CellInterruptedException)
        {
            return $"<pre>{Html.Escape(new Members.Fault(error).ToString())}</pre>";
        }
    }

    private static bool IsRow(object item) =>
        item is ITuple || (!Members.IsScalar(item.GetType()) && item is not IEnumerable && !Members.HasOwnText(item.GetType()) && Members.Of(item.GetType()).Count > 0);

    private static string Sequence(IEnumerable items, int? count)
    {
        var rows = items.Cast<object?>().Take(MostRows + 1).ToList();
        if (rows.OfType<ITuple>().FirstOrDefault() is { } tuple)
        {
            return Table([.. Enumerable.Range(1, tuple.Length).Select(i => $"Item{i}")],
                rows.Select(row => row is ITuple cells ? Enumerable.Range(0, cells.Length).Select(i => cells[i]).ToArray() : [row]), count);
        }
        var types = rows.OfType<object>().Select(row => row.GetType()).Distinct();
        var names = types.SelectMany(Members.Of).Select(member => member.Name).Distinct().Take(MostColumns).ToList();
        return Table(names, rows.Select(row => names.Select(name => Read(row, name)).ToArray()), count);
    }

    private static object? Read(object? row, string name) =>
        row is null ? null : Members.Of(row.GetType()).FirstOrDefault(member => member.Name == name).Read?.Invoke(row);

    private static string Table(IReadOnlyList<string> names, IEnumerable<object?[]> rows, int? count)
    {
        var html = new StringBuilder("<table>\n<thead><tr>");
        foreach (var name in names) html.Append("<th>").Append(Html.Escape(name)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        var shown = 0;
        var more = false;
        foreach (var row in rows)
        {
            more = shown == MostRows;
            if (more) break;
            html.Append("<tr>");
            foreach (var value in row) Cell(html, value);
            html.Append("</tr>\n");
            shown++;
        }
        html.Append("</tbody>\n</table>");
        if (more) html.Append(CultureInfo.InvariantCulture, $"\n<p>{MostRows} of {(count is { } all ? all.ToString("N0", CultureInfo.InvariantCulture) : "more")} rows</p>");
        return html.ToString();
    }

    private static void Cell(StringBuilder html, object? value)
    {
        var isNumber = value is not null && value is not (char or bool or Enum) && value is IConvertible and not (string or DateTime);
        html.Append(isNumber ? "<td style=\"text-align: right\">" : "<td>");
        var text = value is null ? "" : PlainText.Of(value);
        html.Append(Html.Escape(text.Length > MostCellCharacters ? text[..MostCellCharacters] + "…" : text)).Append("</td>");
    }
}
