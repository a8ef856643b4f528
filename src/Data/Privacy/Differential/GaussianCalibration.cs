namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>How much Gaussian noise (ε, δ)-differential privacy takes.</summary>
/// <remarks>Sources: Balle and Wang (2018), "Improving the Gaussian mechanism for differential privacy: analytical calibration and optimal
/// denoising", ICML, theorem 8; for the discrete Gaussian Canonne, Kamath and Steinke (2020), theorem 7.</remarks>
public static class GaussianCalibration
{
    /// <summary>The least standard deviation of continuous Gaussian noise that gives (ε, δ): the analytic Gaussian mechanism.</summary>
    /// <param name="epsilon">ε. Range: > 0.</param>
    /// <param name="delta">δ. Range: above 0, below 1.</param>
    /// <param name="sensitivity">Greatest change that one person can make, in the answer's unit. Range: > 0. Default: 1.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static double Analytic(double epsilon, double delta, double sensitivity = 1)
    {
        Check(epsilon, delta, sensitivity);
        var (low, high) = (0.0, 1.0);
        while (Delta(high, epsilon) > delta) high *= 2;
        for (var i = 0; i < 100 && high - low > 1e-15 * high; i++)
        {
            var middle = (low + high) / 2;
            if (middle > 0 && Delta(middle, epsilon) > delta) low = middle;
            else high = middle;
        }
        return high * sensitivity;
    }

    /// <summary>The classical bound √(2 ln(1.25/δ))·Δ/ε (Dwork and Roth 2014, theorem A.1), valid for ε below 1 only; for comparison.</summary>
    /// <param name="epsilon">ε. Range: above 0, below 1 for the bound to hold.</param>
    /// <param name="delta">δ. Range: above 0, below 1.</param>
    /// <param name="sensitivity">Greatest change that one person can make. Default: 1.</param>
    public static double Classical(double epsilon, double delta, double sensitivity = 1)
    {
        Check(epsilon, delta, sensitivity);
        return Math.Sqrt(2 * Math.Log(1.25 / delta)) * sensitivity / epsilon;
    }

    /// <summary>δ of continuous Gaussian noise at ε: Φ(Δ/2σ − εσ/Δ) − e^ε Φ(−Δ/2σ − εσ/Δ).</summary>
    /// <param name="sigma">Standard deviation of the noise. Range: > 0.</param>
    /// <param name="epsilon">ε. Range: ≥ 0.</param>
    /// <param name="sensitivity">Greatest change that one person can make. Range: > 0. Default: 1.</param>
    public static double Delta(double sigma, double epsilon, double sensitivity = 1)
    {
        var s = sigma / sensitivity;
        return Math.Max(0, UpperTail(epsilon * s - 0.5 / s) - Math.Exp(epsilon) * UpperTail(epsilon * s + 0.5 / s));
    }

    /// <summary>δ of discrete Gaussian noise at ε: P(Y > εσ²/Δ − Δ/2) − e^ε P(Y > εσ²/Δ + Δ/2), see <see cref="DiscreteTail"/>.</summary>
    /// <param name="variance">σ², the parameter of the discrete Gaussian. Range: > 0.</param>
    /// <param name="epsilon">ε. Range: ≥ 0.</param>
    /// <param name="sensitivity">Greatest change of the whole number released. Range: ≥ 1. Default: 1.</param>
    public static double DiscreteDelta(double variance, double epsilon, long sensitivity = 1)
    {
        var middle = epsilon * variance / sensitivity;
        return Math.Max(0, DiscreteTail.Above(middle - sensitivity / 2.0, variance) - Math.Exp(epsilon) * DiscreteTail.Above(middle + sensitivity / 2.0, variance));
    }

    /// <summary>A variance for the discrete Gaussian that gives (ε, δ): the analytic one, raised until the exact sum agrees.</summary>
    internal static double DiscreteVariance(double epsilon, double delta, long sensitivity)
    {
        var sigma = Math.Max(Analytic(epsilon, delta, sensitivity), 1e-3);
        while (DiscreteDelta(sigma * sigma, epsilon, sensitivity) > delta * (1 - 1e-9)) sigma *= 1.0005;
        return sigma * sigma;
    }

    /// <summary>P(Z > x) of a standard normal: a series near the middle, Laplace's continued fraction in the tail.</summary>
    internal static double UpperTail(double x)
    {
        if (x < 0) return 1 - UpperTail(-x);
        var density = Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        if (x >= 3)
        {
            var fraction = x;
            for (var k = 60; k >= 1; k--) fraction = x + k / fraction;
            return density / fraction;
        }
        var (sum, term) = (0.0, x);
        for (var k = 3; term > 1e-18; k += 2)
        {
            sum += term;
            term *= x * x / k;
        }
        return 0.5 - density * sum;
    }

    private static void Check(double epsilon, double delta, double sensitivity)
    {
        if (!(epsilon > 0 && double.IsFinite(epsilon))) throw new ArgumentException($"ε must be finite and > 0. Got {epsilon}.", nameof(epsilon));
        if (!(delta is > 0 and < 1)) throw new ArgumentException($"δ of Gaussian noise must be in (0, 1), well below 1 / people. Got {delta}; for δ = 0 use Laplace noise.", nameof(delta));
        if (!(sensitivity > 0 && double.IsFinite(sensitivity))) throw new ArgumentException($"The sensitivity must be finite and > 0. Got {sensitivity}.", nameof(sensitivity));
    }
}
