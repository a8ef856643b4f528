namespace MarketingNotebooks.Numerics.Optimization;

/// <summary>Settings of <see cref="Brent"/>.</summary>
public sealed record BrentOptions
{
    /// <summary>Width of the bracket, absolute, at which to stop; a few units in the last place are added. Range: ≥ 0. Default: 1e-12. A
    /// minimum
    /// is flat: below about 1e-8 of its position nothing is gained.</summary>
    public double Tolerance { get; init; } = 1e-12;

    /// <summary>Most steps. Range: ≥ 1. Default: 200.</summary>
    public int MaxIterations { get; init; } = 200;
}

/// <summary>Roots and minima of a function of one number, without derivatives, never slower than bisection by more than a factor.</summary>
/// <remarks>Source: Brent (1973), Algorithms for Minimization without Derivatives, chapters 4 and 5.</remarks>
public static class Brent
{
    private const double Epsilon = 2.220446049250313e-16;
    private const double Golden = 0.3819660112501051; // (3 − √5)/2

    /// <summary>An x in [<paramref name="low"/>, <paramref name="high"/>] where f changes sign.</summary>
    /// <param name="function">Continuous for a root to be there; at a jump, the jump is found.</param>
    /// <param name="low">Finite.</param>
    /// <param name="high">Finite, above <paramref name="low"/>, by less than 1.8E308.</param>
    /// <param name="options">Null for defaults.</param>
    /// <exception cref="ArgumentException">The ends have values of the same sign or NaN, or are not finite and rising, or an option is
    /// outside its range.</exception>
    public static ScalarResult FindRoot(Func<double, double> function, double low, double high, BrentOptions? options = null)
    {
        options = Check(options, low, high, "FindRoot");
        var (a, b) = (low, high);
        var (fa, fb) = (function(a), function(b));
        if (fa == 0) return new ScalarResult(a, 0, true, "The lower end is a root.", 0);
        if (fb == 0) return new ScalarResult(b, 0, true, "The upper end is a root.", 0);
        if (!(fa < 0 != fb < 0) || double.IsNaN(fa) || double.IsNaN(fb))
            throw new ArgumentException($"Brent.FindRoot needs values of opposite sign at the ends. Got f({low}) = {fa} and f({high}) = {fb}. Widen the bracket.");
        var (c, fc, step, before) = (a, fa, b - a, b - a);
        for (var iteration = 1; iteration <= options.MaxIterations; iteration++)
        {
            if (Math.Abs(fc) < Math.Abs(fb)) (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb);
            var tolerance = 2 * Epsilon * Math.Abs(b) + options.Tolerance / 2;
            var half = (c - b) / 2;
            if (fb == 0 || Math.Abs(half) <= tolerance) return new ScalarResult(b, fb, true, "The bracket is as narrow as the tolerance.", iteration - 1);
            (step, before) = RootStep(a, b, c, fa, fb, fc, half, step, before, tolerance);
            (a, fa) = (b, fb);
            b += Math.Abs(step) > tolerance ? step : Math.CopySign(tolerance, half);
            fb = function(b);
            if (double.IsNaN(fb))
                return new ScalarResult(a, fa, false, $"f({b}) is NaN. Choose a bracket in which the function is defined.", iteration);
            if (fb < 0 == fc < 0) (c, fc, step, before) = (a, fa, b - a, b - a);
        }
        return new ScalarResult(b, fb, false, $"The limit of {options.MaxIterations} steps was reached. Raise BrentOptions.MaxIterations or Tolerance.", options.MaxIterations);
    }

    /// <summary>Interpolates where that keeps shrinking the bracket, else bisects.</summary>
    private static (double Step, double Before) RootStep(double a, double b, double c, double fa, double fb, double fc, double half,
        double step,
        double before, double tolerance)
    {
        if (Math.Abs(before) < tolerance || Math.Abs(fa) <= Math.Abs(fb)) return (half, half);
        var s = fb / fa;
        double p, q;
        if (a == c)
        {
            p = 2 * half * s;
            q = 1 - s;
        }
        else
        {
            var (t, r) = (fa / fc, fb / fc);
            p = s * (2 * half * t * (t - r) - (b - a) * (r - 1));
            q = (t - 1) * (r - 1) * (s - 1);
        }
        if (p > 0) q = -q;
        p = Math.Abs(p);
        return 2 * p < Math.Min(3 * half * q - Math.Abs(tolerance * q), Math.Abs(before * q)) ? (p / q, step) : (half, half);
    }

