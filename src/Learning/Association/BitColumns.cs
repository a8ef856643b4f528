using System.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Columns of bits, one an item and one bit a basket, in storage that is used again and again.</summary>
internal sealed class BitColumns
{
    private ulong[] _bits = [];
    private int _words;

    /// <summary>Number of columns.</summary>
    public int Count { get; private set; }

    /// <summary>Bits a column.</summary>
    public int Baskets { get; private set; }

    /// <summary>The item of each column; longer than <see cref="Count"/>.</summary>
    public int[] Items { get; private set; } = [];

    /// <summary>Set bits of each column; longer than <see cref="Count"/>.</summary>
    public int[] Counts { get; private set; } = [];

    public void Clear(int baskets) => (Count, Baskets, _words) = (0, baskets, (baskets + 63) >> 6);

    /// <summary>Adds a column whose bits are set later.</summary>
    public void AddEmpty(int item, int count)
    {
        Reserve().Clear();
        Keep(item, count);
    }

    public void Set(int column, int basket) => _bits[column * _words + (basket >> 6)] |= 1UL << (basket & 63);

    /// <summary>Adds the baskets that two columns of <paramref name="from"/> share, as the second's item, where they are enough.</summary>
    public void AddBoth(BitColumns from, int first, int second, int least)
    {
        var shared = And(from.Column(first), from.Column(second), Reserve());
        if (shared >= least) Keep(from.Items[second], shared);
    }

    /// <summary>Writes a ∧ b and counts its bits: four chains of additions, or the processor waits for each count.</summary>
    internal static int And(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> both)
    {
        b = b[..a.Length];
        both = both[..a.Length];
        int at = 0, c0 = 0, c1 = 0, c2 = 0, c3 = 0;
        for (; at <= a.Length - 4; at += 4)
        {
            ulong w0 = a[at] & b[at], w1 = a[at + 1] & b[at + 1], w2 = a[at + 2] & b[at + 2], w3 = a[at + 3] & b[at + 3];
            (both[at], both[at + 1], both[at + 2], both[at + 3]) = (w0, w1, w2, w3);
            c0 += BitOperations.PopCount(w0);
            c1 += BitOperations.PopCount(w1);
            c2 += BitOperations.PopCount(w2);
            c3 += BitOperations.PopCount(w3);
        }
        for (; at < a.Length; at++) c0 += BitOperations.PopCount(both[at] = a[at] & b[at]);
        return c0 + c1 + c2 + c3;
    }

    private ReadOnlySpan<ulong> Column(int column) => _bits.AsSpan(column * _words, _words);

    /// <summary>Room for one more column.</summary>
    private Span<ulong> Reserve()
    {
        var end = checked((Count + 1) * _words);
        if (end > _bits.Length) Array.Resize(ref _bits, (int)Math.Min(Array.MaxLength, Math.Max(end, 2L * _bits.Length)));
        return _bits.AsSpan(end - _words, _words);
    }

    private void Keep(int item, int count)
    {
        if (Count == Items.Length)
        {
            var (items, counts) = (Items, Counts);
            Array.Resize(ref items, Math.Max(16, 2 * Count));
            Array.Resize(ref counts, items.Length);
            (Items, Counts) = (items, counts);
        }
        Items[Count] = item;
        Counts[Count++] = count;
    }
}
