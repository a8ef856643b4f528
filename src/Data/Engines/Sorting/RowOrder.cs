using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sorting;

/// <summary>Stable orders of rows by columns; nulls last. Columns are packed into words of bits, as few as their ranges need, and words are
/// sorted by radix. Cost: O(rows · bits / 8) time, 24 bytes a row.</summary>
internal static class RowOrder
{
    /// <summary>Row numbers in order; null when the rows are in order already.</summary>
    public static int[]? Of((Column Column, bool Descending)[] keys, int rows) =>
        Of(PackedKeys.Of([.. keys.Select(key => new PackedKey(key.Column, key.Descending, Ordered: true))], rows), rows);

    /// <summary>As above, for keys that are packed already. The words stay as they are.</summary>
    public static int[]? Of(PackedKeys keys, int rows)
    {
        if (IsSorted(keys, rows)) return null;
        var order = new int[rows];
        Ranges.For(rows, (start, end) =>
        {
            for (var row = start; row < end; row++) order[row] = row;
        });
        for (var word = keys.Words.Count - 1; word >= 0; word--)
        {
            var from = keys.Words[word].Keys;
            var sorted = new ulong[rows];
            Ranges.For(rows, (start, end) =>
            {
                for (var i = start; i < end; i++) sorted[i] = from[order[i]];
            });
            PairSort.Sort(sorted, order, keys.Words[word].Bits);
        }
        return order;
    }

    /// <summary>Unsigned integers in the order of the values: NaN above every number, text by Unicode code points. Nulls: anything.</summary>
    public static ulong[] Keys(Column column)
    {
        var keys = new ulong[column.Length];
        var ranks = column is TextColumn words ? TextRanks.Of(words.DictionaryArray) : null;
        Ranges.For(keys.Length, (start, end) =>
        {
            switch (column)
            {
                case TextColumn text:
                    for (var row = start; row < end; row++) keys[row] = text.CodeArray[row] < 0 ? 0 : (ulong)ranks![text.CodeArray[row]];
                    break;
                case Column<double> numbers:
                    for (var row = start; row < end; row++) keys[row] = Key(numbers.Values[row]);
                    break;
                case Column<bool> flags:
                    for (var row = start; row < end; row++) keys[row] = flags.Values[row] ? 1UL : 0;
                    break;
                case Column<long> whole:
                    for (var row = start; row < end; row++) keys[row] = (ulong)whole.Values[row] ^ 1UL << 63;
                    break;
            }
        });
        return keys;
    }

    /// <summary>Bits in the order of numbers: one zero, NaN on top.</summary>
    public static ulong Key(double value)
    {
        var bits = (ulong)Coding.Bits(value);
        return double.IsNaN(value) ? ulong.MaxValue : bits >> 63 != 0 ? ~bits : bits | 1UL << 63;
    }

    private static bool IsSorted(PackedKeys keys, int rows)
    {
        if (keys.Words.Count == 0) return true;
        var unsorted = 0;
        Ranges.For(rows, (start, end) =>
        {
            if (Volatile.Read(ref unsorted) != 0) return;
            for (var row = Math.Max(start, 1); row < end; row++)
                if (keys.Compare(row - 1, row) > 0)
                {
                    Volatile.Write(ref unsorted, 1);
                    return;
                }
        });
        return unsorted == 0;
    }
}
