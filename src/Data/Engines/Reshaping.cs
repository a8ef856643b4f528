using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Rows into columns and columns into rows.</summary>
internal static class Reshaping
{
    public static Table Spread(SpreadNode spread, Table input, HashSet<string> needed)
    {
        var groups = Grouping.Of([.. spread.Keys.Select(key => input[key])], input.Rows);
        var names = (TextColumn)input[spread.Names];
        var rowsOf = new Dictionary<string, List<int>>();
        for (var row = 0; row < input.Rows; row++)
        {
            var title = SpreadNode.Title(names.Text(row));
            if (!rowsOf.TryGetValue(title, out var rows)) rowsOf.Add(title, rows = []);
            rows.Add(row);
        }
        var columns = new List<(string, Column)>();
        foreach (var key in spread.Keys.Where(needed.Contains)) columns.Add((key, input[key].Take(groups.FirstRows)));
        var chosen = new int[groups.SlotCount];
        foreach (var title in spread.Columns.Select(SpreadNode.Title).Where(needed.Contains))
        {
            Array.Fill(chosen, -1);
            foreach (var row in rowsOf.GetValueOrDefault(title) ?? []) chosen[groups.Slots[row]] = row;
            columns.Add((title, input[spread.Value].Take(groups.Gather(chosen))));
        }
        return Of(spread, columns, groups.Count);
    }

    public static Table Melt(MeltNode melt, Table input, HashSet<string> needed)
    {
        var (rows, width) = (input.Rows, melt.Columns.Count);
        if ((long)rows * width > Array.MaxLength)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"A frame holds up to {Array.MaxLength:N0} rows. Melting {width:N0} columns of {rows:N0} rows would give {(long)rows * width:N0}. Melt fewer columns, or filter or summarise rows first."));
        var (count, columns) = (rows * width, new List<(string, Column)>());
        var source = new int[count];
        Fill(i => i / width);
        foreach (var id in melt.Ids.Where(needed.Contains)) columns.Add((id, input[id].Take(source)));
        if (needed.Contains(melt.Name))
        {
            var codes = new int[count];
            for (var i = 0; i < count; i++) codes[i] = i % width;
            columns.Add((melt.Name, TextColumn.Coded(codes, [.. melt.Columns])));
        }
        if (needed.Contains(melt.Value))
        {
            Fill(i => i % width * rows + i / width);
            columns.Add((melt.Value, melt.Columns.Select(name => input[name]).Aggregate(Stack.Columns).Take(source)));
        }
        return Of(melt, columns, count);

        void Fill(Func<int, int> map) => Ranges.For(count, (start, end) =>
        {
            for (var i = start; i < end; i++) source[i] = map(i);
        });
    }

    private static Table Of(PlanNode node, List<(string Name, Column Column)> columns, int rows) =>
        new(new Schema(columns.Select(column => node.Schema[column.Name])), [.. columns.Select(column => column.Column)], rows);
}
