namespace MarketingNotebooks.Numerics;

public sealed partial class Rng
{
    private const double LargestMean = 1e9;

    /// <summary>A draw from the Poisson distribution.</summary>
    /// <remarks>Exact at every mean: products of uniforms (Knuth) below 10, Hörmann's (1993) transformed rejection PTRS above.</remarks>
    /// <param name="mean">Range: [0, 10⁹]; 0 always gives 0.</param>
    /// <exception cref="ArgumentException">The mean is outside its range.</exception>
    public int NextPoisson(double mean)
    {
        if (!(mean >= 0 && mean <= LargestMean)) Fail($"NextPoisson needs a mean in [0, 1E9]. Got {mean}.");
        if (mean == 0) return 0;
        return mean < 10 ? SmallPoisson(mean) : LargePoisson(mean);
    }

    private int SmallPoisson(double mean)
    {
        var limit = PortableMath.Exp(-mean);
        var count = 0;
        for (var product = NextOpenDouble(); product > limit; product *= NextOpenDouble()) count++;
        return count;
    }

    private int LargePoisson(double mean)
    {
        var logMean = PortableMath.Log(mean);
        var b = 0.931 + 2.53 * Math.Sqrt(mean);
        var a = -0.059 + 0.02483 * b;
        var inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        var squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true)
        {
            var u = NextDouble() - 0.5;
            var v = NextOpenDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) return (int)k;
            if (k < 0 || (us < 0.013 && v > us)) continue;
            if (PortableMath.Log(v * inverseAlpha / (a / (us * us) + b)) <= k * logMean - mean - PortableMath.LogFactorial(k))
                return (int)k;
        }
    }

    /// <summary>Successes in independent trials.</summary>
    /// <remarks>Exact: geometric jumps between successes while n·min(p, 1 − p) is below 10 (Devroye 1986, ch. X.4), Hörmann's (1993)
    /// transformed rejection BTRS above.</remarks>
    /// <param name="trials">Range: ≥ 0.</param>
    /// <param name="probability">Of success. Range: [0, 1].</param>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public int NextBinomial(int trials, double probability)
    {
        if (trials < 0 || !(probability >= 0 && probability <= 1))
            Fail($"NextBinomial needs trials ≥ 0 and a probability in [0, 1]. Got {trials} trials and probability {probability}.");
        if (probability > 0.5) return trials - NextBinomial(trials, 1 - probability);
        if (trials == 0 || probability == 0) return 0;
        return trials * probability < 10 ? SmallBinomial(trials, probability) : LargeBinomial(trials, probability);
    }

    private int SmallBinomial(int trials, double probability)
    {
        var logFailure = PortableMath.LogOnePlus(-probability);
        var count = 0;
        var position = 0.0;
        while (true)
        {
            position += Math.Floor(PortableMath.Log(NextOpenDouble()) / logFailure) + 1;
            if (position > trials) return count;
            count++;
        }
    }

    private int LargeBinomial(int trials, double probability)
    {
        double n = trials;
        var q = 1 - probability;
        var deviation = Math.Sqrt(n * probability * q);
        var b = 1.15 + 2.53 * deviation;
        var a = -0.0873 + 0.0248 * b + 0.01 * probability;
        var c = n * probability + 0.5;
        var squeeze = 0.92 - 4.2 / b;
        var alpha = (2.83 + 5.1 / b) * deviation;
        var logOdds = PortableMath.Log(probability / q);
        var mode = Math.Floor((n + 1) * probability);
        var atMode = PortableMath.LogFactorial(mode) + PortableMath.LogFactorial(n - mode);
        while (true)
        {
            var u = NextDouble() - 0.5;
            var v = NextOpenDouble();
            var us = 0.5 - Math.Abs(u);
            var k = Math.Floor((2 * a / us + b) * u + c);
            if (k < 0 || k > n) continue;
            if (us >= 0.07 && v <= squeeze) return (int)k;
            if (PortableMath.Log(v * alpha / (a / (us * us) + b)) <= atMode - PortableMath.LogFactorial(k)
                - PortableMath.LogFactorial(n - k) + (k - mode) * logOdds)
                return (int)k;
        }
    }

    /// <summary>Trials up to and including the first success: 1, 2, 3, …, mean 1/p.</summary>
    /// <param name="probability">Of success in each trial. Range: (0, 1]; below about 10⁻⁸, draws beyond
    /// <see cref="int.MaxValue"/> are returned as that.</param>
    /// <exception cref="ArgumentException">The probability is outside its range.</exception>
    public int NextGeometric(double probability)
    {
        if (!(probability > 0 && probability <= 1)) Fail($"NextGeometric needs a probability in (0, 1]. Got {probability}.");
        if (probability == 1) return 1;
        var failures = Math.Floor(PortableMath.Log(NextOpenDouble()) / PortableMath.LogOnePlus(-probability));
        return failures >= int.MaxValue - 1 ? int.MaxValue : (int)failures + 1;
    }

    /// <summary>Failures before the r-th success: 0, 1, 2, …, mean r(1 − p)/p; r need not be whole.</summary>
    /// <remarks>A Poisson draw whose mean is gamma distributed: buying counts of customers who differ in their rate.</remarks>
    /// <param name="successes">r, also called the size or dispersion. Range: > 0.</param>
    /// <param name="probability">Of success. Range: (0, 1].</param>
    /// <exception cref="ArgumentException">A parameter is outside its range, or the Poisson mean drawn exceeds 10⁹.</exception>
    public int NextNegativeBinomial(double successes, double probability)
    {
        CheckPositive(successes, nameof(NextNegativeBinomial), "number of successes");
        if (!(probability > 0 && probability <= 1)) Fail($"NextNegativeBinomial needs a probability in (0, 1]. Got {probability}.");
        return probability == 1 ? 0 : NextPoisson(NextGamma(successes, (1 - probability) / probability));
    }
}
