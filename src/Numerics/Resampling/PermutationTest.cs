using System.Collections.Immutable;

namespace MarketingNotebooks.Numerics.Resampling;

/// <summary>Which differences count as extreme.</summary>
public enum Alternative
{
    /// <summary>Either way: twice the smaller of the two one-sided p-values.</summary>
    TwoSided,

    /// <summary>The statistic is larger than chance makes it.</summary>
    Greater,

    /// <summary>The statistic is smaller than chance makes it.</summary>
    Less,
}

/// <summary>What <see cref="PermutationTest"/> found. Immutable.</summary>
/// <param name="Statistic">Of the groups as they are.</param>
/// <param name="PValue">In (0, 1]: (as extreme + 1)/(permutations + 1), which is never too small.</param>
/// <param name="Permuted">The statistics of shuffled groups, rising.</param>
public sealed record PermutationResult(double Statistic, double PValue, ImmutableArray<double> Permuted);

/// <summary>Tests whether two groups differ, by shuffling who belongs to which: exact under random assignment, whatever the
/// distribution.</summary>
/// <remarks>Cost: one call of the statistic a permutation. Source: Phipson and Smyth (2010), Stat. Appl. Genet. Mol. Biol. 9(1) (why 1 is
/// added).</remarks>
public static class PermutationTest
{
    /// <summary>A statistic of two groups, e.g. the difference of their means.</summary>
    public delegate double GroupStatistic(ReadOnlySpan<double> first, ReadOnlySpan<double> second);

    /// <summary>Tests a statistic of two groups; the difference of means by default.</summary>
    /// <param name="first">Values of one group, at least one, finite.</param>
    /// <param name="second">Values of the other, at least one, finite.</param>
    /// <param name="statistic">Thread-safe. Null for mean of the first less mean of the second.</param>
    /// <param name="alternative">Which differences count as extreme. Default: two-sided.</param>
    /// <param name="options">Null for defaults.</param>
    /// <param name="cancellationToken">Looked at between permutations.</param>
    /// <exception cref="ArgumentException">An empty group, a value that is not finite, or an option outside its range.</exception>
    public static PermutationResult Run(ReadOnlySpan<double> first, ReadOnlySpan<double> second, GroupStatistic? statistic = null,
        Alternative alternative = Alternative.TwoSided, ResamplingOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ResamplingOptions();
        options.Check();
        if (first.IsEmpty || second.IsEmpty)
            throw new ArgumentException($"PermutationTest.Run needs at least 1 value in each group. Got {first.Length} and {second.Length}.");
        double[] pooled = [.. first, .. second];
        for (var i = 0; i < pooled.Length; i++)
            if (!double.IsFinite(pooled[i]))
                throw new ArgumentException($"PermutationTest.Run needs finite values. Got {pooled[i]} at index "
                    + (i < first.Length ? $"{i} of the first group." : $"{i - first.Length} of the second group."));
        statistic ??= MeanDifference;
        var split = first.Length;
        var observed = statistic(first, second);
        var permuted = new double[options.Resamples];
        Parallelism.For(options.Resamples, Parallelism.Chunk(options.Resamples, 6.0 * pooled.Length), (start, end) =>
        {
            var shuffled = new double[pooled.Length];
            for (var b = start; b < end; b++)
            {
                pooled.CopyTo(shuffled, 0);
                Rng.Stream(options.Seed, b).Shuffle(shuffled.AsSpan());
                permuted[b] = statistic(shuffled.AsSpan(0, split), shuffled.AsSpan(split));
            }
        }, options.Threads, cancellationToken);
        Array.Sort(permuted);
        // Sums in another order round differently: what is equal but for that counts as equal.
        var slack = 1e-12 * Math.Max(Math.Abs(observed), Math.Max(Math.Abs(permuted[0]), Math.Abs(permuted[^1])));
        double above = 1, below = 1;
        foreach (var value in permuted)
        {
            if (value >= observed - slack) above++;
            if (value <= observed + slack) below++;
        }
        var p = alternative switch
        {
            Alternative.Greater => above,
            Alternative.Less => below,
            _ => 2 * Math.Min(above, below),
        } / (permuted.Length + 1);
        return new PermutationResult(observed, Math.Min(1, p), [.. permuted]);
    }

    private static double MeanDifference(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        var (a, b) = (0.0, 0.0);
        foreach (var value in first) a += value;
        foreach (var value in second) b += value;
        return a / first.Length - b / second.Length;
    }
}
