namespace MarketingNotebooks.Learning.Evaluation;

/// <summary>How far two ways of grouping the same rows agree, corrected for chance.</summary>
/// <remarks>1: the same groups, whatever they are called; 0: as much agreement as shuffled labels have on average; it can be negative.
/// Cost: O(n + groups²). Source: Hubert and Arabie (1985), Journal of Classification 2.</remarks>
public static class AdjustedRand
{
    /// <summary>The adjusted Rand index of two groupings.</summary>
    /// <param name="first">A group a row; any numbers, at least one row.</param>
    /// <param name="second">A group a row; as many rows.</param>
    /// <returns>At most 1; 1 also where both put every row into one group, or every row into its own.</returns>
    /// <exception cref="ArgumentException">No rows, or numbers of rows that differ.</exception>
    public static double Compute(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        if (first.Count == 0 || first.Count != second.Count)
            throw new ArgumentException($"AdjustedRand takes two labels a row and at least one row. Got {first.Count} and {second.Count} labels.");
        var cells = Pairs(first.Zip(second, (a, b) => (a, b)));
        var (rows, columns, all) = (Pairs(first), Pairs(second), first.Count * (first.Count - 1.0) / 2);
        var expected = all == 0 ? 0 : rows * columns / all;
        var most = (rows + columns) / 2;
        return most == expected ? 1 : (cells - expected) / (most - expected);
    }

    /// <summary>Number of pairs of rows that share a group.</summary>
    private static double Pairs<T>(IEnumerable<T> labels)
        where T : notnull => labels.CountBy(label => label).Sum(group => group.Value * (group.Value - 1.0) / 2);
}
