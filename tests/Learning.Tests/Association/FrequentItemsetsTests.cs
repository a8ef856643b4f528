using MarketingNotebooks.Learning.Association;

namespace MarketingNotebooks.Learning.Tests.Association;

public class FrequentItemsetsTests
{
    public static TheoryData<ItemsetAlgorithm> Algorithms => new(ShoppingSamples.Algorithms);

    private static Itemsets Mine(BasketSet baskets, ItemsetAlgorithm algorithm, int least, int? longest = null, int? threads = null) =>
        FrequentItemsets.Mine(baskets, new() { MinCount = least, MaxLength = longest, Algorithm = algorithm, Threads = threads });

    /// <summary>mlxtend's user guide to fpgrowth, min_support=0.6.</summary>
    [Theory]
    [MemberData(nameof(Algorithms))]
    public void The_example_of_mlxtend(ItemsetAlgorithm algorithm)
    {
        var sets = FrequentItemsets.Mine(ShoppingSamples.Five, new() { MinSupport = 0.6, Algorithm = algorithm });
        Assert.Equal(
            ["Eggs 0.8", "Kidney Beans 1", "Milk 0.6", "Onion 0.6", "Yogurt 0.6", "Eggs, Kidney Beans 0.8", "Eggs, Onion 0.6",
                "Kidney Beans, Milk 0.6", "Kidney Beans, Onion 0.6", "Kidney Beans, Yogurt 0.6", "Eggs, Kidney Beans, Onion 0.6"],
            Enumerable.Range(0, sets.Count).Select(set => $"{sets.NameOf(set)} {sets.Support(set):0.##}"));
        Assert.Equal([5, 5, 1], sets.CountsByLength.ToArray());
        Assert.Equal(3, sets.MinCount);
        var tidy = sets.Tidy();
        Assert.Equal(["items", "length", "count", "support"], tidy.ColumnNames);
        Assert.Equal((11, 3L, 0.6), (tidy.RowCount, tidy.Value<long>("count", 10), tidy.Value<double>("support", 10)));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Equal_to_trying_every_subset(ItemsetAlgorithm algorithm)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var baskets = ShoppingSamples.Random(baskets: 1 + seed * 7, items: 1 + seed % 12, density: 0.1 + seed % 5 * 0.2, seed);
            foreach (var least in (int[])[1, 2, Math.Max(1, baskets.Count / 10), baskets.Count / 2 + 1])
            {
                Assert.Equal(ShoppingSamples.BruteForce(baskets, least), ShoppingSamples.Listed(Mine(baskets, algorithm, least)));
                Assert.Equal(ShoppingSamples.BruteForce(baskets, least, 2), ShoppingSamples.Listed(Mine(baskets, algorithm, least, 2)));
                Assert.Equal(ShoppingSamples.BruteForce(baskets, least, 3), ShoppingSamples.Listed(Mine(baskets, algorithm, least, 3)));
            }
        }
    }

    [Fact]
    public void Three_algorithms_agree_item_for_item_and_in_order_at_any_number_of_threads()
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var baskets = ShoppingSamples.Random(baskets: 3000, items: 60 + 20 * seed, density: 0.08, seed);
            var first = Mine(baskets, ItemsetAlgorithm.Apriori, 15);
            Assert.True(first.CountsByLength.Length >= 4);
            foreach (var other in ShoppingSamples.Algorithms.SelectMany(algorithm => (int[])[1, 2], (algorithm, threads) => Mine(baskets, algorithm, 15, threads: threads)))
            {
                Assert.Equal(first.Count, other.Count);
                for (var set = 0; set < first.Count; set++)
                {
                    Assert.True(first[set].SequenceEqual(other[set]));
                    Assert.Equal(first.CountOf(set), other.CountOf(set));
                }
            }
        }
    }

    [Fact]
    public void Sets_stand_by_length_then_codes_and_are_found_by_their_items()
    {
        var sets = Mine(ShoppingSamples.Random(400, 25, 0.3, seed: 5), ItemsetAlgorithm.Auto, 20);
        for (var set = 0; set < sets.Count; set++)
        {
            if (set > 0) Assert.True(sets[set - 1].Length < sets[set].Length || (sets[set - 1].Length == sets[set].Length && sets[set - 1].SequenceCompareTo(sets[set]) < 0));
            Assert.Equal(set, sets.IndexOf(sets[set]));
        }
        Assert.Equal(-1, sets.IndexOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
        Assert.Equal(-1, sets.IndexOf([]));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_million_distinct_items(ItemsetAlgorithm algorithm)
    {
        // Half a million baskets of an item everybody buys and two that nobody else does.
        const int baskets = 500_000;
        var rows = Enumerable.Range(0, 3 * baskets).Select(line => line / 3).ToArray();
        var items = Enumerable.Range(0, 3 * baskets).Select(line => line % 3 == 0 ? 0 : 1 + line / 3 * 2 + line % 3 - 1).ToArray();
        var names = Enumerable.Range(0, 2 * baskets + 1).Select(item => item.ToString()).ToArray();
        var set = BasketSet.FromCodes(baskets, rows, items, names);
        Assert.Equal(1_000_001, set.ItemCount);
        Assert.Equal([1_000_001, 1_500_000, 500_000], Mine(set, algorithm, 1).CountsByLength.ToArray());
        Assert.Equal("0", Mine(set, algorithm, 2).NameOf(0));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Empty_baskets_count_in_the_share(ItemsetAlgorithm algorithm)
    {
        var baskets = BasketSet.From([["a"], [], ["a", "b"], []]);
        var sets = FrequentItemsets.Mine(baskets, new() { MinSupport = 0.25, Algorithm = algorithm });
        Assert.Equal(["a", "b", "a, b"], Enumerable.Range(0, sets.Count).Select(sets.NameOf));
        Assert.Equal([0.5, 0.25, 0.25], Enumerable.Range(0, sets.Count).Select(sets.Support));
        Assert.Equal(0, FrequentItemsets.Mine(BasketSet.From([[], []]), new() { Algorithm = algorithm }).Count);
        Assert.Equal(1, FrequentItemsets.Mine(BasketSet.From([["a"]]), new() { MinSupport = 1, Algorithm = algorithm }).Count);
        Assert.Equal(0, FrequentItemsets.Mine(baskets, new() { MinCount = 100, Algorithm = algorithm }).Count);
    }

    [Theory]
    [InlineData(0.6, 5, 3)]
    [InlineData(0.1, 10, 1)]
    [InlineData(0.3, 10, 3)] // 0.3 · 10 is a little above 3 in some orders of multiplication
    [InlineData(0.001, 9835, 10)]
    [InlineData(1e-9, 9835, 1)]
    [InlineData(1.0, 7, 7)]
    public void A_share_becomes_the_smallest_count_that_reaches_it(double share, int baskets, int count) =>
        Assert.Equal(count, FrequentItemsets.LeastCount(baskets, new() { MinSupport = share }));

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void An_explosion_is_stopped_with_the_remedy(ItemsetAlgorithm algorithm)
    {
        var baskets = BasketSet.From(Enumerable.Range(0, 10).Select(_ => Enumerable.Range(0, 40).Select(item => $"{item}"))); // 2^40 − 1 sets
        var error = Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(baskets, new() { MinSupport = 0.0001, MaxItemsets = 100_000, Algorithm = algorithm }));
        Assert.Equal("min support 0.0001 would give over 100,000 itemsets; raise it or set MaxLength.", error.Message);
        error = Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(baskets, new() { MinCount = 2, MaxItemsets = 1000, Algorithm = algorithm }));
        Assert.Equal("min count 2 would give over 1,000 itemsets; raise it or set MaxLength.", error.Message);
        Assert.Equal(40 + 780, FrequentItemsets.Mine(baskets, new() { MaxLength = 2, MaxItemsets = 820, Algorithm = algorithm }).Count);
        Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(baskets, new() { MaxLength = 2, MaxItemsets = 819, Algorithm = algorithm }));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_search_reports_its_progress(ItemsetAlgorithm algorithm)
    {
        var reports = new Reports(_ => { });
        FrequentItemsets.Mine(ShoppingSamples.Random(2000, 30, 0.2, 1), new() { Algorithm = algorithm }, reports);
        Assert.Equal(1, reports.Values[^1]);
        Assert.Equal(reports.Values.Order(), reports.Values);
        Assert.All(reports.Values, share => Assert.InRange(share, double.Epsilon, 1));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void A_search_can_be_cancelled(ItemsetAlgorithm algorithm)
    {
        Assert.ThrowsAny<OperationCanceledException>(() =>
            FrequentItemsets.Mine(ShoppingSamples.Five, new() { Algorithm = algorithm }, cancellationToken: new CancellationToken(true)));
        var baskets = BasketSet.From(Enumerable.Range(0, 300).Select(_ => Enumerable.Range(0, 40).Select(item => $"{item}")));
        using var cancel = new CancellationTokenSource();
        var reports = new Reports(_ => cancel.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => FrequentItemsets.Mine(baskets, new() { MinCount = 1, MaxLength = 4, Algorithm = algorithm }, reports, cancel.Token));
        Assert.All(reports.Values, share => Assert.NotEqual(1, share));
    }

    /// <summary>The sets that begin with one item may be nearly all of a search, so its end is not awaited.</summary>
    [Fact]
    public void The_token_is_looked_at_while_sets_are_found()
    {
        using var cancel = new CancellationTokenSource();
        var items = FrequentItems.Of(ShoppingSamples.Five, 1);
        var sink = new ItemsetSink(new ItemsetSearch(items, 1, 8, 1, new ItemsetBudget(int.MaxValue, "min count 1"), null, cancel.Token));
        cancel.Cancel();
        var found = 0;
        Assert.Throws<OperationCanceledException>(() =>
        {
            for (; found < 10_000; found++) sink.Add([0], 1);
        });
        Assert.InRange(found, 1, 1000);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Assert.Equal("FrequentItemsets.Mine needs at least 1 basket. Got 0.",
            Assert.Throws<ArgumentException>(() => FrequentItemsets.Mine(BasketSet.From([]))).Message);
        foreach (var support in (double[])[0, -0.1, 1.5, double.NaN])
            Assert.Equal($"FrequentItemsetsOptions.MinSupport must be in (0, 1], a share of baskets; for a number of baskets set MinCount. Got {support}.",
                Assert.Throws<ArgumentException>(() => FrequentItemsets.Mine(ShoppingSamples.Five, new() { MinSupport = support })).Message);
        var options = new FrequentItemsetsOptions { MinCount = 0, MaxLength = 0, MaxItemsets = 0, Algorithm = (ItemsetAlgorithm)9, Threads = 0 };
        Assert.Equal(
            """
            FrequentItemsetsOptions.MinCount must be ≥ 1, or null to use MinSupport. Got 0.
            FrequentItemsetsOptions.MaxLength must be ≥ 1, or null for no limit. Got 0.
            FrequentItemsetsOptions.MaxItemsets must be in [1, 100,000,000]. Got 0.
            FrequentItemsetsOptions.Algorithm must be Auto, Apriori, Eclat or FpGrowth. Got 9.
            FrequentItemsetsOptions.Threads must be ≥ 1, or null for all processors. Got 0.
            """, Assert.Throws<ArgumentException>(() => FrequentItemsets.Mine(ShoppingSamples.Five, options)).Message);
    }

    [Fact]
    public void Closed_and_maximal_sets_by_definition()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var sets = Mine(ShoppingSamples.Random(60, 10, 0.3, seed), ItemsetAlgorithm.Auto, 3);
            var (closed, maximal) = (new List<string>(), new List<string>());
            for (var set = 0; set < sets.Count; set++)
            {
                var larger = Enumerable.Range(0, sets.Count).Where(other => sets[other].Length > sets[set].Length && sets[set].ToArray().All(sets[other].ToArray().Contains)).ToArray();
                if (larger.Length == 0) maximal.Add(sets.NameOf(set));
                if (larger.All(other => sets.CountOf(other) < sets.CountOf(set))) closed.Add(sets.NameOf(set));
            }
            Assert.Equal(closed, Enumerable.Range(0, sets.Closed().Count).Select(sets.Closed().NameOf));
            Assert.Equal(maximal, Enumerable.Range(0, sets.Maximal().Count).Select(sets.Maximal().NameOf));
            Assert.True(maximal.Count < closed.Count && closed.Count <= sets.Count);
        }
    }

    private sealed class Reports(Action<double> report) : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            Values.Add(value);
            report(value);
        }
    }

    /// <summary>A set of L frequent items has 2^L − 1 parts: at the limit they are found, beyond it not even looked for.</summary>
    [Theory]
    [MemberData(nameof(Algorithms))]
    public void The_limit_counts_the_parts_of_a_long_set(ItemsetAlgorithm algorithm)
    {
        var set = BasketSet.From([["a", "b", "c", "d"], ["a", "b", "c", "d"]]);
        FrequentItemsetsOptions options = new() { MinCount = 2, Algorithm = algorithm };
        Assert.Equal(15, FrequentItemsets.Mine(set, options with { MaxItemsets = 15 }).Count);
        Assert.Equal(14, FrequentItemsets.Mine(set, options with { MaxItemsets = 14, MaxLength = 3 }).Count);
        Assert.Equal("min count 2 would give over 14 itemsets; raise it or set MaxLength.",
            Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(set, options with { MaxItemsets = 14 })).Message);
    }

    /// <summary>Two equal baskets of 3,000 items have 4,498,500 frequent pairs.</summary>
    [Theory]
    [MemberData(nameof(Algorithms))]
    public void The_limit_stops_before_memory_is_spent(ItemsetAlgorithm algorithm)
    {
        var basket = Enumerable.Range(0, 3_000).Select(item => $"item {item}").ToArray();
        var set = BasketSet.From([basket, basket]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(set, new() { MinCount = 2, MaxItemsets = 10_000, Algorithm = algorithm, Threads = 1 }));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    /// <summary>Of 60 items that all baskets hold, every subset is frequent: 5 million of five items, more of six. Apriori must not build them.</summary>
    [Fact]
    public void Apriori_counts_ahead_before_it_builds_a_large_level()
    {
        var basket = Enumerable.Range(0, 60).Select(item => $"item {item}").ToArray();
        var set = BasketSet.From([basket, basket, basket]);
        FrequentItemsetsOptions options = new() { MinCount = 2, Algorithm = ItemsetAlgorithm.Apriori, Threads = 1 };
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("min count 2 would give over 10,000,000 itemsets; raise it or set MaxLength.",
            Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(set, options)).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 60_000_000);
        // Counting ahead heeds the longest set asked for: 60 + 1,770 + 34,220 + 487,635 sets.
        Assert.Equal(523_685, FrequentItemsets.Mine(set, options with { MaxLength = 4, MaxItemsets = 523_685 }).Count);
        Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(set, options with { MaxLength = 4, MaxItemsets = 523_684 }));
    }

    /// <summary>60 items that share nothing but chance: trees of such baskets are as large as the baskets, one for each of millions of sets.
    /// Counted ahead, too many is told with the memory of a few trees. Threads = 1: the bytes counted are this thread's.</summary>
    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Noise_is_stopped_before_trees_or_sets_take_memory(ItemsetAlgorithm algorithm)
    {
        var set = ShoppingSamples.Random(500, 60, 0.9, seed: 5);
        foreach (var support in (double[])[0.01, 0.55])
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<InvalidOperationException>(() => FrequentItemsets.Mine(set,
                new() { MinSupport = support, MaxItemsets = 1_500_000, Algorithm = algorithm, Threads = 1 }));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 40_000_000);
        }
    }

    /// <summary>What is kept of a set is its difference from the one before; read back, all algorithms give what counting each subset gives.</summary>
    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Long_sets_are_kept_whole(ItemsetAlgorithm algorithm)
    {
        var names = Enumerable.Range(0, 14).Select(item => $"item {item:00}").ToArray();
        var sets = FrequentItemsets.Mine(BasketSet.From([names, names, names[..7]]), new() { MinCount = 2, Algorithm = algorithm });
        Assert.Equal((1 << 14) - 1, sets.Count);
        for (var mask = 1; mask < 1 << 14; mask++)
        {
            int[] items = [.. Enumerable.Range(0, 14).Where(item => (mask >> item & 1) == 1)];
            Assert.Equal(mask < 1 << 7 ? 3 : 2, sets.CountOf(sets.IndexOf(items)));
        }
    }
}
