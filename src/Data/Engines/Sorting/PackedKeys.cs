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
    private readonly ulong[] _leading;

    private PackedKeys(IReadOnlyList<(ulong[] Keys, int Bits)> words, ulong[] leading) => (Words, _leading) = (words, leading);

    /// <summary>Most significant first; only the lowest Bits bits of a word are used. None when all rows are equal.</summary>
    public IReadOnlyList<(ulong[] Keys, int Bits)> Words { get; }

    /// <summary>Packs columns; each takes the bits that its range of values needs.</summary>
    /// <param name="keys">The first weighs most.</param>
    /// <param name="rows">Length of every column.</param>
    /// <param name="leading">How many of the first keys <see cref="SameLeading"/> compares.</param>
    public static PackedKeys Of(IEnumerable<PackedKey> keys, int rows, int leading = 0)
    {
        var words = new List<(ulong[] Keys, int Bits)>();
        var masks = new List<ulong>();
        if (rows == 0) return new PackedKeys(words, []);
        var fields = keys.SelectMany((key, i) => PackedField.Of(key).Select(field => (field.Bits, field.Write, Leads: i < leading))).Where(field => field.Bits > 0).ToList();
        for (var first = 0; first < fields.Count;)
        {
            var (count, bits) = (0, 0);
            while (first + count < fields.Count && bits + fields[first + count].Bits <= 64) bits += fields[first + count++].Bits;
            var packed = new ulong[rows];
            var shift = bits;
            var mask = 0UL;
            foreach (var field in fields.GetRange(first, count))
            {
                shift -= field.Bits;
                var to = shift;
                if (field.Leads) mask |= ulong.MaxValue >> (64 - field.Bits) << shift;
                Ranges.For(rows, (start, end) => field.Write(packed, to, start, end));
            }
            words.Add((packed, bits));
            masks.Add(mask);
            first += count;
        }
        return new PackedKeys(words, [.. masks]);
    }

    /// <summary>True when two rows are equal in the leading keys.</summary>
    public bool SameLeading(int row, int other)
    {
        for (var word = 0; word < _leading.Length; word++)
            if (((Words[word].Keys[row] ^ Words[word].Keys[other]) & _leading[word]) != 0) return false;
        return true;
    }

    /// <summary>Below 0, 0 or above 0 as one row comes before, equals or follows another.</summary>
    public int Compare(int row, int other)
    {
        foreach (var (keys, _) in Words)
            if (keys[row] != keys[other]) return keys[row] < keys[other] ? -1 : 1;
        return 0;
    }
}
