using MathNet.Numerics;

namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The special functions that distributions are made of, in forms that keep digits in both tails.</summary>
internal static class Special
{
    private const double Epsilon = 1.1102230246251565e-16;
    private const double LargeShape = 1e6;
    private const int MostTerms = 10_000_000;

    /// <summary>ln(1 + x) with all digits near 0, which <see cref="double.LogP1"/> has not (Kahan's correction).</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) || u <= 0 ? Math.Log(u) : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>eˣ − 1 with all digits near 0, which <see cref="double.ExpM1"/> has not (Kahan's correction).</summary>
    public static double ExpMinusOne(double x)
    {
        var u = Math.Exp(x);
        return u == 1 ? x : u - 1 == -1 || double.IsInfinity(u) ? u - 1 : (u - 1) * (x / Math.Log(u));
    }

    /// <summary>ln Γ(x), x > 0.</summary>
    public static double LogGamma(double x) => x is 1 or 2 ? 0 : SpecialFunctions.GammaLn(x);

    /// <summary>ln B(a, b), by Stirling's remainders where the three logarithms would cancel.</summary>
    public static double LogBeta(double a, double b)
    {
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        if (high < 15) return LogGamma(a) + LogGamma(b) - LogGamma(a + b);
        if (low < 15) return LogGamma(low) + LogGammaRatio(low, high);
        return 0.5 * Math.Log(2 * Math.PI) - 0.5 * Math.Log(high) + (low - 0.5) * Math.Log(low / (low + high))
            - high * LogOnePlus(low / high)
            + Remainder(low) + Remainder(high) - Remainder(low + high);
    }

    /// <summary>ln Γ(high) − ln Γ(low + high) for a large high.</summary>
    private static double LogGammaRatio(double low, double high) =>
        -(high - 0.5) * LogOnePlus(low / high) - low * Math.Log(high + low) + low + Remainder(high) - Remainder(high + low);

