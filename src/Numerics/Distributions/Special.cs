using MathNet.Numerics;

namespace MarketingNotebooks.Numerics.Distributions;

/// <summary>The special functions that distributions are made of, in forms that keep digits in both tails.</summary>
internal static class Special
{
    private const double Epsilon = 1.1102230246251565e-16;
    private const int MostTerms = 100_000;

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
        return -0.5 * Math.Log(2 * Math.PI * a) - Deviance(a, x) - Remainder(a);
    }

    /// <summary>ln of Γ(n + 1)/(Γ(k + 1)Γ(n − k + 1))·pᵏ·(1 − p)ⁿ⁻ᵏ, by deviances where logarithms would cancel (Loader 2000).</summary>
    public static double LogBinomial(double k, double n, double p) => LogBinomial(k, n, p, 1 - p);

    /// <summary>The same with q = 1 − p given apart, because it may have more digits.</summary>
    private static double LogBinomial(double k, double n, double p, double q)
    {
        var rest = n - k;
        if (k == 0) return rest == 0 ? 0 : rest * (p < 0.5 ? LogOnePlus(-p) : Math.Log(q));
        if (rest == 0) return k * Math.Log(p);
        if (p is 0 or 1) return double.NegativeInfinity;
        if (k < 15 || rest < 15)
            return -Math.Log(n + 1) - LogBeta(k + 1, rest + 1) + k * Math.Log(p) + rest * (p < 0.5 ? LogOnePlus(-p) : Math.Log(q));
        return 0.5 * Math.Log(n / (2 * Math.PI * k * rest)) + Remainder(n) - Remainder(k) - Remainder(rest)
            - Deviance(k, n * p) - Deviance(rest, n * q);
    }

    /// <summary>x − a − a·ln(x/a) ≥ 0, for a > 0: near a without cancellation, far from it without losing x beside a.</summary>
    private static double Deviance(double a, double x) =>
        Math.Abs(x - a) > 0.3 * a ? x - a - a * Math.Log(x / a) : a * ExcessOverLog((x - a) / a);

    /// <summary>P(a, x) and Q(a, x) = 1 − P, the regularised incomplete gamma functions, each to full relative accuracy.</summary>
    public static (double Lower, double Upper) Gamma(double a, double x)
    {
        if (x <= 0) return (0, 1);
        if (double.IsPositiveInfinity(x)) return (1, 0);
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
        var value = Math.Min(1, Math.Exp(LogBinomial(a, a + b, x, y)) * b / (a + b) * BetaFraction(a, b, x));
        return (value, 1 - value);
    }

    private static double BetaFraction(double a, double b, double x)
    {
        var (c, d) = (1.0, 1 / Away(1 - (a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / Away(1 + even * d);
            c = Away(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / Away(1 + odd * d);
            c = Away(1 + odd / c);
            var factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1) <= 2 * Epsilon) break;
        }
        return h;
    }

    private static double Away(double x) => Math.Abs(x) < 1e-300 ? 1e-300 : x;
}