    /// <summary>A local minimiser in [<paramref name="low"/>, <paramref name="high"/>]: the minimiser where there is only one.</summary>
    /// <inheritdoc cref="FindRoot"/>
    /// <param name="function">To be minimised.</param>
    /// <param name="low">Finite.</param>
    /// <param name="high">Finite, above <paramref name="low"/>, by less than 1.8E308.</param>
    /// <param name="options">Null for defaults.</param>
    /// <exception cref="ArgumentException">The ends are not finite and rising, or an option is outside its range.</exception>
    public static ScalarResult Minimize(Func<double, double> function, double low, double high, BrentOptions? options = null)
    {
        options = Check(options, low, high, "Minimize");
        var (a, b) = (low, high);
        var x = a + Golden * (b - a);
        var (w, v) = (x, x);
        var fx = Value(function, x);
        var (fw, fv, step, before) = (fx, fx, 0.0, 0.0);
        for (var iteration = 1; iteration <= options.MaxIterations; iteration++)
        {
            var middle = (a + b) / 2;
            var tolerance = 1.5e-8 * Math.Abs(x) + options.Tolerance;
            if (Math.Abs(x - middle) <= 2 * tolerance - (b - a) / 2)
                return double.IsPositiveInfinity(fx)
                    ? new ScalarResult(x, fx, false, "The function was not finite anywhere it was tried. Choose a bracket in which it is defined.", iteration - 1)
                    : new ScalarResult(x, fx, true, "The bracket is as narrow as the tolerance.", iteration - 1);
            (step, before) = MinimumStep(a, b, x, w, v, fx, fw, fv, step, before, tolerance);
            var u = x + (Math.Abs(step) >= tolerance ? step : Math.CopySign(tolerance, step));
            var fu = Value(function, u);
            if (fu <= fx)
            {
                if (u >= x) a = x;
                else b = x;
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
                continue;
            }
            if (u < x) a = u;
            else b = u;
            if (fu <= fw || w == x) (v, fv, w, fw) = (w, fw, u, fu);
            else if (fu <= fv || v == x || v == w) (v, fv) = (u, fu);
        }
        return new ScalarResult(x, fx, false, $"The limit of {options.MaxIterations} steps was reached. Raise BrentOptions.MaxIterations or Tolerance.", options.MaxIterations);
    }

    /// <summary>To the vertex of a parabola where that is safe, else the golden section of the longer side.</summary>
    private static (double Step, double Before) MinimumStep(double a, double b, double x, double w, double v, double fx, double fw,
        double fv,
        double step, double before, double tolerance)
    {
        if (Math.Abs(before) > tolerance)
        {
            var r = (x - w) * (fx - fv);
            var q = (x - v) * (fx - fw);
            var p = (x - v) * q - (x - w) * r;
            q = 2 * (q - r);
            if (q > 0) p = -p;
            q = Math.Abs(q);
            if (Math.Abs(p) < Math.Abs(q * before / 2) && p > q * (a - x) && p < q * (b - x))
            {
                var jump = p / q;
                var u = x + jump;
                return (u - a < 2 * tolerance || b - u < 2 * tolerance ? Math.CopySign(tolerance, (a + b) / 2 - x) : jump, step);
            }
        }
        var side = x >= (a + b) / 2 ? a - x : b - x;
        return (Golden * side, side);
    }

    private static double Value(Func<double, double> function, double x)
    {
        var value = function(x);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    private static BrentOptions Check(BrentOptions? options, double low, double high, string method)
    {
        options ??= new BrentOptions();
        new OptionChecks(nameof(BrentOptions))
            .NotNegative(nameof(options.Tolerance), options.Tolerance)
            .AtLeast(nameof(options.MaxIterations), options.MaxIterations, 1)
            .ThrowIfAny();
        if (!(low < high) || !double.IsFinite(low) || !double.IsFinite(high))
            throw new ArgumentException($"Brent.{method} needs finite ends with low < high. Got [{low}, {high}].");
        if (!double.IsFinite(high - low))
            throw new ArgumentException($"Brent.{method} needs ends less than {double.MaxValue:G2} apart. Got [{low}, {high}]. Narrow the bracket.");
        return options;
    }
}
