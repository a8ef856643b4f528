namespace MarketingNotebooks.Numerics;

public sealed partial class Rng
{
    /// <summary>A draw from the exponential distribution, by inversion.</summary>
    /// <param name="rate">Events per unit of time; the mean is 1/rate. Range: > 0. Default: 1.</param>
    /// <exception cref="ArgumentException">The rate is not positive and finite.</exception>
    public double NextExponential(double rate = 1)
    {
        CheckPositive(rate, nameof(NextExponential), nameof(rate));
        return -PortableMath.Log(NextOpenDouble()) / rate;
    }

    /// <summary>A draw from the gamma distribution: mean shape·scale, variance shape·scale².</summary>
    /// <remarks>Marsaglia and Tsang (2000), ACM Trans. Math. Softw. 26(3); for shape below 1, a draw of shape + 1 times U^(1/shape).
    /// With shapes below about 0.005 many draws underflow to 0.</remarks>
    /// <param name="shape">Range: > 0.</param>
    /// <param name="scale">Range: > 0; the reciprocal of the rate. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is not positive and finite.</exception>
    public double NextGamma(double shape, double scale = 1)
    {
        CheckPositive(shape, nameof(NextGamma), nameof(shape));
        CheckPositive(scale, nameof(NextGamma), nameof(scale));
        return shape < 1
            ? scale * GammaAtLeastOne(shape + 1) * PortableMath.Exp(PortableMath.Log(NextOpenDouble()) / shape)
            : scale * GammaAtLeastOne(shape);
    }

    private double GammaAtLeastOne(double shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x, v;
            do
            {
                x = StandardNormal();
                v = 1 + c * x;
            }
            while (v <= 0);
            v = v * v * v;
            var u = NextOpenDouble();
            if (u < 1 - 0.0331 * x * x * x * x) return d * v;
            if (PortableMath.Log(u) < 0.5 * x * x + d * (1 - v + PortableMath.Log(v))) return d * v;
        }
    }

    /// <summary>A draw from the beta distribution on [0, 1]: mean a/(a + b).</summary>
    /// <remarks>X/(X + Y) of two gamma draws; for a, b both ≤ 1 Jöhnk's (1964) method in logarithms, which survives tiny
    /// parameters.</remarks>
    /// <param name="a">Range: > 0.</param>
    /// <param name="b">Range: > 0.</param>
    /// <exception cref="ArgumentException">A parameter is not positive and finite.</exception>
    public double NextBeta(double a, double b)
    {
        CheckPositive(a, nameof(NextBeta), nameof(a));
        CheckPositive(b, nameof(NextBeta), nameof(b));
        if (a > 1 || b > 1)
        {
            var x = NextGamma(a);
            return x / (x + NextGamma(b));
        }
        while (true)
        {
            var logX = PortableMath.Log(NextOpenDouble()) / a;
            var logY = PortableMath.Log(NextOpenDouble()) / b;
            var top = Math.Max(logX, logY);
            var logSum = top + PortableMath.Log(PortableMath.Exp(logX - top) + PortableMath.Exp(logY - top));
            if (logSum <= 0) return PortableMath.Exp(logX - logSum);
        }
    }

    /// <summary>A draw from the χ² distribution.</summary>
    /// <param name="degrees">Degrees of freedom. Range: > 0.</param>
    /// <exception cref="ArgumentException">The degrees of freedom are not positive and finite.</exception>
    public double NextChiSquared(double degrees)
    {
        CheckPositive(degrees, nameof(NextChiSquared), "number of degrees of freedom");
        return NextGamma(degrees / 2, 2);
    }

    /// <summary>A draw from the Weibull distribution, by inversion.</summary>
    /// <param name="shape">Range: > 0; below 1 the hazard falls with time, above 1 it rises.</param>
    /// <param name="scale">Range: > 0. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is not positive and finite.</exception>
    public double NextWeibull(double shape, double scale = 1)
    {
        CheckPositive(shape, nameof(NextWeibull), nameof(shape));
        CheckPositive(scale, nameof(NextWeibull), nameof(scale));
        return scale * PortableMath.Pow(-PortableMath.Log(NextOpenDouble()), 1 / shape);
    }

    /// <summary>A draw from the Pareto distribution on [minimum, ∞), by inversion.</summary>
    /// <param name="shape">Tail index. Range: > 0; the mean is infinite at 1 and below.</param>
    /// <param name="minimum">Range: > 0. Default: 1.</param>
    /// <exception cref="ArgumentException">A parameter is not positive and finite.</exception>
    public double NextPareto(double shape, double minimum = 1)
    {
        CheckPositive(shape, nameof(NextPareto), nameof(shape));
        CheckPositive(minimum, nameof(NextPareto), nameof(minimum));
        return minimum * PortableMath.Exp(-PortableMath.Log(NextOpenDouble()) / shape);
    }

    /// <summary>A draw from the standard Gumbel distribution (maximum): the noise of the logit choice model.</summary>
    public double NextGumbel() => -PortableMath.Log(-PortableMath.Log(NextOpenDouble()));

    /// <summary>Fills <paramref name="shares"/> with a draw from the Dirichlet distribution: shares ≥ 0 that sum to 1.</summary>
    /// <param name="concentrations">Each > 0. The mean share is concentration over the sum of concentrations.</param>
    /// <param name="shares">As long as <paramref name="concentrations"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ, none given, or a concentration is not positive and finite.</exception>
    public void NextDirichlet(ReadOnlySpan<double> concentrations, Span<double> shares)
    {
        if (concentrations.Length == 0 || concentrations.Length != shares.Length)
            Fail($"NextDirichlet needs as many shares as concentrations, at least one. "
                + $"Got {shares.Length} shares and {concentrations.Length} concentrations.");
        // Stick breaking with beta draws: no 0/0 when every gamma draw would underflow.
        var rest = 0.0;
        foreach (var a in concentrations)
        {
            CheckPositive(a, nameof(NextDirichlet), "concentration");
            rest += a;
        }
        var stick = 1.0;
        for (var i = 0; i < shares.Length - 1; i++)
        {
            rest = 0;
            for (var j = i + 1; j < concentrations.Length; j++) rest += concentrations[j];
            shares[i] = stick * NextBeta(concentrations[i], rest);
            stick = Math.Max(0, stick - shares[i]);
        }
        shares[^1] = stick;
    }
}
