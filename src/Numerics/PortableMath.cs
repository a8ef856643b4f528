namespace MarketingNotebooks.Numerics;

/// <summary>Elementary functions built from IEEE 754's exactly rounded operations only, so that every platform gives the same
/// bits.</summary>
/// <remarks>Accuracy: within 2 units in the last place over the ranges the generator uses; <see cref="Math"/> is more accurate and
/// faster, and right wherever a last digit that differs between platforms does no harm.</remarks>
internal static class PortableMath
{
    // ln 2 in two parts: the first has 21 trailing zero bits, so that k·Ln2High is exact for every binary exponent k.
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>ln x, from x = 2ᵏ·m with m in [√½, √2) and ln m = 2 artanh((m − 1)/(m + 1)).</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x) || x < 0) return double.NaN;
        if (x == 0) return double.NegativeInfinity;
        if (double.IsPositiveInfinity(x)) return x;
        var k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984.0; // 2⁵⁴: out of the subnormal range
            k = -54;
        }
        var bits = BitConverter.DoubleToInt64Bits(x);
        k += (int)(bits >> 52) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            k++;
        }
        var f = m - 1;
        var s = f / (2 + f);
        var z = s * s;
        // Σ z^i·2/(2i + 1), i = 1 … 11; z ≤ 0.0295, so the first term left out is below 1e-19.
        var series = z * (2.0 / 3 + z * (2.0 / 5 + z * (2.0 / 7 + z * (2.0 / 9 + z * (2.0 / 11 + z * (2.0 / 13
            + z * (2.0 / 15 + z * (2.0 / 17 + z * (2.0 / 19 + z * (2.0 / 21 + z * (2.0 / 23)))))))))));
        // 2s = f − s·f exactly in real numbers; writing it so keeps the leading term free of the division's rounding.
        return k * Ln2High + (f - (s * (f - series) - k * Ln2Low));
    }

    /// <summary>ln(1 + x), accurate near 0 (Kahan's correction of the rounding of 1 + x).</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Log(u) * (x / (u - 1));
    }

    /// <summary>eˣ, from x = k·ln 2 + r with |r| ≤ ½ ln 2 and the Taylor polynomial of degree 13.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return x;
        if (x > 709.782712893384) return double.PositiveInfinity;
        if (x < -745.2) return 0;
        var k = Math.Round(x * 1.4426950408889634);
        var r = x - k * Ln2High - k * Ln2Low;
        var tail = r * r * (1.0 / 2 + r * (1.0 / 6 + r * (1.0 / 24 + r * (1.0 / 120 + r * (1.0 / 720 + r * (1.0 / 5040
            + r * (1.0 / 40320 + r * (1.0 / 362880 + r * (1.0 / 3628800 + r * (1.0 / 39916800 + r * (1.0 / 479001600
            + r * (1.0 / 6227020800))))))))))));
        return Math.ScaleB(1 + (r + tail), (int)k);
    }

    /// <summary>xʸ for x > 0, as exp(y ln x): relative error grows with |y ln x|.</summary>
    public static double Pow(double x, double y) => x == 0 ? (y == 0 ? 1 : 0) : Exp(y * Log(x));

    private static readonly double[] LogFactorials = SmallLogFactorials();

    private static double[] SmallLogFactorials()
    {
        var table = new double[16];
        var factorial = 1.0;
        for (var k = 2; k < table.Length; k++) table[k] = Log(factorial *= k); // 15! is below 2⁵³, hence exact
        return table;
    }

    /// <summary>ln k!, by table below 16 and Stirling's series above. k is a whole number ≥ 0.</summary>
    public static double LogFactorial(double k)
    {
        if (k < LogFactorials.Length) return LogFactorials[(int)k];
        const double halfLogTwoPi = 0.91893853320467274178;
        var x = k + 1;
        var inverse = 1 / x;
        var square = inverse * inverse;
        return (x - 0.5) * Log(x) - x + halfLogTwoPi
            + inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
    }
}
