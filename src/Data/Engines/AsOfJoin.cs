using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Joins each left row with the right row nearest in time.</summary>
internal static class AsOfJoin
{
    public static Table Run(AsOfNode join, Table left, Table right, HashSet<string> needed)
    {
        var (lefts, rights, slots) = join.By.Count == 0 ? (new int[left.Rows], new int[right.Rows], 1) : JoinKeys.Number(join.By, left, right);
        var (here, there) = ((Column<long>)left[join.On.Left], (Column<long>)right[join.On.Right]);
        // Right rows in order of time within each key: a stable count by key after a sort by time.
        var order = RowOrder.Of([(there, false)], right.Rows) ?? [.. Enumerable.Range(0, right.Rows)];
        var (starts, places) = HashJoin.RowsBySlot(Array.ConvertAll(order, row => there.IsNull(row) ? -1 : rights[row]), slots);
        var rows = Array.ConvertAll(places, place => order[place]);
        var matches = new int[left.Rows];
        Ranges.For(left.Rows, (start, end) =>
        {
            for (var row = start; row < end; row++)
                matches[row] = lefts[row] < 0 || here.IsNull(row) ? -1
                    : Find(join, there.Values, rows.AsSpan(starts[lefts[row]]..starts[lefts[row] + 1]), here.Values[row]);
        });
        var columns = left.Schema.Names.Where(name => needed.Contains(name) && join.Schema.Contains(name)).Select(name => (name, left[name]))
            .Concat(join.Columns.Where(column => needed.Contains(column.Name)).Select(column => (column.Name, right[column.Source].Take(matches)))).ToList();
        return new Table(new Schema(columns.Select(column => join.Schema[column.Item1])), [.. columns.Select(column => column.Item2)], left.Rows);
    }

    private static int Find(AsOfNode join, long[] times, ReadOnlySpan<int> rows, long time)
    {
        // Rows before low are earlier than the time; those from high on are later.
        var (low, high) = (First(times, rows, time, orEqual: true), First(times, rows, time, orEqual: false));
        var before = high > 0 ? rows[high - 1] : -1;
        var after = low < rows.Length ? rows[low] : -1;
        var found = join.Which switch
        {
            Nearest.Before => before,
            Nearest.After => after,
            _ when before < 0 || after < 0 => Math.Max(before, after),
            _ => (Int128)time - times[before] <= (Int128)times[after] - time ? before : after,
        };
        return found >= 0 && join.Within is { } most && Int128.Abs((Int128)time - times[found]) > most ? -1 : found;
    }

    private static int First(long[] times, ReadOnlySpan<int> rows, long time, bool orEqual)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (times[rows[middle]] > time || orEqual && times[rows[middle]] == time) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
