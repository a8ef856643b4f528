namespace MarketingNotebooks.Numerics.Resampling;

/// <summary>How <see cref="MultipleTesting"/> adjusts p-values.</summary>
public enum Adjustment
{
    /// <summary>p·m. Family-wise error, any dependence. <see cref="Holm"/> finds at least as much.</summary>
    Bonferroni,

    /// <summary>Holm (1979), step down: family-wise error, any dependence.</summary>
    Holm,

    /// <summary>Hochberg (1988), step up: family-wise error, for independent or positively dependent tests.</summary>
    Hochberg,

    /// <summary>Benjamini and Hochberg (1995): false discovery rate, for independent or positively dependent tests.</summary>
    BenjaminiHochberg,

    /// <summary>Benjamini and Yekutieli (2001): false discovery rate, any dependence.</summary>
    BenjaminiYekutieli,
}

/// <summary>Adjusts p-values for having asked many questions at once: reject where the adjusted value is at or below the level.</summary>
/// <remarks>Cost: O(m log m). Family-wise methods bound the chance of even one false finding, the other two the expected share
/// of false ones among the findings.</remarks>
public static class MultipleTesting
{
    /// <summary>Adjusted p-values, in the order given.</summary>
    /// <param name="p">p-values, each in [0, 1]; none gives none.</param>
    /// <param name="method">How. Default: <see cref="Adjustment.Holm"/>.</param>
    /// <exception cref="ArgumentException">A value outside [0, 1] or NaN, or an unknown method.</exception>
    public static double[] Adjust(ReadOnlySpan<double> p, Adjustment method = Adjustment.Holm)
    {
        var m = p.Length;
        var order = new int[m];
        for (var i = 0; i < m; i++)
        {
            if (p[i] is not (>= 0 and <= 1)) throw new ArgumentException($"MultipleTesting.Adjust needs p-values in [0, 1]. Got {p[i]} at index {i}.");
            order[i] = i;
        }
        Array.Sort(p.ToArray(), order);
        var harmonic = 0.0;
        for (var i = 1; method == Adjustment.BenjaminiYekutieli && i <= m; i++) harmonic += 1.0 / i;
        var adjusted = new double[m];
        // Step-down methods carry the largest upwards, step-up methods the smallest downwards.
        var down = method is Adjustment.Bonferroni or Adjustment.Holm;
        var carried = down ? 0.0 : 1.0;
        for (var step = 0; step < m; step++)
        {
            var rank = down ? step : m - 1 - step;
            var value = p[order[rank]];
            value *= method switch
            {
                Adjustment.Bonferroni => m,
                Adjustment.Holm or Adjustment.Hochberg => m - rank,
                Adjustment.BenjaminiHochberg => (double)m / (rank + 1),
                Adjustment.BenjaminiYekutieli => harmonic * m / (rank + 1),
                _ => throw new ArgumentException($"MultipleTesting.Adjust needs a value of Adjustment. Got {method}."),
            };
            carried = down ? Math.Max(carried, value) : Math.Min(carried, value);
            adjusted[order[rank]] = Math.Min(1, method == Adjustment.Bonferroni ? value : carried);
        }
        return adjusted;
    }
}
