namespace MarketingNotebooks.Data.Privacy.Differential;

/// <summary>What several private answers cost together.</summary>
public static class Composition
{
    /// <summary>ε of pure-DP answers together, at a further δ′: the least of Σεᵢ and Σ εᵢ(e^εᵢ − 1)/(e^εᵢ + 1) + √(2 ln(1/δ′) Σεᵢ²).</summary>
    /// <remarks>Source: Kairouz, Oh and Viswanath (2017), IEEE Trans. Inf. Theory 63(6), theorem 3.5; tightens Dwork, Rothblum and Vadhan (2010).
    /// Holds for ε fixed beforehand; <see cref="PrivacyBudget"/> also allows them to be chosen on the way.</remarks>
    /// <param name="epsilons">ε of each answer, ≥ 0.</param>
    /// <param name="slack">δ′. Range: above 0, below 1.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static double Advanced(IEnumerable<double> epsilons, double slack)
    {
        CheckDelta(slack);
        var all = epsilons.ToArray();
        if (all.Any(e => !(e >= 0 && double.IsFinite(e)))) throw new ArgumentException("Every ε must be finite and ≥ 0.", nameof(epsilons));
        return Math.Min(all.Sum(), all.Sum(e => e * Math.Tanh(e / 2)) + Math.Sqrt(2 * Math.Log(1 / slack) * all.Sum(e => e * e)));
    }

    /// <summary>ε at δ of ρ-zero-concentrated differential privacy.</summary>
    /// <remarks>The least over α > 1 of αρ + (ln(1/δ) − ln(α − 1) + α ln(1 − 1/α)) / (α − 1): Canonne, Kamath and Steinke (2020), proposition 12.
    /// Below Bun and Steinke's (2016) ρ + 2√(ρ ln(1/δ)).</remarks>
    /// <param name="rho">ρ. Range: ≥ 0.</param>
    /// <param name="delta">δ. Range: above 0, below 1.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static double EpsilonOf(double rho, double delta)
    {
        CheckDelta(delta);
        if (!(rho >= 0 && double.IsFinite(rho))) throw new ArgumentException($"ρ must be finite and ≥ 0. Got {rho}.", nameof(rho));
        if (rho == 0) return 0;
        double At(double log)
        {
            var (a, alpha) = (Math.Exp(log), 1 + Math.Exp(log));
            return alpha * rho + (Math.Log(1 / delta) - log + alpha * Math.Log(a / alpha)) / a;
        }
        // Golden section: the function falls, then rises in ln(α − 1).
        var (low, high, golden) = (-10.0, 40.0, (Math.Sqrt(5) - 1) / 2);
        for (var i = 0; i < 200 && high - low > 1e-12; i++)
        {
            var (left, right) = (high - golden * (high - low), low + golden * (high - low));
            if (At(left) < At(right)) high = right;
            else low = left;
        }
        return Math.Max(0, At((low + high) / 2));
    }

    /// <summary>The greatest ρ whose <see cref="EpsilonOf"/> stays within (ε, δ).</summary>
    /// <param name="epsilon">ε. Range: > 0.</param>
    /// <param name="delta">δ. Range: above 0, below 1.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static double RhoOf(double epsilon, double delta)
    {
        CheckDelta(delta);
        if (!(epsilon > 0 && double.IsFinite(epsilon))) throw new ArgumentException($"ε must be finite and > 0. Got {epsilon}.", nameof(epsilon));
        var (low, high) = (0.0, 1.0);
        while (EpsilonOf(high, delta) <= epsilon) high *= 2;
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            if (EpsilonOf(middle, delta) <= epsilon) low = middle;
            else high = middle;
        }
        return low;
    }

    private static void CheckDelta(double delta)
    {
        if (!(delta is > 0 and < 1)) throw new ArgumentException($"δ must be in (0, 1). Got {delta}.", nameof(delta));
    }
}