    /// <summary>ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π], x ≥ 15.</summary>
    public static double Remainder(double x)
    {
        var square = 1 / (x * x);
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188 - square * 691 / 360360))))) / x;
    }

    /// <summary>x − ln(1 + x) ≥ 0, without cancellation near 0.</summary>
    public static double ExcessOverLog(double x)
    {
        if (Math.Abs(x) > 0.3) return x - LogOnePlus(x);
        // ln(1 + x) = 2 artanh(r), r = x/(2 + x): x − 2r = r·x, and the odd powers follow.
        var r = x / (2 + x);
        var square = r * r;
        var (sum, power) = (0.0, r * square);
        for (var k = 3; ; k += 2)
        {
            var term = 2 * power / k;
            sum += term;
            if (Math.Abs(term) <= Epsilon * Math.Abs(sum) || term == 0) return r * x - sum;
            power *= square;
        }
    }

    /// <summary>ln of xᵃ·e⁻ˣ/Γ(a + 1), the Poisson probability of a at mean x (Loader 2000).</summary>
    public static double LogPoisson(double a, double x)
    {
        if (x == 0) return a == 0 ? 0 : double.NegativeInfinity;
        if (a < 15) return a * Math.Log(x) - x - LogGamma(a + 1);
        return -0.5 * Math.Log(2 * Math.PI * a) - Deviance(a, x, x - a) - Remainder(a);
    }

    /// <summary>ln of Γ(n + 1)/(Γ(k + 1)Γ(n − k + 1))·pᵏ·(1 − p)ⁿ⁻ᵏ, by deviances where logarithms would cancel (Loader 2000).</summary>
    public static double LogBinomial(double k, double n, double p) => LogBinomial(k, n - k, p, 1 - p);

    /// <summary>The same of k and n − k, with q = 1 − p given apart, because both differences may have more digits.</summary>
    public static double LogBinomial(double k, double rest, double p, double q)
    {
        if (k == 0) return rest == 0 ? 0 : rest * Log(q, p);
        if (rest == 0) return k * Log(p, q);
        if (p == 0 || q == 0) return double.NegativeInfinity;
        var n = k + rest;
        if (k < 15 || rest < 15) return -Math.Log(n + 1) - LogBeta(k + 1, rest + 1) + k * Log(p, q) + rest * Log(q, p);
        var gap = p < 0.5 ? Math.FusedMultiplyAdd(n, p, -k) : Math.FusedMultiplyAdd(-n, q, rest); // n·p − k in one rounding
        return 0.5 * Math.Log(n / (2 * Math.PI * k * rest)) + Remainder(n) - Remainder(k) - Remainder(rest)
            - Deviance(k, n * p, gap) - Deviance(rest, n * q, -gap);
    }

    /// <summary>ln of xᵃ·yᵇ/B(a, b), y = 1 − x.</summary>
    public static double LogBetaPowers(double a, double b, double x, double y) => a < 15 || b < 15
        ? a * Log(x, y) + b * Log(y, x) - LogBeta(a, b)
        : LogBinomial(a, b, x, y) + Math.Log(a) + Math.Log(b / (a + b));

    /// <summary>ln p, from the smaller of p and q = 1 − p: near 1 its digits are those of q.</summary>
    private static double Log(double p, double q) => p < 0.5 ? Math.Log(p) : LogOnePlus(-q);

    /// <summary>x − a − a·ln(x/a) ≥ 0, for a > 0: near a without cancellation, far from it without losing x beside a.</summary>
    /// <param name="a">> 0.</param>
    /// <param name="x">≥ 0.</param>
    /// <param name="gap">x − a, given apart because it may have more digits.</param>
    private static double Deviance(double a, double x, double gap) =>
        Math.Abs(gap) > 0.3 * a ? gap - a * Math.Log(x / a) : a * ExcessOverLog(gap / a);

    /// <summary>P(a, x) and Q(a, x) = 1 − P, the regularised incomplete gamma functions, each to full relative accuracy.</summary>
    public static (double Lower, double Upper) Gamma(double a, double x)
    {
        if (x <= 0) return (0, 1);
        if (double.IsPositiveInfinity(x)) return (1, 0);
        if (a < 0.1 && x < a + 1) return SmallGamma(a, x);
        if (a >= LargeShape && Math.Abs(x - a) < 0.1 * a) return LargeGamma(a, x);
        if (x < a + 1)
        {
            var (sum, term) = (1.0, 1.0);
            for (var k = 1; k < MostTerms && term > Epsilon * sum; k++) sum += term *= x / (a + k);
            var lower = Math.Min(1, Math.Exp(LogPoisson(a, x)) * sum);
            return (lower, 1 - lower);
        }
        // Lentz's continued fraction: Q = xᵃe⁻ˣ/Γ(a) · 1/(x + 1 − a − 1·(1 − a)/(x + 3 − a − …)).
        var b = x + 1 - a;
        var (c, d) = (1e300, 1 / b);
        var h = d;
        for (var k = 1; k < MostTerms; k++)
        {
            var n = -k * (k - a);
            b += 2;
            d = 1 / Away(n * d + b);
            c = Away(b + n / c);
            var factor = c * d;
            h *= factor;
            if (Math.Abs(factor - 1) <= 2 * Epsilon) break;
        }
        var upper = Math.Min(1, Math.Exp(LogPoisson(a, x)) * a * h);
        return (1 - upper, upper);
    }

    /// <summary>P(a, x) and Q(a, x) for a small a, where P is nearly 1 and 1 − P has few digits.</summary>
    private static (double Lower, double Upper) SmallGamma(double a, double x)
    {
        var power = a * Math.Log(x) - LogGammaOnePlus(a); // of xᵃ/Γ(a + 1)
        var (rest, term) = (0.0, 1.0);
        for (var k = 1; Math.Abs(term) > Epsilon * 1e-3; k++)
        {
            term *= -x / k;
            rest += term * a / (a + k);
        }
        return (Math.Exp(power) * (1 + rest), -ExpMinusOne(power) - Math.Exp(power) * rest);
    }

    /// <summary>ln Γ(1 + a) with all digits for |a| ≤ 0.1 (Abramowitz and Stegun 6.1.33).</summary>
    private static double LogGammaOnePlus(double a)
    {
        const double euler = 0.57721566490153286;
        ReadOnlySpan<double> zetaLessOne = // ζ(k) − 1 from k = 2 on
        [
            0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914, 0.008349277381922827,
            0.004077356197944339, 0.002008392826082214, 0.0009945751278180853, 0.0004941886041194646, 0.0002460865533080483,
        ];
        var sum = 0.0;
        for (var k = zetaLessOne.Length + 1; k >= 2; k--) sum = (sum + zetaLessOne[k - 2] / k) * -a;
        return a * (1 - euler) - LogOnePlus(a) - a * sum;
    }

    /// <summary>P(a, x) and Q(a, x) for a large a and x near it, where the other forms would need millions of terms.</summary>
    /// <remarks>Source: Temme (1979), SIAM J. Math. Anal. 10(4); the coefficients are in DLMF 8.12.</remarks>
    private static (double Lower, double Upper) LargeGamma(double a, double x)
    {
        var excess = ExcessOverLog((x - a) / a);
        var eta = Math.CopySign(Math.Sqrt(2 * excess), x - a);
        var first = -1.0 / 3 + eta * (1.0 / 12 + eta * (-2.0 / 135 + eta * (1.0 / 864 + eta * (1.0 / 2835 + eta * (-139.0 / 777600 + eta / 25515)))));
        var second = -1.0 / 540 + eta * (-1.0 / 288 + eta * (1.0 / 378 + eta * (-77.0 / 77760)));
        var rest = Math.Exp(-a * excess) / Math.Sqrt(2 * Math.PI * a) * (first + second / a);
        var z = eta * Math.Sqrt(a / 2);
        return (0.5 * SpecialFunctions.Erfc(-z) - rest, 0.5 * SpecialFunctions.Erfc(z) + rest);
    }

    /// <summary>I_x(a, b) and 1 − I_x(a, b), the regularised incomplete beta functions, each to full relative accuracy.</summary>
    /// <param name="a">> 0.</param>
    /// <param name="b">> 0.</param>
    /// <param name="x">In [0, 1].</param>
    /// <param name="y">1 − x, given apart because it may have more digits.</param>
    public static (double Lower, double Upper) Beta(double a, double b, double x, double y)
    {
        if (x <= 0) return (0, 1);
        if (y <= 0) return (1, 0);
        if (x > (a + 1) / (a + b + 2))
        {
            var (upper, lower) = Beta(b, a, y, x);
            return (lower, upper);
        }
        if (a < 0.1) return SmallBeta(a, b, x);
        var value = Math.Min(1, Math.Exp(LogBetaPowers(a, b, x, y)) * BetaFraction(a, b, x, y));
        return (value, 1 - value);
    }

    /// <summary>I_x(a, b) and 1 − I_x(a, b) for a small a and x at most about 1/(b + 2), where I is nearly 1 and 1 − I has few digits.</summary>
    /// <remarks>I = xᵃ/(a·B(a, b))·(1 + a·S) with S = Σ (1 − b)ₙxⁿ/(n!(a + n)), from n = 1 on (DLMF 8.17.7): the logarithm of the first factor
    /// and a·S are both of the size of a, and known to as many digits.</remarks>
    private static (double Lower, double Upper) SmallBeta(double a, double b, double x)
    {
        var power = a * Math.Log(x) - LogGammaOnePlus(a) + LogGammaStep(b, a);
        var (rest, term) = (0.0, 1.0);
        for (var n = 1; n < MostTerms && Math.Abs(term) > Epsilon * 1e-3; n++)
        {
            term *= (n - b) / n * x;
            rest += term * a / (a + n);
        }
        return (Math.Min(1, Math.Exp(power) * (1 + rest)), -ExpMinusOne(power) - Math.Exp(power) * rest);
    }

    /// <summary>ln Γ(b + a) − ln Γ(b), to digits of a however small: Stirling's series, whose differences are taken term by term.</summary>
    private static double LogGammaStep(double b, double a)
    {
        var below = 0.0;
        for (; b < 15; b++) below += LogOnePlus(a / b);
        var step = LogOnePlus(a / b);
        var (remainders, power) = (0.0, 1 / b);
        ReadOnlySpan<double> stirling = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360];
        for (var k = 0; k < stirling.Length; k++, power /= b * b) remainders += stirling[k] * power * ExpMinusOne(-(2 * k + 1) * step);
        return (b - 0.5) * step + a * Math.Log(b + a) - a + remainders - below;
    }

    /// <summary>B(a, b)·I_x(a, b)/(xᵃ·yᵇ), x at most about the mean.</summary>
    /// <remarks>The even part of the continued fraction: written with a − (a + b)·x, it does not cancel where x is near 1, as the plain one
    /// does. Source: DiDonato and Morris (1992), ACM Trans. Math. Softw. 18(3), formula 9.</remarks>
    private static double BetaFraction(double a, double b, double x, double y)
    {
        var start = 1 + (x < 0.5 ? Math.FusedMultiplyAdd(-(a + b), x, a) : Math.FusedMultiplyAdd(a + b, y, -b));
        var h = Away(start * (a / (a + 1)));
        var (c, d) = (h, 0.0);
        for (var n = 1.0; n < MostTerms; n++)
        {
            var s = a + 2 * n - 1;
            var w = n * (b - n) * x;
            var above = (a + n - 1) / s * ((a + b + n - 1) / s) * w * x;
            var below = n + w / s + (a + n) / (a + 1 + 2 * n) * (start + n * (1 + y));
            d = 1 / Away(below + above * d);
            c = Away(below + above / c);
            var factor = c * d;
            h *= factor;
            if (Math.Abs(factor - 1) <= 2 * Epsilon) break;
        }
        return 1 / h;
    }

    private static double Away(double x) => Math.Abs(x) < 1e-300 ? 1e-300 : x;
}
