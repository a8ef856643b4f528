namespace MarketingNotebooks.Learning.Association;

/// <summary>How frequent itemsets are found; changes time and memory, never the result.</summary>
public enum ItemsetAlgorithm
{
    /// <summary>Eclat.</summary>
    Auto,

    /// <summary>Level by level: candidates of k items from frequent sets of k − 1, counted in one pass (Agrawal and Srikant 1994).</summary>
    Apriori,

    /// <summary>Depth first over bit columns of the baskets that hold the prefix (Zaki 2000).</summary>
    Eclat,

    /// <summary>Depth first over trees of baskets with shared prefixes (Han, Pei and Yin 2000).</summary>
    FpGrowth,
}

/// <summary>Options of <see cref="FrequentItemsets"/>.</summary>
public sealed record FrequentItemsetsOptions
{
    /// <summary>Smallest share of baskets, empty ones included, that must hold the set. Range: (0, 1]. Default: 0.01.</summary>
    public double MinSupport { get; init; } = 0.01;

    /// <summary>Smallest number of baskets, in place of <see cref="MinSupport"/>. Range: ≥ 1, or null. Default: null.</summary>
    public int? MinCount { get; init; }

    /// <summary>Most items in a set. Range: ≥ 1, or null for no limit. Default: null.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The search ends with an error above this number of sets: halving the support can multiply them by thousands.
    /// Before it ends there, sets have taken 12 bytes each and 120 MB at most, at any limit: from 10,000,000 on, and sooner in Apriori and
    /// FP-Growth, all are counted first and kept only if there are not too many. The result takes 8 + 4 · length bytes a set, up to 55 at ten
    /// million and 61 at a hundred million on average, and 2.5 times that for a moment while it is sorted.
    /// Range: [1, 100,000,000]. Default: 10,000,000.</summary>
    public int MaxItemsets { get; init; } = 10_000_000;

    /// <summary>How sets are found; changes the time, not the result. Default: Auto.</summary>
    public ItemsetAlgorithm Algorithm { get; init; } = ItemsetAlgorithm.Auto;

    /// <summary>Most threads; Apriori uses one. Range: ≥ 1; null for all processors. Default: null.</summary>
    public int? Threads { get; init; }
}
