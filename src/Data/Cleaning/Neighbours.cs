using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Fills gaps from the rows before and after, within groups and along an order.</summary>
internal static class Neighbours
{
    public static Column Fill(DataFrame frame, string name, Fill fill, RowKeys keys, string? order)
    {
        var column = frame.Column(name);
        var along = order is null ? null : frame.Column(order);
        var rows = along is null ? [.. Enumerable.Range(0, column.Length)] : (RowOrder.Of([(along, false)], column.Length) ?? [.. Enumerable.Range(0, column.Length)]);
        if (fill.Kind == Cleaning.Fill.Way.Linear) return Linear(frame, name, rows, keys, order);
        if (fill.Kind == Cleaning.Fill.Way.Backward) Array.Reverse(rows);
        var from = new int[column.Length];
        var last = new int[keys.Names.Length];
        Array.Fill(last, -1);
        foreach (var row in rows)
        {
            if (!NumberCells.Missing(column, row)) last[keys.Slots[row]] = row;
            from[row] = last[keys.Slots[row]];
        }
        return column.Take(from);
    }

    private static Column<double> Linear(DataFrame frame, string name, int[] rows, RowKeys keys, string? order)
    {
        var values = frame.Column(name).ToDoubles();
        var places = Places(frame, order, values.Length);
        var last = new int[keys.Names.Length];
        Array.Fill(last, -1);
        var open = new List<int>[keys.Names.Length];
        foreach (var row in rows)
        {
            var slot = keys.Slots[row];
            if (double.IsNaN(values[row]))
            {
                if (last[slot] >= 0 && !double.IsNaN(places[row])) (open[slot] ??= []).Add(row);
                continue;
            }
            if (double.IsNaN(places[row])) continue; // no place on the line
            foreach (var gap in open[slot] ?? [])
            {
                var (start, width) = (last[slot], places[row] - places[last[slot]]);
                values[gap] = width == 0 ? values[start] : values[start] + (places[gap] - places[start]) / width * (values[row] - values[start]);
            }
            open[slot]?.Clear();
            last[slot] = row;
        }
        return NumberCells.Column(values);
    }

    private static double[] Places(DataFrame frame, string? order, int rows)
    {
        if (order is null) return [.. Enumerable.Range(0, rows).Select(row => (double)row)];
        return frame.Schema[order].Kind is ColumnKind.Text or ColumnKind.Boolean
            ? throw new ArgumentException($"Fill.Linear goes along a time or a number. Column '{order}' is {frame.Schema[order].Kind.Word()}. Convert it first, e.g. with ToTimestamp().")
            : frame.Column(order).ToDoubles();
    }
}
