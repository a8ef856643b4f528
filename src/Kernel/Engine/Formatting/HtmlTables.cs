using System.Collections;
using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MarketingNotebooks.Kernel.Engine.Formatting;

/// <summary>Which values are shown as HTML tables, and the table's columns and rows; <see cref="HtmlWriter"/> writes it.</summary>
internal static class HtmlTables
{
    /// <summary>True when a table says more than a line of text. Looks at the first row only.</summary>
    public static bool Applies(object value)
    {
        var type = value.GetType();
        if (value is string or Task or Delegate or Exception or Rendered or Members.Fault || Members.IsScalar(type)) return false;
        if (value is IDictionary or ITuple or DataTable) return true;
        if (value is Array { Rank: 2 }) return true;
        if (Members.HasOwnText(type)) return false;
        if (value is not IEnumerable items) return Members.Of(type).Count > 0;
        try
        {
            return items.Cast<object?>().FirstOrDefault() is { } first && IsRow(first);
        }
        catch (Exception error) when (error is not CellInterruptedException)
        {
            return false;
        }
    }

    /// <summary>The table of a value to which <see cref="Applies"/>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mostRows">Rows taken from a sequence whose length is unknown.</param>
    public static HtmlTable Of(object value, int mostRows) => value switch
    {
        DataTable data => new HtmlTable([.. data.Columns.Cast<DataColumn>().Select(column => column.ColumnName)],
            data.Rows.Cast<DataRow>().Select(row => row.ItemArray.Select(item => item is DBNull ? null : item).ToArray()), data.Rows.Count),
        IDictionary map => new HtmlTable(["key", "value"], map.Keys.Cast<object?>().Select(key => new[] { key, map[key!] }), map.Count),
        ITuple tuple => new HtmlTable(["item", "value"], Enumerable.Range(0, tuple.Length).Select(i => new[] { $"Item{i + 1}", tuple[i] }), tuple.Length),
        Array { Rank: 2 } grid => Grid(grid),
        IEnumerable items => Sequence(items, mostRows),
        _ => new HtmlTable([Members.IsAnonymous(value.GetType()) ? "" : Members.Name(value.GetType()), ""],
            Members.Of(value.GetType()).Select(member => new[] { member.Name, member.Read(value) }), Members.Of(value.GetType()).Count),
    };

    private static bool IsRow(object item) => item is ITuple or IDictionary || (!Members.IsScalar(item.GetType())
        && item is not (IEnumerable or Delegate or Task) && !Members.HasOwnText(item.GetType()) && Members.Of(item.GetType()).Count > 0);

    private static HtmlTable Grid(Array grid)
    {
        var columns = grid.GetLength(1);
        return new HtmlTable([.. Enumerable.Range(0, columns).Select(column => column.ToString(CultureInfo.InvariantCulture))],
            Enumerable.Range(0, grid.GetLength(0)).Select(row => Enumerable.Range(0, columns).Select(column => grid.GetValue(row, column)).ToArray()), grid.GetLength(0));
    }

    private static HtmlTable Sequence(IEnumerable items, int mostRows)
    {
        var rows = items.Cast<object?>().Take(mostRows + 1).ToList();
        var count = (items as ICollection)?.Count;
        if (rows.OfType<ITuple>().FirstOrDefault() is { } tuple)
        {
            return new HtmlTable([.. Enumerable.Range(1, tuple.Length).Select(i => $"Item{i}")],
                rows.Select(row => row is ITuple cells ? Enumerable.Range(0, cells.Length).Select(i => cells[i]).ToArray() : [row]), count);
        }
        if (rows.OfType<IDictionary>().Any())
        {
            var keys = rows.OfType<IDictionary>().SelectMany(map => map.Keys.Cast<object>()).Distinct().ToList();
            return new HtmlTable([.. keys.Select(PlainText.Of)], rows.Select(row => row is IDictionary map ? keys.Select(key => map.Contains(key) ? map[key] : null).ToArray() : [row]), count);
        }
        var names = rows.OfType<object>().Select(row => row.GetType()).Distinct().SelectMany(Members.Of).Select(member => member.Name).Distinct().ToList();
        return new HtmlTable(names, rows.Select(row => names.Select(name => Read(row, name)).ToArray()), count);
    }

    private static object? Read(object? row, string name) =>
        row is null ? null : Members.Of(row.GetType()).FirstOrDefault(member => member.Name == name).Read?.Invoke(row);
}

/// <summary>What a table shows.</summary>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Rows; may fail while they are read.</param>
/// <param name="Count">How many rows there are; null when that is unknown.</param>
internal sealed record HtmlTable(IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows, int? Count);
