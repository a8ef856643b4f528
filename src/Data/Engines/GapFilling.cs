using System.Globalization;
using MarketingNotebooks.Data.Engines.Windows;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Puts buckets of time in order and adds those in which there is no row.</summary>
internal static class GapFilling
{
    public static Table Run(FillGapsNode node, Table input, HashSet<string> needed)
    {
        var times = ((Column<long>)input[node.Time]).Values;
        var rows = SortedRows.Of(input, [.. node.By], [new Frames.SortKey(node.Time)]);
        // Groups in order of first appearance, as after a group-by.
        var groups = new List<(int First, int Start, int End)>();
        rows.Each((start, end) => groups.Add((Enumerable.Range(start, end - start).Min(rows.Row), start, end)));
        var (sources, buckets, keys) = (new List<int>(), new List<long>(), new List<int>());
        foreach (var (_, start, end) in groups.OrderBy(group => group.First))
            for (var position = start; position < end; position++)
            {
                var row = rows.Row(position);
                if (position > start && node.Gaps != Gaps.Skip) AddGap(times[rows.Row(position - 1)], times[row], rows.Row(position - 1));
                Add(row, times[row], row);
            }
        var (taken, from) = (sources.ToArray(), keys.ToArray());
        var columns = node.Schema.Where(field => needed.Contains(field.Name)).Select(field => (field,
            field.Name == node.Time ? new Column<long>(ColumnKind.Timestamp, [.. buckets])
            : node.By.Contains(field.Name) ? input[field.Name].Take(from) : Filled(input[field.Name], taken, node.Gaps))).ToList();
        return new Table(new Schema(columns.Select(column => column.field)), [.. columns.Select(column => column.Item2)], taken.Length);

        void AddGap(long before, long until, int known)
        {
            for (var bucket = TimeUnits.Add(before, 1, node.Unit); bucket < until; bucket = TimeUnits.Add(bucket, 1, node.Unit))
                Add(node.Gaps == Gaps.Forward ? known : -1, bucket, known);
        }

        void Add(int source, long bucket, int key)
        {
            if (sources.Count == 100_000_000)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"Filling gaps of {node.Time} by {node.Unit.ToString().ToLowerInvariant()} gives more than {sources.Count:N0} rows. Take a longer unit, leave out stray times first, or pass Gaps.Skip."));
            sources.Add(source);
            buckets.Add(bucket);
            keys.Add(key);
        }
    }

    private static Column Filled(Column column, int[] rows, Gaps gaps)
    {
        if (gaps != Gaps.Zero) return column.Take(rows);
        return column switch
        {
            Column<double> numbers => Zeros(numbers),
            Column<long> { Kind: not ColumnKind.Timestamp } whole => Zeros(whole),
            _ => column.Take(rows),
        };

        Column<T> Zeros<T>(Column<T> values)
            where T : unmanaged =>
            (Column<T>)Stack.Columns(values, new Column<T>(values.Kind, new T[1])).Take(Array.ConvertAll(rows, row => row < 0 ? values.Length : row));
    }
}
