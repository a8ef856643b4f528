using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sorting;

/// <summary>A column to pack.</summary>
/// <param name="Column">Any kind.</param>
/// <param name="Descending">Greatest first; nulls come last all the same.</param>
/// <param name="Ordered">False where only equality counts, which spares ranking the strings of a text column.</param>
internal readonly record struct PackedKey(Column Column, bool Descending, bool Ordered);

/// <summary>Keys of rows as words of bits: comparing the words in turn compares the rows.</summary>
internal sealed class PackedKeys
{
    private PackedKeys(IReadOnlyList<(ulong[] Keys, int Bits)> words) => Words = words;

    /// <summary>Most significant first; only the lowest Bits bits of a word are used. None when all rows are equal.</summary>
    public IReadOnlyList<(ulong[] Keys, int Bits)> Words { get; }

    /// <summary>Packs columns; each takes the bits that its range of values needs.</summary>
    public static PackedKeys Of(IEnumerable<PackedKey> keys, int rows)
    {
        var words = new List<(ulong[] Keys, int Bits)>();
        if (rows == 0) return new PackedKeys(words);
        var fields = keys.SelectMany(PackedField.Of).Where(field => field.Bits > 0).ToList();
        for (var first = 0; first < fields.Count;)
        {
            var (count, bits) = (0, 0);
            while (first + count < fields.Count && bits + fields[first + count].Bits <= 64) bits += fields[first + count++].Bits;
            var packed = new ulong[rows];
            var shift = bits;
            foreach (var field in fields.GetRange(first, count))
            {
                shift -= field.Bits;
                var to = shift;
                Ranges.For(rows, (start, end) => field.Write(packed, to, start, end));
            }
            words.Add((packed, bits));
            first += count;
        }
        return new PackedKeys(words);
    }

    /// <summary>Below 0, 0 or above 0 as one row comes before, equals or follows another.</summary>
    public int Compare(int row, int other)
    {
        foreach (var (keys, _) in Words)
            if (keys[row] != keys[other]) return keys[row] < keys[other] ? -1 : 1;
        return 0;
    }
}
