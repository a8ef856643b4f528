using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Stable sorting of rows by columns: least significant digit first, from the last column to the first (Knuth, TAOCP vol. 3,
/// section 5.2.5). Digits that are the same in all rows cost one look.</summary>
internal static class RadixSort
{
    private const int Bits = 11;
    private const int Buckets = 1 << Bits;
    private const int Passes = (64 + Bits - 1) / Bits;

    /// <summary>Row numbers in order; nulls last.</summary>
    public static int[] Order((Column Column, bool Descending)[] keys, int rows)
    {
        var order = new int[rows];
        for (var row = 0; row < rows; row++) order[row] = row;
        for (var key = keys.Length - 1; key >= 0; key--)
        {
            var bits = Keys(keys[key].Column);
            if (keys[key].Descending)
                for (var row = 0; row < rows; row++) bits[row] = ~bits[row];
            var validity = keys[key].Column.Validity;
            if (validity is not null)
                for (var row = 0; row < rows; row++)
                    if (!validity[row]) bits[row] = 0; // nulls are equal, whatever stands in their rows
            order = Sort(bits, order);
            if (validity is not null) order = NullsLast(order, validity);
        }
        return order;
    }

    /// <summary>Unsigned integers in the order of the values: NaN above every number, text by Unicode code points. Nulls: anything.</summary>
    public static ulong[] Keys(Column column)
    {
        var keys = new ulong[column.Length];
        switch (column)
        {
            case TextColumn text:
                var ranks = Ranks(text.DictionaryArray);
                for (var row = 0; row < keys.Length; row++) keys[row] = text.CodeArray[row] < 0 ? 0 : ranks[text.CodeArray[row]];
                break;
            case Column<double> numbers:
                for (var row = 0; row < keys.Length; row++) keys[row] = Key(numbers.Values[row]);
                break;
            case Column<bool> flags:
                for (var row = 0; row < keys.Length; row++) keys[row] = flags.Values[row] ? 1UL : 0;
                break;
            case Column<long> whole:
                for (var row = 0; row < keys.Length; row++) keys[row] = (ulong)whole.Values[row] ^ 1UL << 63;
                break;
        }
        return keys;
    }

    private static ulong Key(double value)
    {
        var bits = (ulong)Coding.Bits(value);
        return double.IsNaN(value) ? ulong.MaxValue : bits >> 63 != 0 ? ~bits : bits | 1UL << 63;
    }

    private static ulong[] Ranks(string[] dictionary)
    {
        var order = new int[dictionary.Length];
        for (var code = 0; code < order.Length; code++) order[code] = code;
        Array.Sort(order, (a, b) => TextOrder.Compare(dictionary[a], dictionary[b]));
        var ranks = new ulong[order.Length];
        for (var i = 1; i < order.Length; i++)
            ranks[order[i]] = ranks[order[i - 1]] + (dictionary[order[i]] == dictionary[order[i - 1]] ? 0UL : 1);
        return ranks;
    }

    private static int[] Sort(ulong[] keys, int[] order)
    {
        var histograms = new int[Passes][];
        Ranges.Each(Passes, pass =>
        {
            var histogram = new int[Buckets];
            foreach (var key in keys) histogram[Digit(key, pass)]++;
            histograms[pass] = histogram;
        });
        var other = new int[order.Length];
        for (var pass = 0; pass < Passes; pass++)
        {
            var starts = histograms[pass];
            if (Array.IndexOf(starts, order.Length) >= 0) continue;
            for (int bucket = 0, sum = 0; bucket < Buckets; bucket++) (starts[bucket], sum) = (sum, sum + starts[bucket]);
            foreach (var row in order) other[starts[Digit(keys[row], pass)]++] = row;
            (order, other) = (other, order);
        }
        return order;
    }

    private static int Digit(ulong key, int pass) => (int)(key >> (pass * Bits)) & (Buckets - 1);

    private static int[] NullsLast(int[] order, Validity validity)
    {
        var sorted = new int[order.Length];
        var (next, last) = (0, order.Length - validity.NullCount);
        foreach (var row in order) sorted[validity[row] ? next++ : last++] = row;
        return sorted;
    }
}
