using MathNet.Numerics;

namespace MarketingNotebooks.Learning.Association;

/// <summary>How far a rule X ⇒ Y holds among baskets of one kind, rather than because different kinds of basket are mixed.</summary>
/// <remarks>Coffee and whisky may sell together only because the same kind of customer buys both. Within each stratum (a segment, a season, a
/// shop) the baskets expected to hold both were they independent there are a·b/n; adding these up gives what the mixture alone explains.
/// Sources: Cochran (1954), Biometrics 10; Mantel and Haenszel (1959), JNCI 22.</remarks>
/// <param name="Crude">Lift over all baskets whose stratum is known.</param>
/// <param name="Adjusted">Baskets with both over those expected within strata. 1: the mixture explains all of it. NaN where none is expected.</param>
/// <param name="OddsRatio">Mantel and Haenszel's common odds ratio; 1 for independence within strata, ∞ where X and Y never come apart.</param>
/// <param name="PValue">Of the Cochran–Mantel–Haenszel test with correction for continuity, 1 degree of freedom; 1 within half a basket of what
/// is expected (where R's <c>mantelhaen.test</c> leaves the correction out). Range: [0, 1].</param>
/// <param name="Observed">Baskets that hold both.</param>
/// <param name="Expected">Baskets that would hold both were X and Y independent within each stratum.</param>
public sealed record StratifiedLift(double Crude, double Adjusted, double OddsRatio, double PValue, int Observed, double Expected)
{
    /// <summary>Measures one rule within strata.</summary>
    /// <param name="baskets">The baskets.</param>
    /// <param name="strata">Shape (N): the stratum of each basket, ≥ 0; −1 where it is not known, which leaves the basket out.</param>
    /// <param name="antecedent">Item codes of X.</param>
    /// <param name="consequent">Item codes of Y.</param>
    /// <remarks>Cost: O(N · (items of the rule · log basket length + log strata)); any numbers do, such as those of customers.</remarks>
    /// <exception cref="ArgumentException">Lengths differ, or a stratum is below −1.</exception>
    public static StratifiedLift Measure(BasketSet baskets, ReadOnlySpan<int> strata, ReadOnlySpan<int> antecedent, ReadOnlySpan<int> consequent)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        if (strata.Length != baskets.Count)
            throw new ArgumentException($"StratifiedLift.Measure needs a stratum for each of {baskets.Count} baskets. Got {strata.Length}.");
        var (x, y) = (baskets.Holding(antecedent), baskets.Holding(consequent));
        var tables = new SortedDictionary<int, Table>();
        for (var basket = 0; basket < strata.Length; basket++)
        {
            if (strata[basket] < -1) throw new ArgumentException($"Strata must be ≥ 0, or −1 for unknown. Basket {basket} has {strata[basket]}.");
            if (strata[basket] < 0) continue;
            if (!tables.TryGetValue(strata[basket], out var table)) tables.Add(strata[basket], table = new Table());
            table.Add(x[basket], y[basket]);
        }
        return Combine(tables.Values);
    }

    private static StratifiedLift Combine(IReadOnlyCollection<Table> tables)
    {
        var all = new Table { N = tables.Sum(t => t.N), X = tables.Sum(t => t.X), Y = tables.Sum(t => t.Y), Both = tables.Sum(t => t.Both) };
        var expected = tables.Sum(t => t.X * t.Y / t.N);
        var variance = tables.Sum(t => t.N < 2 ? 0 : t.X * (t.N - t.X) * t.Y * (t.N - t.Y) / (t.N * t.N * (t.N - 1)));
        var gap = Math.Max(0, Math.Abs(all.Both - expected) - 0.5);
        var with = tables.Sum(t => t.Both * (t.N - t.X - t.Y + t.Both) / t.N);
        var without = tables.Sum(t => (t.X - t.Both) * (t.Y - t.Both) / t.N);
        return new StratifiedLift(all.Both * all.N / (all.X * all.Y), all.Both / expected, with / without,
            variance > 0 ? SpecialFunctions.Erfc(gap / Math.Sqrt(2 * variance)) : 1, (int)all.Both, expected);
    }

    /// <summary>Baskets of one stratum: all, with X, with Y, with both; doubles, because products of counts overflow.</summary>
    private sealed class Table
    {
        public double N { get; set; }

        public double X { get; set; }

        public double Y { get; set; }

        public double Both { get; set; }

        public void Add(bool x, bool y)
        {
            N++;
            if (x) X++;
            if (y) Y++;
            if (x && y) Both++;
        }
    }
}
