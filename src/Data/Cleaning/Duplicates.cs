using MarketingNotebooks.Data.Engines.Sorting;
using MarketingNotebooks.Data.Engines;
using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Cleaning;

/// <summary>Which row of those that share a key stays.</summary>
public enum Keep
{
    /// <summary>The first in the frame's order.</summary>
    First,

    /// <summary>The last in the frame's order.</summary>
    Last,

    /// <summary>The one with the greatest value of the ordering column; the first of several.</summary>
    Greatest,

    /// <summary>The one with the least value of the ordering column; the first of several.</summary>
    Least,

    /// <summary>The one with the fewest nulls; the first of several.</summary>
    MostComplete,

    /// <summary>None: whatever is ambiguous goes.</summary>
    None,
}

/// <summary>Rows that say the same thing twice.</summary>
public static class Duplicates
{
    /// <summary>Rows that repeat an earlier one, as they are, with <c>row</c> and <c>first_row</c> (from 0) in front.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="by">Columns that must agree; a null equals a null. Default: all, i.e. exact copies.</param>
    /// <exception cref="ArgumentException">A column is missing.</exception>
    public static DataFrame Find(DataFrame frame, params string[] by)
    {
        var groups = Groups(frame, by);
        var first = new int[groups.SlotCount];
        Array.Fill(first, -1);
        var (rows, firsts) = (new List<int>(), new List<long>());
        for (var row = 0; row < groups.Slots.Length; row++)
        {
            ref var earlier = ref first[groups.Slots[row]];
            if (earlier < 0)
            {
                earlier = row;
                continue;
            }
            rows.Add(row);
            firsts.Add(earlier);
        }
        int[] taken = [.. rows];
        return DataFrame.FromColumns([("row", new Column<long>(ColumnKind.Integer, Array.ConvertAll(taken, row => (long)row))), ("first_row", new Column<long>(ColumnKind.Integer, [.. firsts])),
            .. frame.ColumnNames.Where(name => name is not ("row" or "first_row")).Select(name => (name, frame.Column(name).Take(taken)))]);
    }

    /// <summary>One row of each key; rows keep their order.</summary>
    /// <param name="frame">Any frame. Its plan is run.</param>
    /// <param name="by">Columns that must agree; a null equals a null. Default: all.</param>
    /// <param name="keep">Which row stays. Default: the first.</param>
    /// <param name="order">The column that <see cref="Keep.Greatest"/> and <see cref="Keep.Least"/> compare; nulls and NaN lose.</param>
    /// <exception cref="ArgumentException">A column is missing, or the rule needs an order that is not given.</exception>
    public static DataFrame DropDuplicates(this DataFrame frame, string[]? by = null, Keep keep = Keep.First, string? order = null)
    {
        if (order is null && keep is Keep.Greatest or Keep.Least)
            throw new ArgumentException($"Keep.{keep} needs the column to compare, e.g. DropDuplicates([\"email\"], Keep.{keep}, order: \"updated_at\").");
        var groups = Groups(frame, by ?? []);
        var rank = Ranks(frame, keep, order);
        var best = new int[groups.SlotCount];
        Array.Fill(best, -1);
        for (var row = 0; row < groups.Slots.Length; row++)
        {
            var slot = groups.Slots[row];
            if (best[slot] < 0 || keep == Keep.Last || rank(row, best[slot])) best[slot] = row;
            else if (keep == Keep.None) best[slot] = int.MaxValue;
        }
        var kept = Enumerable.Range(0, groups.Slots.Length).Where(row => best[groups.Slots[row]] == row).ToArray();
        return FrameRows.Take(frame, kept);
    }

    private static Grouping Groups(DataFrame frame, string[] by) =>
        Grouping.Of([.. (by.Length == 0 ? frame.ColumnNames : by).Select(frame.Column)], frame.RowCount);

    /// <summary>Whether a row beats the best so far.</summary>
    private static Func<int, int, bool> Ranks(DataFrame frame, Keep keep, string? order)
    {
        if (keep == Keep.MostComplete)
        {
            var gaps = new int[frame.RowCount];
            foreach (var column in frame.ColumnNames.Select(frame.Column))
                for (var row = 0; row < gaps.Length; row++) gaps[row] += NumberCells.Missing(column, row) ? 1 : 0;
            return (row, best) => gaps[row] < gaps[best];
        }
        if (keep is not (Keep.Greatest or Keep.Least)) return (_, _) => false;
        var values = frame.Column(order!);
        var keys = RowOrder.Keys(values);
        return (row, best) => !NumberCells.Missing(values, row) && (NumberCells.Missing(values, best) || (keep == Keep.Greatest ? keys[row] > keys[best] : keys[row] < keys[best]));
    }
}
