using System.Globalization;
using MarketingNotebooks.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>Finds all sets of items that enough baskets hold.</summary>
/// <remarks>
/// <para>Apriori, Eclat and FP-Growth give the same sets with the same counts, in the same order. Cost: grows with the number of sets found,
/// which may grow exponentially as the support falls; <see cref="FrequentItemsetsOptions.MaxItemsets"/> stops that. Memory: the sets, plus
/// about 12 bytes an occurrence, and in FP-Growth 16 to 32 bytes a node of one tree for each item of a set.</para>
/// <para>Where baskets share little but chance (dense and noisy: 60 items, each in nine baskets of ten), no path of FP-Growth's trees is shared:
/// Eclat is faster there by ten times and more.</para>
/// <para>Not for: telling what customers would buy because of each other. A set is frequent also where its items are merely popular, or where
/// one kind of customer likes all of them; see <see cref="AssociationRules"/> and <see cref="StratifiedLift"/>.</para>
/// <para>Sources: Agrawal and Srikant (1994), VLDB; Zaki (2000), IEEE TKDE 12(3); Han, Pei and Yin (2000), SIGMOD.</para>
/// </remarks>
public static class FrequentItemsets
{
    private const int MostItemsets = 100_000_000;

    /// <summary>Mines <paramref name="baskets"/>.</summary>
    /// <param name="baskets">At least one basket. Not changed.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="progress">Told the share of the work done, in (0, 1]; rough, since the number of sets is not known before.</param>
    /// <param name="cancellationToken">Looked at many times a second.</param>
    /// <exception cref="ArgumentException">No baskets, or an option outside its range.</exception>
    /// <exception cref="InvalidOperationException">There are more sets than <see cref="FrequentItemsetsOptions.MaxItemsets"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Itemsets Mine(BasketSet baskets, FrequentItemsetsOptions? options = null,
        IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        options ??= new FrequentItemsetsOptions();
        Check(baskets, options);
        cancellationToken.ThrowIfCancellationRequested();
        var least = LeastCount(baskets.Count, options);
        var items = FrequentItems.Of(baskets, least);
        var budget = new ItemsetBudget(options.MaxItemsets, options.MinCount is { } count
            ? $"min count {count:N0}" : string.Create(CultureInfo.InvariantCulture, $"min support {options.MinSupport}"));
        var search = new ItemsetSearch(items, least, options.MaxLength ?? int.MaxValue, options.Threads, budget, progress, cancellationToken);
        search = search with { Ahead = new CountAhead(search) };
        var found = options.Algorithm switch
        {
            ItemsetAlgorithm.Apriori => AprioriMiner.Run(search),
            ItemsetAlgorithm.FpGrowth => FpGrowthMiner.Run(search),
            _ => EclatMiner.Run(search),
        };
        progress?.Report(1);
        return Itemsets.Sorted(found, baskets.Count, least, baskets.ItemNames);
    }

    /// <summary>The smallest count whose share is at least the support asked for; a rounding error of the product does not raise it.</summary>
    internal static int LeastCount(int baskets, FrequentItemsetsOptions options) =>
        options.MinCount ?? Math.Max(1, (int)Math.Ceiling(options.MinSupport * baskets * (1 - 1e-12)));

    private static void Check(BasketSet baskets, FrequentItemsetsOptions options)
    {
        if (baskets.Count == 0) throw new ArgumentException("FrequentItemsets.Mine needs at least 1 basket. Got 0.");
        new OptionChecks(nameof(FrequentItemsetsOptions))
            .Require(options.MinSupport is > 0 and <= 1, nameof(options.MinSupport), "in (0, 1], a share of baskets; for a number of baskets set MinCount", options.MinSupport)
            .Require(options.MinCount is null or >= 1, nameof(options.MinCount), "≥ 1, or null to use MinSupport", options.MinCount)
            .Require(options.MaxLength is null or >= 1, nameof(options.MaxLength), "≥ 1, or null for no limit", options.MaxLength)
            .Require(options.MaxItemsets is >= 1 and <= MostItemsets, nameof(options.MaxItemsets), $"in [1, {MostItemsets:N0}]", options.MaxItemsets)
            .Require(Enum.IsDefined(options.Algorithm), nameof(options.Algorithm), "Auto, Apriori, Eclat or FpGrowth", options.Algorithm)
            .Threads(options.Threads)
            .ThrowIfAny();
    }
}

/// <summary>What every miner is given.</summary>
/// <param name="Items">The baskets, cut down to frequent items.</param>
/// <param name="Least">Smallest count of a set. ≥ 1.</param>
/// <param name="Longest">Most items in a set. ≥ 1.</param>
/// <param name="Threads">Most threads, or null for all processors.</param>
/// <param name="Budget">Counts sets over all threads.</param>
/// <param name="Progress">Told the share of the work done.</param>
/// <param name="Token">Cancels the search.</param>
internal sealed record ItemsetSearch(FrequentItems Items, int Least, int Longest, int? Threads, ItemsetBudget Budget,
    IProgress<double>? Progress, CancellationToken Token)
{
    /// <summary>Counts the sets before many are kept. Null where they are counted only, and none is kept.</summary>
    public CountAhead? Ahead { get; init; }
}
