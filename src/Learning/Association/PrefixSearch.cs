using System.Collections.Concurrent;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Finds the sets whose first item is a given rank. One a thread, used again for one rank after another.</summary>
internal interface IPrefixMiner
{
    /// <summary>What this thread found so far.</summary>
    ItemsetSink Sink { get; }

    /// <summary>Adds all frequent sets of this item and items that stand on its side of the search order.</summary>
    void Mine(int rank);
}

/// <summary>Splits a depth-first search by first item. Which thread takes which rank does not show: results are sorted at the end.</summary>
internal static class PrefixSearch
{
    private const int MostChunks = 512;

    public static IReadOnlyList<ItemsetSink> Run(ItemsetSearch search, Func<IPrefixMiner> create)
    {
        var idle = new ConcurrentBag<IPrefixMiner>();
        var (gate, done) = (new Lock(), 0);
        var ranks = search.Items.Count;
        var worthwhile = search.Items.Occurrences < 10_000 ? ranks : 1;
        Parallelism.For(ranks, Math.Max(1, Math.Max(worthwhile, ranks / MostChunks)), (start, end) =>
        {
            var miner = idle.TryTake(out var free) ? free : create();
            for (var rank = start; rank < end; rank++)
            {
                search.Token.ThrowIfCancellationRequested();
                miner.Mine(rank);
            }
            miner.Sink.Settle();
            idle.Add(miner);
            if (search.Progress is null) return;
            lock (gate) search.Progress.Report(0.99 * (done += end - start) / ranks);
        }, search.Threads, search.Token);
        return [.. idle.Select(miner => miner.Sink)];
    }
}
