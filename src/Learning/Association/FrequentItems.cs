namespace MarketingNotebooks.Learning.Association;

/// <summary>Baskets cut down to the items that are frequent by themselves, recoded by rank: 0 is the rarest, ties by item code.</summary>
internal sealed class FrequentItems
{
    private readonly int[] _starts;
    private readonly int[] _ranks;
    private readonly int[] _holderStarts;
    private readonly int[] _holders;

    private FrequentItems(int[] codes, int[] counts, int[] starts, int[] ranks)
    {
        (Codes, Counts, _starts, _ranks) = (codes, counts, starts, ranks);
        _holderStarts = new int[codes.Length + 1];
        for (var rank = 0; rank < codes.Length; rank++) _holderStarts[rank + 1] = _holderStarts[rank] + counts[rank];
        _holders = new int[ranks.Length];
        var next = _holderStarts.AsSpan(0, codes.Length).ToArray();
        for (var basket = 0; basket < Baskets; basket++)
            foreach (var rank in this[basket]) _holders[next[rank]++] = basket;
    }

    /// <summary>Number of frequent items.</summary>
    public int Count => Codes.Length;

    public int Baskets => _starts.Length - 1;

    /// <summary>Items left in all baskets.</summary>
    public int Occurrences => _ranks.Length;

    /// <summary>The item code of each rank.</summary>
    public int[] Codes { get; }

    /// <summary>Baskets that hold each rank; never falling.</summary>
    public int[] Counts { get; }

    /// <summary>The ranks in one basket, rising: rarest first.</summary>
    public ReadOnlySpan<int> this[int basket] => _ranks.AsSpan(_starts[basket], _starts[basket + 1] - _starts[basket]);

    /// <summary>The baskets that hold a rank, rising.</summary>
    public ReadOnlySpan<int> Holders(int rank) => _holders.AsSpan(_holderStarts[rank], Counts[rank]);

    /// <summary>What <paramref name="basket"/> holds after <paramref name="rank"/>, which it holds.</summary>
    public ReadOnlySpan<int> After(int basket, int rank)
    {
        var inside = this[basket];
        return inside[(inside.BinarySearch(rank) + 1)..];
    }

    public static FrequentItems Of(BasketSet baskets, int least)
    {
        var counts = new int[baskets.ItemCount];
        for (var basket = 0; basket < baskets.Count; basket++)
            foreach (var item in baskets[basket]) counts[item]++;
        var codes = Enumerable.Range(0, counts.Length).Where(item => counts[item] >= least).ToArray();
        Array.Sort(Array.ConvertAll(codes, item => ((long)counts[item] << 32) | (uint)item), codes);
        var rankOf = new int[counts.Length];
        Array.Fill(rankOf, -1);
        for (var rank = 0; rank < codes.Length; rank++) rankOf[codes[rank]] = rank;

        var starts = new int[baskets.Count + 1];
        var ranks = new int[codes.Sum(item => counts[item])];
        for (var basket = 0; basket < baskets.Count; basket++)
        {
            var end = starts[basket];
            foreach (var item in baskets[basket])
                if (rankOf[item] >= 0) ranks[end++] = rankOf[item];
            ranks.AsSpan(starts[basket], end - starts[basket]).Sort();
            starts[basket + 1] = end;
        }
        return new FrequentItems(codes, Array.ConvertAll(codes, item => counts[item]), starts, ranks);
    }
}
