namespace MarketingNotebooks.Numerics;

public sealed partial class Rng
{
    /// <summary>A number in [0, 1), one of 2⁵³ equally likely and equally spaced values.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number in (0, 1): for logarithms and inverse distribution functions.</summary>
    public double NextOpenDouble() => ((NextUInt64() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>A number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <param name="low">Finite, below <paramref name="high"/>.</param>
    /// <param name="high">Finite. Rounding can return it when the interval spans many binary orders of magnitude.</param>
    /// <exception cref="ArgumentException">A bound is not finite, or low ≥ high.</exception>
    public double NextUniform(double low, double high)
    {
        if (!(low < high) || !double.IsFinite(high - low))
            Fail($"NextUniform needs finite bounds with low < high. Got low {low} and high {high}.");
        return low + (high - low) * NextDouble();
    }

    /// <summary>An integer in [0, <paramref name="exclusive"/>), all equally likely.</summary>
    /// <remarks>Multiplication with rejection, no bias: Lemire (2019), ACM Trans. Model. Comput. Simul. 29(1).</remarks>
    /// <param name="exclusive">Range: ≥ 1.</param>
    /// <exception cref="ArgumentException"><paramref name="exclusive"/> is below 1.</exception>
    public int Next(int exclusive)
    {
        if (exclusive < 1) Fail($"Next needs an upper bound ≥ 1. Got {exclusive}.");
        var range = (uint)exclusive;
        var product = (NextUInt64() >> 32) * range;
        if ((uint)product >= range) return (int)(product >> 32);
        var threshold = (0u - range) % range;
        while ((uint)product < threshold) product = (NextUInt64() >> 32) * range;
        return (int)(product >> 32);
    }

    /// <summary>An integer in [<paramref name="low"/>, <paramref name="exclusive"/>), all equally likely.</summary>
    /// <exception cref="ArgumentException">The range is empty.</exception>
    public int Next(int low, int exclusive)
    {
        if (low >= exclusive) Fail($"Next needs low < exclusive upper bound. Got low {low} and upper bound {exclusive}.");
        return (int)(low + NextInt64((long)exclusive - low));
    }

    /// <summary>An integer in [0, <paramref name="exclusive"/>), all equally likely.</summary>
    /// <param name="exclusive">Range: ≥ 1.</param>
    /// <exception cref="ArgumentException"><paramref name="exclusive"/> is below 1.</exception>
    public long NextInt64(long exclusive)
    {
        if (exclusive < 1) Fail($"NextInt64 needs an upper bound ≥ 1. Got {exclusive}.");
        var range = (ulong)exclusive;
        var high = Math.BigMul(NextUInt64(), range, out var low);
        if (low >= range) return (long)high;
        var threshold = (0ul - range) % range;
        while (low < threshold) high = Math.BigMul(NextUInt64(), range, out low);
        return (long)high;
    }

    /// <summary>True with the given probability.</summary>
    /// <param name="probability">Range: [0, 1].</param>
    /// <exception cref="ArgumentException">The probability is outside [0, 1].</exception>
    public bool NextBool(double probability = 0.5)
    {
        if (!(probability >= 0 && probability <= 1)) Fail($"NextBool needs a probability in [0, 1]. Got {probability}.");
        return NextDouble() < probability;
    }

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private static void Fail(string message) => throw new ArgumentException(message);

    private static void CheckPositive(double value, string draw, string parameter)
    {
        if (!(value > 0 && double.IsFinite(value))) Fail($"{draw} needs a finite {parameter} > 0. Got {value}.");
    }
}
