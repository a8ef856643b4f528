using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines;

/// <summary>Gathers values by row number; −1 gives none. Long gathers run on several threads.</summary>
internal static unsafe class Taking
{
    public static void Values<T>(T[] values, ReadOnlySpan<int> rows, T[] taken)
        where T : unmanaged => Each(rows, (first, part) =>
    {
        var to = taken.AsSpan(first, part.Length);
        for (var i = 0; i < to.Length; i++)
            if (part[i] >= 0) to[i] = values[part[i]];
    });

    public static void Codes(int[] codes, ReadOnlySpan<int> rows, int[] taken) => Each(rows, (first, part) =>
    {
        var to = taken.AsSpan(first, part.Length);
        for (var i = 0; i < to.Length; i++) to[i] = part[i] < 0 ? -1 : codes[part[i]];
    });

    /// <summary>A bit a row, set where it takes a row that holds a value.</summary>
    public static ulong[] Bits(Validity? validity, ReadOnlySpan<int> rows)
    {
        var words = new ulong[Validity.WordCount(rows.Length)];
        Each(rows, (first, part) =>
        {
            for (var i = 0; i < part.Length; i++)
                if (part[i] >= 0 && (validity is null || validity[part[i]])) words[first + i >> 6] |= 1UL << (first + i & 63);
        });
        return words;
    }

    private delegate void Part(int first, ReadOnlySpan<int> rows);

    /// <summary>Spans do not cross into closures: the rows are pinned and cut anew on each thread.</summary>
    private static void Each(ReadOnlySpan<int> rows, Part work)
    {
        if (rows.Length <= Ranges.Size)
        {
            work(0, rows);
            return;
        }
        fixed (int* pinned = rows)
        {
            var (address, length) = ((nint)pinned, rows.Length);
            Ranges.For(length, (start, end) => work(start, new ReadOnlySpan<int>((int*)address + start, end - start)));
        }
    }
}
