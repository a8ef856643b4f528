using System.Numerics;

namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>Noise for a whole number (or several) that one person can change by at most so much: its cost, its draws, its spread.</summary>
internal sealed class Mechanism
{
    private readonly BigInteger _first;
    private readonly BigInteger _second;
    private readonly bool _gaussian;
    private readonly NoiseSource _source;

    private Mechanism(bool gaussian, BigInteger first, BigInteger second, PrivacyCost cost, double deviation, double halfWidth, NoiseSource source)
    {
        (_gaussian, _first, _second, _source) = (gaussian, first, second, source);
        (Cost, Deviation, HalfWidth) = (cost, deviation, halfWidth);
    }

    public PrivacyCost Cost { get; }

    /// <summary>Standard deviation of the noise.</summary>
    public double Deviation { get; }

    /// <summary>The noise lies within ± this with a probability of at least 95 %.</summary>
    public double HalfWidth { get; }

    /// <param name="sensitivity">Greatest change: of one number; or of several, in L1 (Laplace) and L2 (Gaussian) alike.</param>
    /// <param name="epsilon">ε.</param>
    /// <param name="delta">0: Laplace.</param>
    /// <param name="scalar">One number, or several of which one person changes only one; else Gaussian noise is calibrated by ρ.</param>
    /// <param name="source">Where the noise comes from.</param>
    public static Mechanism For(long sensitivity, double epsilon, double delta, bool scalar, NoiseSource source)
    {
        if (delta == 0)
        {
            // ε rounded down to a multiple of 2⁻³⁰: a fraction, and never more than was asked for.
            var s = new BigInteger(Math.Floor(epsilon * (1 << 30)));
            var t = sensitivity * (BigInteger)(1 << 30);
            // P(|X| > h) = 2qʰ⁺¹ / (1 + q) and variance 2q / (1 − q)², with q = e^−rate; sinh loses no digits where q is nearly 1.
            var rate = epsilon / sensitivity;
            var half = Math.Max(0, Math.Ceiling(-Math.Log(0.05 * (1 + Math.Exp(-rate)) / 2) / rate) - 1);
            return new Mechanism(false, t, s, new PrivacyCost(epsilon, 0, epsilon * epsilon / 2), Math.Sqrt(0.5) / Math.Sinh(rate / 2), half, source);
        }
        var variance = scalar ? GaussianCalibration.DiscreteVariance(epsilon, delta, sensitivity)
            : (double)sensitivity * sensitivity / (2 * Composition.RhoOf(epsilon, delta));
        var n = new BigInteger(Math.Ceiling(variance * (1 << 20)));
        var rho = (double)sensitivity * sensitivity / (2 * variance);
        return new Mechanism(true, n, 1 << 20, new PrivacyCost(epsilon, delta, rho), Math.Sqrt(variance), Math.Ceiling(1.96 * Math.Sqrt(variance)), source);
    }

    public BigInteger Draw() => _gaussian ? ExactSampler.Gaussian(_first, _second, _source) : ExactSampler.Laplace(_first, _second, _source);
}
