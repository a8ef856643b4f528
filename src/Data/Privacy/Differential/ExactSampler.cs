using System.Numerics;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>Exact draws from discrete distributions with whole-number arithmetic only.</summary>
/// <remarks>Floating-point Laplace noise leaks: which doubles can come out depends on the secret (Mironov 2012, CCS). Here no probability is ever
/// rounded and every answer lies on a fixed grid. Source: Canonne, Kamath and Steinke (2020), "The discrete Gaussian for differential privacy",
/// NeurIPS, algorithms 1 to 3. The time a draw takes varies with its value; do not let an attacker measure it.</remarks>
internal static class ExactSampler
{
    /// <summary>P(x) ∝ exp(−|x|·s/t): the two-sided geometric distribution of scale t/s.</summary>
    public static BigInteger Laplace(BigInteger t, BigInteger s, NoiseSource source)
    {
        while (true)
        {
            var u = Uniform(t, source);
            if (!BernoulliExp(u, t, source)) continue;
            var v = 0;
            while (BernoulliExp(1, 1, source)) v++;
            var magnitude = (u + t * v) / s;
            var negative = (source.Next64() & 1) != 0;
            if (negative && magnitude.IsZero) continue;
            return negative ? -magnitude : magnitude;
        }
    }

    /// <summary>P(x) ∝ exp(−x²/2σ²) on the integers, σ² = n/d.</summary>
    public static BigInteger Gaussian(BigInteger n, BigInteger d, NoiseSource source)
    {
        var t = Sqrt(n / d) + 1;
        while (true)
        {
            var y = Laplace(t, 1, source);
            var gap = BigInteger.Abs(y) * d * t - n;
            if (BernoulliExp(gap * gap, 2 * n * d * t * t, source)) return y;
        }
    }

    /// <summary>True with probability exp(−n/d), n ≥ 0.</summary>
    public static bool BernoulliExp(BigInteger n, BigInteger d, NoiseSource source)
    {
        for (; n > d; n -= d)
            if (!BernoulliExp(1, 1, source)) return false;
        var k = 1;
        while (Uniform(d * k, source) < n) k++;
        return k % 2 == 1;
    }

    /// <summary>A whole number in [0, <paramref name="exclusive"/>), all equally likely: bits with rejection.</summary>
    public static BigInteger Uniform(BigInteger exclusive, NoiseSource source)
    {
        var bits = (int)(exclusive - 1).GetBitLength();
        if (bits == 0) return BigInteger.Zero;
        while (true)
        {
            var drawn = BigInteger.Zero;
            for (var left = bits; left > 0; left -= 64) drawn = (drawn << Math.Min(left, 64)) | (source.Next64() >> (64 - Math.Min(left, 64)));
            if (drawn < exclusive) return drawn;
        }
    }

    /// <summary>The whole part of the square root.</summary>
    private static BigInteger Sqrt(BigInteger value)
    {
        if (value.IsZero) return value;
        var root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + value / root) >> 1;
            if (next >= root) return root;
            root = next;
        }
    }
}
