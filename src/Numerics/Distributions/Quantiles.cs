namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>Quantiles where there is no formula: bisection over the bits of a double, on the tail in which p has its digits.</summary>
internal static class Quantiles
{
    /// <summary>The smallest double in [low, high] with P(X ≤ x) ≥ p. At most 64 calls, whatever the distribution.</summary>
    public static double Continuous(IDistribution distribution, double p, double low, double high)
    {
        if (p == 0) return low;
        if (p == 1) return high;
        var (from, to) = (Order(low), Order(high));
        while (to - from > 1)
        {
            var middle = (long)(((Int128)from + to) / 2);
            if (Reaches(distribution, Value(middle), p)) to = middle;
            else from = middle;
        }
        return Value(to);
    }

    /// <summary>The last digits of a cdf are rounding: a whole number whose cdf is p stays its quantile (the median of fair coins).</summary>
    private const double Rounding = 1e-12;

    /// <summary>The smallest whole number ≥ 0 with P(X ≤ x) ≥ p, but for <see cref="Rounding"/>.</summary>
    public static double Whole(IDistribution distribution, double p, double largest)
    {
        if (p == 1) return largest;
        if (Reaches(distribution, 0, p, Rounding)) return 0;
        var (from, to) = (0.0, 1.0);
        while (to < largest && !Reaches(distribution, to, p, Rounding)) (from, to) = (to, to * 2);
        to = Math.Min(to, largest);
        while (to - from > 1)
        {
            var middle = Math.Floor(from + (to - from) / 2);
            if (Reaches(distribution, middle, p, Rounding)) to = middle;
            else from = middle;
        }
        return to;
    }

    private static bool Reaches(IDistribution distribution, double x, double p, double rounding = 0) =>
        p <= 0.5 ? distribution.Cdf(x) >= p * (1 - rounding) : distribution.Survival(x) <= (1 - p) * (1 + rounding);

    // Doubles in their order are whole numbers in order, once those of negative doubles are turned round.
    private static long Order(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Value(long order) => BitConverter.Int64BitsToDouble(order >= 0 ? order : long.MinValue - order);
}
