using System.Globalization;
using MarketingNotebooks.Data.Frames;
using MarketingNotebooks.Data.Plans;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Joins by numbering the right side's keys and looking the left side's up.</summary>
internal static class HashJoin
{
    public static Table Run(JoinNode join, Table left, Table right, HashSet<string> needed)
    {
        var columns = join.Columns.Where(column => needed.Contains(column.Name)).ToList();
        var (leftCodes, rightCodes, slots) = JoinKeys.Number(join.Keys, left, right);
        var (starts, matches) = RowsBySlot(rightCodes, slots);
        Check(join, left, right, leftCodes, rightCodes, slots);
        CheckSize(join, left, right, leftCodes, starts);
        var (leftRows, rightRows) = Pairs(join.How, leftCodes, rightCodes, slots, starts, matches);
        var taken = columns.Select(column => column.FromRight ? right[column.Source].Take(rightRows)
            : KeyOf(join, column.Source) is { } key && join.How is Join.Right or Join.Full
                ? Coalesced(left[column.Source], right[key], leftRows, rightRows)
                : left[column.Source].Take(leftRows));
        return new Table(new Schema(columns.Select(column => join.Schema[column.Name])), [.. taken], leftRows.Length);
    }

    /// <summary>The right key that the left column of that name stands for in the result, where both have one name.</summary>
    private static string? KeyOf(JoinNode join, string name) =>
        join.Keys.Where(key => key.Left == name && key.Right == name).Select(key => key.Right).FirstOrDefault();

    /// <summary>The left value, or the right one where the row has no left side.</summary>
    private static Column Coalesced(Column left, Column right, int[] leftRows, int[] rightRows)
    {
        var rows = new int[leftRows.Length];
        for (var i = 0; i < rows.Length; i++) rows[i] = leftRows[i] >= 0 ? leftRows[i] : left.Length + rightRows[i];
        return Stack.Columns(left, right).Take(rows);
    }

    internal static (int[] Starts, int[] Rows) RowsBySlot(int[] codes, int slots)
    {
        var starts = new int[slots + 1];
        foreach (var code in codes)
            if (code >= 0) starts[code + 1]++;
        for (var slot = 0; slot < slots; slot++) starts[slot + 1] += starts[slot];
        var next = starts.AsSpan(0, slots).ToArray();
        var rows = new int[starts[slots]];
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] >= 0) rows[next[codes[row]]++] = row;
        return (starts, rows);
    }

    private static (int[] Left, int[] Right) Pairs(Join how, int[] leftCodes, int[] rightCodes, int slots, int[] starts, int[] matches)
    {
        var lefts = new List<int>(leftCodes.Length);
        var rights = new List<int>(leftCodes.Length);
        for (var row = 0; row < leftCodes.Length; row++)
        {
            var code = leftCodes[row];
            var (from, to) = code < 0 ? (0, 0) : (starts[code], starts[code + 1]);
            if (how is Join.Semi or Join.Anti)
            {
                if (from < to == (how == Join.Semi)) lefts.Add(row);
                continue;
            }
            for (var i = from; i < to; i++)
            {
                lefts.Add(row);
                rights.Add(matches[i]);
            }
            if (from == to && how is Join.Left or Join.Full)
            {
                lefts.Add(row);
                rights.Add(-1);
            }
        }
        if (how is Join.Right or Join.Full)
        {
            var matched = new bool[slots];
            foreach (var code in leftCodes)
                if (code >= 0) matched[code] = true;
            for (var row = 0; row < rightCodes.Length; row++)
            {
                if (rightCodes[row] >= 0 && matched[rightCodes[row]]) continue;
                lefts.Add(-1);
                rights.Add(row);
            }
        }
        return ([.. lefts], [.. rights]);
    }

    /// <summary>Many rows for a key on both sides multiply: says so before memory runs out.</summary>
    private static void CheckSize(JoinNode join, Table left, Table right, int[] leftCodes, int[] starts)
    {
        if (join.How is Join.Semi or Join.Anti) return;
        var pairs = 0L;
        foreach (var code in leftCodes)
            if (code >= 0) pairs += starts[code + 1] - starts[code];
        if (pairs + left.Rows + right.Rows <= Array.MaxLength) return;
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
            $"A frame holds up to {Array.MaxLength:N0} rows. The join of {left.Rows:N0} and {right.Rows:N0} rows on {string.Join(", ", join.Keys.Select(key => key.Left))} would give {pairs:N0}. ")
            + "Make the key unique on one side first, e.g. with Distinct or GroupBy, or join on more columns.");
    }

    private static void Check(JoinNode join, Table left, Table right, int[] leftCodes, int[] rightCodes, int slots)
    {
        if (join.Expect is Match.OneToOne or Match.ManyToOne)
            CheckSide("right", right, rightCodes, join.Keys.Select(key => key.Right));
        if (join.Expect is Match.OneToOne or Match.OneToMany)
            CheckSide("left", left, leftCodes, join.Keys.Select(key => key.Left));

        void CheckSide(string side, Table table, int[] codes, IEnumerable<string> names)
        {
            var counts = new int[slots];
            foreach (var code in codes)
                if (code >= 0) counts[code]++;
            var worst = Array.FindIndex(codes, code => code >= 0 && counts[code] > 1);
            if (worst < 0) return;
            var key = string.Join(", ", names.Select(name => $"{name} = {table[name][worst]}"));
            throw new InvalidOperationException($"The join expects {join.Expect}, but on the {side} {counts[codes[worst]]:N0} rows have {key}. "
                + $"Make the key unique first, e.g. with Distinct or GroupBy, or join with another Match.");
        }
    }
}
