using MarketingNotebooks.Data.Frames;

namespace MarketingNotebooks.Data.Engines.Sorting;

/// <summary>The places of strings in the order of Unicode code points.</summary>
internal static class TextRanks
{
    /// <summary>The rank of each string of the dictionary; equal strings share one.</summary>
    public static int[] Of(string[] dictionary) => Rank(dictionary, [.. Enumerable.Range(0, dictionary.Length)], dictionary.Length);

    /// <summary>As above; strings that no row uses, when there are many, are left out (rank 0).</summary>
    public static int[] Of(TextColumn text)
    {
        var dictionary = text.DictionaryArray;
        if (dictionary.Length <= 2 * text.Length + 16) return Of(dictionary);
        return Rank(dictionary, [.. text.CodeArray.Where(code => code >= 0).Distinct()], dictionary.Length);
    }

    private static int[] Rank(string[] dictionary, int[] codes, int length)
    {
        Sort(dictionary, codes, 0);
        var ranks = new int[length];
        for (var i = 1; i < codes.Length; i++)
            ranks[codes[i]] = ranks[codes[i - 1]] + (dictionary[codes[i]] == dictionary[codes[i - 1]] ? 0 : 1);
        return ranks;
    }

    /// <summary>Sorts by four characters at a time after the prefix that all share; few strings by comparison.</summary>
    private static void Sort(string[] dictionary, Span<int> codes, int depth)
    {
        if (codes.Length < 64)
        {
            codes.Sort((a, b) => TextOrder.Compare(dictionary[a], dictionary[b]));
            return;
        }
        var first = dictionary[codes[0]].AsSpan();
        var shared = first.Length;
        foreach (var code in codes) shared = Math.Min(shared, first[..shared].CommonPrefixLength(dictionary[code]));
        depth = Math.Max(depth, shared);
        var prefixes = new ulong[codes.Length];
        for (var i = 0; i < prefixes.Length; i++) prefixes[i] = Prefix(dictionary[codes[i]], depth);
        var rows = codes.ToArray();
        PairSort.Sort(prefixes, rows, 64);
        rows.CopyTo(codes);
        for (int start = 0, end; start < prefixes.Length; start = end)
        {
            for (end = start + 1; end < prefixes.Length && prefixes[end] == prefixes[start];) end++;
            // A prefix that ends in zero may be the end of the string, or of a string with that character: comparison tells.
            if (end - start < 2) continue;
            if ((prefixes[start] & 0xFFFF) == 0) codes[start..end].Sort((a, b) => TextOrder.Compare(dictionary[a], dictionary[b]));
            else Sort(dictionary, codes[start..end], depth + 4);
        }
    }

    private static ulong Prefix(string text, int depth)
    {
        var prefix = 0UL;
        for (var i = depth; i < depth + 4; i++) prefix = prefix << 16 | (i < text.Length ? Place(text[i]) : 0UL);
        return prefix;
    }

    /// <summary>UTF-16 units in the order of code points: surrogates, which stand for points above U+FFFF, come last.</summary>
    private static ulong Place(char unit) => unit < 0xD800 ? unit : char.IsSurrogate(unit) ? unit + 0x2000UL : unit - 0x800UL;
}
