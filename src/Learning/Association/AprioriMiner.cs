namespace MarketingNotebooks.Learning.Association;

/// <summary>Level by level: a set of k items can be frequent only if all its sets of k − 1 items are.</summary>
internal static class AprioriMiner
{
    public static IReadOnlyList<ItemsetSink> Run(ItemsetSearch search)
    {
        var sink = new ItemsetSink(search);
        for (var rank = 0; rank < search.Items.Count; rank++) sink.Add([rank], search.Items.Counts[rank]);
        sink.Settle();
        var level = search.Longest == 1 ? new ItemsetLevel(2) : Pairs(search);
        for (var length = 2; level.Count > 0; length++)
        {
            for (var set = 0; set < level.Count; set++) sink.Add(level[set], level.Counts[set]);
            sink.Settle();
            search.Progress?.Report(1 - 1.0 / length);
            if (length == search.Longest || level.Count <= length) break; // k + 1 sets of k items make one of k + 1
            level = Counted(search, level.Join(search.Token));
        }
        return [sink];
    }

    /// <summary>Pairs are counted row by row, without candidates: there would be d² of them.</summary>
    private static ItemsetLevel Pairs(ItemsetSearch search)
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
                if (together[other] >= search.Least) level.Add([rank, other], together[other]);
                together[other] = 0;
            }
            touched.Clear();
        }
        return level;
    }

    private static ItemsetLevel Counted(ItemsetSearch search, ItemsetLevel candidates)
    {
        if (candidates.Count == 0) return candidates;
        var trie = new CandidateTrie(candidates, search.Items.Count);
        for (var basket = 0; basket < search.Items.Baskets; basket++)
        {
            if ((basket & 255) == 0) search.Token.ThrowIfCancellationRequested();
            trie.Count(search.Items[basket]);
        }
        var frequent = new ItemsetLevel(candidates.Length);
        for (var set = 0; set < candidates.Count; set++)
            if (trie.Counts[set] >= search.Least) frequent.Add(candidates[set], trie.Counts[set]);
        return frequent;
    }
}
