using System.Numerics;

namespace MarketingNotebooks.Data.Frames;

/// <summary>Which rows of a column hold a value: one bit a row, set where there is one. Immutable.</summary>
/// <remarks>Row i is bit i mod 64 of word i / 64; bits past the last row are set. A column without nulls has no words at all.</remarks>
public sealed class Validity
{
    private readonly ulong[] _words;

    private Validity(ulong[] words, int length, int nulls)
    {
        _words = words;
        Length = length;
        NullCount = nulls;
    }

    /// <summary>Number of rows.</summary>
    public int Length { get; }

    /// <summary>Number of rows without a value. Always ≥ 1: a column without nulls has no <see cref="Validity"/>.</summary>
    public int NullCount { get; }

    /// <summary>The bits, 64 rows a word.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>True where row <paramref name="row"/> holds a value.</summary>
    /// <param name="row">Range: 0 ≤ row &lt; <see cref="Length"/>.</param>
    public bool this[int row] => (_words[row >> 6] >> (row & 63) & 1) != 0;

    /// <summary>Number of words that <paramref name="length"/> rows take.</summary>
    /// <param name="length">Number of rows.</param>
    public static int WordCount(int length) => (length + 63) >> 6;

    /// <summary>Takes over <paramref name="words"/>; null when no row is null.</summary>
    /// <param name="words">Bits set where a row holds a value; the array is kept, not copied. Null: no nulls.</param>
    /// <param name="length">Number of rows.</param>
    public static Validity? FromWords(ulong[]? words, int length)
    {
        if (words is null || length == 0) return null;
        if (words.Length != WordCount(length))
            throw new ArgumentException($"{length} rows take {WordCount(length)} validity words. Got {words.Length}.", nameof(words));
        if ((length & 63) != 0) words[^1] |= ulong.MaxValue << (length & 63);
        var set = 0L;
        foreach (var word in words) set += BitOperations.PopCount(word);
        var nulls = (int)(words.Length * 64L - set);
        return nulls == 0 ? null : new Validity(words, length, nulls);
    }

    /// <summary>Packs a flag a row; null when every flag is set.</summary>
    /// <param name="valid">True where the row holds a value.</param>
    public static Validity? FromFlags(ReadOnlySpan<bool> valid)
    {
        if (!valid.Contains(false)) return null;
        var words = new ulong[WordCount(valid.Length)];
        for (var row = 0; row < valid.Length; row++)
            if (valid[row]) words[row >> 6] |= 1UL << (row & 63);
        return FromWords(words, valid.Length);
    }

    /// <summary>Rows that are valid in both; null when no row is null.</summary>
    /// <param name="left">Null: no nulls.</param>
    /// <param name="right">Null: no nulls. Same length as <paramref name="left"/>.</param>
    public static Validity? And(Validity? left, Validity? right)
    {
        if (left is null || ReferenceEquals(left, right)) return right;
        if (right is null) return left;
        var words = new ulong[left._words.Length];
        for (var word = 0; word < words.Length; word++) words[word] = left._words[word] & right._words[word];
        return FromWords(words, left.Length);
    }
}
