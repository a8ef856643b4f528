namespace MarketingNotebooks.Learning.Association;

/// <summary>Level by level: a set of k items can be frequent only if all its sets of k − 1 items are.</summary>
internal static class AprioriMiner
{
    /// <summary>Candidates in memory at a time.</summary>
    private const int MostCandidates = 1_000_000;

    /// <summary>A level with more candidates than this may be the beginning of an explosion.</summary>
    private const int ManyCandidates = 50_000;

    /// <summary>So is a level with more sets than this.</summary>
    private const int ManyKept = 1_000_000;

    public static IReadOnlyList<ItemsetSink> Run(ItemsetSearch search)
    {
        var sink = new ItemsetSink(search);
        for (var rank = 0; rank < search.Items.Count; rank++) sink.Add([rank], search.Items.Counts[rank]);
        sink.Settle();
        var level = search.Longest == 1 ? new ItemsetLevel(2) : Pairs(search, sink);
        for (var length = 2; length < search.Longest && level.Count > length; length++) // k + 1 sets of k items make one of k + 1
        {
            search.Progress?.Report(1 - 1.0 / length);
            var longer = new ItemsetLevel(length + 1);
            foreach (var candidates in level.Join(MostCandidates, search.Token))
            {
                // Whole levels of sets are slow to count and heavy to keep; that there are too many shows sooner depth first.
                if (candidates.Count > ManyCandidates) search.Ahead?.Check();
                Count(search, candidates, longer, sink);
            }
            level = longer;
        }
        sink.Settle();
        return [sink];
    }

    /// <summary>Pairs are counted row by row, without candidates: there would be d² of them.</summary>
    private static ItemsetLevel Pairs(ItemsetSearch search, ItemsetSink sink)
    {
        var items = search.Items;
        var (level, together, touched) = (new ItemsetLevel(2), new int[items.Count], new List<int>());
        for (var rank = 0; rank < items.Count; rank++)
        {
            search.Token.ThrowIfCancellationRequested();
            foreach (var basket in items.Holders(rank))
            {
                foreach (var other in items.After(basket, rank))
                    if (together[other]++ == 0) touched.Add(other);
            }
            touched.Sort();
            foreach (var other in touched)
            {
                if (together[other] >= search.Least) Keep(search, [rank, other], together[other], level, sink);
                together[other] = 0;
            }
            touched.Clear();
        }
        return level;
    }

    private static void Count(ItemsetSearch search, ItemsetLevel candidates, ItemsetLevel frequent, ItemsetSink sink)
    {
        var trie = new CandidateTrie(candidates, search.Items.Count);
        for (var basket = 0; basket < search.Items.Baskets; basket++)
        {
            if ((basket & 255) == 0) search.Token.ThrowIfCancellationRequested();
            trie.Count(search.Items[basket]);
        }
        for (var set = 0; set < candidates.Count; set++)
            if (trie.Counts[set] >= search.Least) Keep(search, candidates[set], trie.Counts[set], frequent, sink);
    }

    /// <summary>Adds a frequent set to its level and, at once, to what counts against the limit.</summary>
    private static void Keep(ItemsetSearch search, ReadOnlySpan<int> ranks, int count, ItemsetLevel level, ItemsetSink sink)
    {
        level.Add(ranks, count);
        if (level.Count > ManyKept) search.Ahead?.Check();
        sink.Add(ranks, count);
    }
}
